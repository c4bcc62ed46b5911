/** Menus that show a picture of samples and models in other ways, and what they share. */
import type { CellPlot } from "../shared/payload";
import { compareMenu } from "./comparemenu";
import { Comparing } from "./comparing";
import { part } from "./dom";
import type { DrawnPlot } from "./drawn";
import { filterMenu, keep } from "./filtering";
import type { Fluid } from "./fluid";
import { onMove } from "./following";
import { orderMenu } from "./ordering";
import { pairsTable } from "./pairs";
import { Views, type ViewActions } from "./views";

/** A picture that can be shown in other ways. */
export interface Shown {
  root: HTMLElement;
  svg: SVGSVGElement;
  plot: DrawnPlot;
  /** The plot as it came. */
  cells: CellPlot;
  fluid: Fluid;
}

export interface Offered {
  menus: HTMLElement[];
  /** Shows these samples only. */
  keep(ids: readonly string[]): void;
}

export interface OfferActions extends ViewActions {
  /** Whether Escape closes something else. */
  isBusy(): boolean;
}

export function offerViews({ root, svg, plot, cells, fluid }: Shown, act: OfferActions): Offered {
  const views = new Views(svg, cells, fluid, act);
  const comparing = new Comparing(
    svg,
    plot,
    views,
    () => act.isBusy() || part<HTMLElement>(root, "tray")?.hidden === false,
  );
  onMove(svg, () => comparing.draw());
  views.watch(() => comparing.follow());
  const { models } = views.arranging.names;
  const shut = (): void => part(root, "pairs")?.remove();
  const showPairs = (): void => {
    shut();
    const compare = (first: string, second: string): void => {
      comparing.compare(first, second);
      svg.scrollIntoView({ block: "nearest" });
    };
    root.append(pairsTable(views.arranging.groundOf(views.state), compare, shut));
    part<HTMLElement>(root, "pairs")!.querySelector<HTMLElement>("[tabindex]")!.focus();
  };
  const menus = [orderMenu(cells, views), filterMenu(views, act.say)];
  if (models.length > 1) menus.splice(1, 0, compareMenu(models, comparing, showPairs));
  return {
    menus,
    keep: (ids) => keep(views, { ...views.state.keep, samples: [...ids] }),
  };
}
