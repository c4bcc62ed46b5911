/** Keys for the interactors of a picture. */
import type { DrawnPlot } from "../../page/drawn";
import type { Figure } from "../../page/figure";
import type { LivingPicture } from "../../plot/index";
import { Edges } from "./edges";
import { oneLine } from "../../shared/ticks";
import { isBrushing, isNearing, type Brushing } from "./interactors";
import { PlotKeys } from "./keys";
import { tellLeaving } from "./leaving";
import { isRegion, surround, type Region } from "./region";

/** What a brush selects, by its columns. */
const nameOf = ({ field, xfield, yfield }: Brushing): string =>
  [field, xfield, yfield]
    .filter((one) => one !== undefined)
    .map((one) => oneLine(String(one).replaceAll('"', "")))
    .join(" and ");

interface Hand {
  regions: Region[];
  edges: Edges[];
  keys: PlotKeys;
}

export class Hands {
  readonly #hands: (Hand | null)[];
  /** Areas whose keys are heard. */
  readonly #heard = new WeakSet<Element>();

  constructor(
    private readonly picture: LivingPicture,
    private readonly figure: () => Figure,
    svg: SVGSVGElement,
  ) {
    const near = picture.plots.filter(({ mosaic }) => mosaic.interactors.some(isNearing));
    if (near.length) tellLeaving(svg, near);
    this.#hands = picture.plots.map((plot, at) => {
      const interactors: object[] = plot.mosaic.interactors.slice(1);
      if (!plot.isTaken) return null;
      const say = (text: string): void => this.figure().say(text);
      const here = (): ReturnType<Figure["here"]> => this.figure().here(this.#answering(at));
      return {
        regions: interactors.filter(isRegion),
        edges: interactors.filter(isBrushing).map((one) => new Edges(one, nameOf(one), say)),
        keys: new PlotKeys(interactors, () => plot.drawnSvg as never, here),
      };
    });
  }

  /** The plot of the page that stands for a plot of the picture. */
  #answering(at: number): DrawnPlot | undefined {
    const svg = this.picture.plots[at].drawnSvg;
    return this.figure().plots.find(({ hit }) => hit.parentElement?.contains(svg));
  }

  /** After a plot was drawn: all of them for none. */
  place(only?: number): void {
    this.#hands.forEach((hand, at) => {
      if (!hand || (only !== undefined && only !== at)) return;
      hand.regions.forEach(surround);
      hand.edges.forEach((edges) => edges.place());
      hand.keys.remember();
      const plot = this.#answering(at);
      if (!plot) return;
      plot.beyond = (isOut) => hand.keys.zoom(isOut);
      if (this.#heard.has(plot.hit)) return;
      this.#heard.add(plot.hit);
      this.#listen(plot.hit, hand.keys);
    });
  }

  #listen(hit: Element, keys: PlotKeys): void {
    const before = (event: Event): void => {
      if (!keys.before(event as KeyboardEvent)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    hit.addEventListener("keydown", before, { capture: true });
    hit.addEventListener("keydown", () => keys.follow());
    hit.addEventListener("blur", () => keys.leave());
  }
}
