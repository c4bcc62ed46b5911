/** What is selected, outlined: bars along both edges of the cells, and lines around runs that are wide enough. */
import { px } from "../shared/format";
import type { BandAxis, Box } from "../shared/payload";
import { runsOf, stretchesOf, type Run, type Stretch } from "../shared/selected";
import { set, svg } from "./dom";
import { bandsIn, originOf, type Way } from "./geometry";
import type { Plot } from "./plot";
import type { Selection } from "./selection";
import { lengthOf } from "./view";

/** Height of a bar, and its least length, in user units. */
const BAR = 2;
const LEAST = 1.5;
/** Runs of this length have lines at their ends, too, which lie so far outside that signs in cells are seen. */
const WIDE = 5;
const OUT = 0.75;

/** Path data of a box that lies so along the samples and so across them. */
function boxPath(way: Way, { from, to }: Stretch, low: number, high: number): string {
  const [x0, y0, x1, y1] = way === "x" ? [from, low, to, high] : [low, from, high, to];
  return `M${px(x0)} ${px(y0)}H${px(x1)}V${px(y1)}H${px(x0)}z`;
}

/** Bars, and boxes of wide runs. */
function paths(way: Way, area: Box, stretches: readonly Stretch[]): { bars: string; boxes: string } {
  const across = way === "x" ? "y" : "x";
  const [low, high] = [area[across], area[across] + lengthOf(area, across)];
  const bars = stretches.map((s) => boxPath(way, s, low - BAR, low) + boxPath(way, s, high, high + BAR));
  const wide = stretches.filter(({ from, to }) => to - from >= WIDE);
  return {
    bars: bars.join(""),
    boxes: wide.map((s) => boxPath(way, { from: s.from - OUT, to: s.to + OUT }, low, high)).join(""),
  };
}

export class Outline {
  readonly #halo = svg("path", { "data-sign": "selected halo", fill: "none" });
  readonly #line = svg("path", { "data-sign": "selected line", fill: "none" });
  readonly #bars = svg("path", { "data-sign": "selected bar" });
  readonly #layer = svg(
    "g",
    { "data-part": "selected", "aria-hidden": "true", "pointer-events": "none" },
    this.#halo,
    this.#line,
    this.#bars,
  );
  #known: { labels: readonly string[]; selection: Selection; runs: Run[] } | null = null;

  constructor(
    private readonly root: Element,
    private readonly plot: Plot,
  ) {}

  #runs(axis: BandAxis, selection: Selection): Run[] {
    const { labels } = axis;
    if (this.#known?.labels !== labels || this.#known.selection !== selection)
      this.#known = { labels, selection, runs: runsOf(labels.length, (i) => selection.has(labels[i]), axis) };
    return this.#known.runs;
  }

  draw(selection: Selection): void {
    if (!selection.size) return this.#layer.remove();
    const { hit, maps, area, cells } = this.plot;
    const { sampleAxis: way, ...plot } = cells[0].plot;
    const axis = plot[way];
    const frame = { from: area[way], to: area[way] + lengthOf(area, way) };
    const runs = this.#runs(axis, selection);
    const { bars, boxes } = paths(
      way,
      area,
      stretchesOf(runs, axis.labels.length, bandsIn(axis, maps[way]), frame, LEAST),
    );
    set(this.#bars, { d: bars });
    for (const path of [this.#halo, this.#line]) set(path, { d: boxes });
    if (this.#layer.parentNode === hit.parentNode) return;
    const { x, y } = originOf(hit.parentElement!, this.root);
    set(this.#layer, { transform: `translate(${-x},${-y})` });
    hit.before(this.#layer);
  }
}
