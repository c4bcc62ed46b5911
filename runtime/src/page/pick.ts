/** Keys that select samples from the one that the reader is at. */
import type { Brush } from "./brush";
import { on } from "./dom";
import type { Plot, Thing } from "./plot";

/** Where a reader is in a plot. */
export interface Guide {
  readonly place: { plot: Plot; thing: Thing } | null;
}

export interface PickActions {
  /** Selects the sample at a band, or takes it back. */
  toggle(band: number): void;
  /** Selects the samples with the share of one. */
  alike(band: number): void;
}

const MOVES = /^(Arrow(Left|Right|Up|Down)|Page(Up|Down)|Home|End)$/;

/** Space selects, "a" selects those alike, and Shift with what moves selects from sample to sample. */
export function pickByKeys(svg: SVGSVGElement, plot: Plot, guide: Guide, brush: Brush, act: PickActions): void {
  const here = (): Thing => (guide.place?.plot === plot ? guide.place.thing : plot.start);
  const bandOf = ({ of, i }: Thing): number => brush.axis.labels.indexOf(of.name(i)!);
  let before = -1;
  /** Where the last stretch ended, and whether it goes on. */
  let last = -1;
  const isMove = (event: KeyboardEvent): boolean => event.shiftKey && !event.altKey && MOVES.test(event.key);
  const isHere = (event: KeyboardEvent): boolean => event.target === plot.hit;
  on(svg, "keydown", (event) => isHere(event) && isMove(event) && (before = bandOf(here())), { capture: true });
  on(svg, "keydown", (event) => {
    if (!isHere(event)) return;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isMove(event)) {
      if (before !== last || !brush.goesOn) brush.begin(before, "add");
      last = bandOf(here());
      brush.to(last);
      brush.end();
    } else if (isPlain && (event.key === " " || event.key === "a")) {
      event.preventDefault();
      last = -1;
      if (event.key === "a") act.alike(bandOf(here()));
      else act.toggle(bandOf(here()));
    }
  });
}
