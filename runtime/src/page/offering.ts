/** Menus that show a picture of samples and models in other ways, and what they share. */
import type { CellPlot, Payload } from "../shared/payload";
import { compareMenu } from "./comparemenu";
import { Comparing } from "./comparing";
import { openByKey } from "./both";
import { part } from "./dom";
import type { Plot } from "./plot";
import { filterMenu, keep } from "./filtering";
import type { Fluid } from "./fluid";
import { onMove } from "./following";
import { orderMenu } from "./ordering";
import { pairsTable } from "./pairs";
import type { Guide } from "./pick";
import type { Walker } from "./steps";
import { Selecting } from "./selecting";
import { share } from "./sharing";
import { offerSuspects } from "./suspects";
import { Views, type ViewActions } from "./views";

/** A figure whose menus are offered. */
export interface Figured {
  root: HTMLElement;
  svg: SVGSVGElement;
  payload: Payload;
  plots: readonly Plot[];
  fluid: Fluid | null;
  cursor: Guide & Walker;
  /** The row of tools, and the field in it behind which menus stand. */
  tools: HTMLElement;
  find: HTMLElement;
}

export interface OfferActions extends ViewActions {
  /** Copies a text, and says so. */
  copy(text: string, said: string): void;
  /** Frames what has a name. */
  choose(name: string): void;
  /** Whether Escape closes something else. */
  isBusy(): boolean;
}

/** Menus, tray and lists of a picture of samples and models; what selects, where there is something to select. */
export function offer(figure: Figured, act: OfferActions): Selecting | null {
  const { svg, plots, tools, find } = figure;
  const offered = offerViews(figure, act);
  let before: Element = find;
  const place = (menu: HTMLElement): void => {
    before.after(menu);
    before = menu;
  };
  offered?.menus.forEach(place);
  const selecting = offerSelections(figure, act, offered?.keep);
  if (selecting) {
    place(selecting.menu);
    svg.after(selecting.element);
  }
  offerSuspects(svg, plots, tools, act);
  if (offered) tools.lastElementChild!.append(share(figure.root, offered.views, selecting, act));
  return selecting;
}

/** Selections of samples, in a picture of samples and models. */
function offerSelections(
  { root, svg, payload, plots: [plot], cursor }: Figured,
  { copy, say, isBusy }: OfferActions,
  keep: Offered["keep"] | undefined,
): Selecting | null {
  if (!plot.cells[0]?.plot.areModels) return null;
  return new Selecting({ root, svg, payload, plot, cursor }, { copy, say, isBusy, ...(keep && { keep }) });
}

interface Offered {
  views: Views;
  menus: HTMLElement[];
  /** Shows these samples only. */
  keep(ids: readonly string[]): void;
}

/** Other ways of showing the cells, where the picture can be drawn anew. */
function offerViews({ root, svg, payload, plots: [plot], fluid, cursor }: Figured, act: OfferActions): Offered | null {
  const [first] = payload.plots;
  const mark = first.marks[0];
  if (!fluid || mark?.kind !== "cells" || !mark.view) return null;
  const cells = { ...first, ...mark } as CellPlot;
  const views = new Views(svg, cells, fluid, act);
  const hasTray = (): boolean => part<HTMLElement>(root, "tray")?.hidden === false;
  const comparing = new Comparing(svg, plot, views, () => act.isBusy() || hasTray());
  openByKey(plot, cursor, act.say);
  onMove(svg, () => comparing.draw());
  views.watch(() => comparing.follow());
  plot.beyond = (isOut) => views.level(isOut);
  plot.hasOutside = () => !views.state.level && views.arranging.isGrouped(views.state);
  const { models } = views.arranging.names;
  const shut = (): void => part(root, "pairs")?.remove();
  const showPairs = (): void => {
    shut();
    const compare = (one: string, other: string): void => {
      comparing.compare(one, other);
      svg.scrollIntoView({ block: "nearest" });
    };
    root.append(pairsTable(views.arranging.groundOf(views.state), compare, shut));
    part<HTMLElement>(root, "pairs")!.querySelector<HTMLElement>("[tabindex]")!.focus();
  };
  const menus = [orderMenu(cells, views), filterMenu(views, act.say)];
  if (models.length > 1) menus.splice(1, 0, compareMenu(models, comparing, showPairs));
  return { views, menus, keep: (ids) => keep(views, { ...views.state.keep, samples: [...ids] }) };
}
