/** Cells whose epochs stand side by side, along the axis of the samples, where they have room. */
import { differencesIn, SINGLE } from "./against";
import { bandsWithin, placeOf, type Bands, type Span } from "./bands";
import type { EpochColumns } from "./columns";
import { count } from "./format";
import { DASH, kinds } from "./ink";
import { ABSENT, type Box, type CellPlot } from "./payload";
import { fittingInset } from "./rects";

/** An epoch is drawn from so many units on. */
const LEAST = 3;

/** Number of the first row of each cell, and behind the last, by the numbers of cells before a reader's order. */
const known = new WeakMap<EpochColumns, Uint32Array>();

function startsOf({ steps }: EpochColumns, cells: number): Uint32Array {
  const starts = new Uint32Array(cells + 1).fill(steps.length);
  for (let i = 0, cell = 0, next = 0; i < steps.length; i++) {
    cell += steps[i];
    while (next <= cell) starts[next++] = i;
  }
  return starts;
}

/** The epochs of a plot that has some. */
class Epochs {
  readonly #starts: Uint32Array;
  readonly #columns: EpochColumns;

  constructor(private readonly plot: CellPlot) {
    this.#columns = plot.epochs!;
    const { columns, rows } = plot.moved ?? { columns: plot.x.labels.length, rows: plot.y.labels.length };
    const found = known.get(this.#columns) ?? startsOf(this.#columns, columns * rows);
    known.set(this.#columns, found);
    this.#starts = found;
  }

  /** Numbers of the rows of a cell, from the first to the last (exclusive). */
  #rows(x: number, y: number): [number, number] {
    const { moved } = this.plot;
    const cell = (moved?.y[y] ?? y) * (moved?.columns ?? this.plot.x.labels.length) + (moved?.x[x] ?? x);
    return [this.#starts[cell], this.#starts[cell + 1]];
  }

  /** Numbers of the epochs that any model has of a sample, in their order. */
  of(sample: number): number[] {
    const isAcross = this.plot.sampleAxis === "x";
    const found = new Set<number>();
    for (let k = 0; k < this.plot[isAcross ? "y" : "x"].labels.length; k++) {
      const [from, to] = isAcross ? this.#rows(sample, k) : this.#rows(k, sample);
      for (let i = from; i < to; i++) found.add(this.#columns.epoch[i]);
    }
    return [...found].sort((a, b) => a - b);
  }

  /** Least and greatest number of epochs of a sample, how many have several, and whether a model lacks some of them. */
  numbers(): { low: number; high: number; several: number; areLacking: boolean } {
    const { sampleAxis, x, y } = this.plot;
    const [samples, models] = sampleAxis === "x" ? [x, y] : [y, x];
    const found = { low: Infinity, high: 0, several: 0, areLacking: false };
    for (let k = 0; k < samples.labels.length; k++) {
      const n = this.of(k).length;
      if (n === 0) continue;
      found.low = Math.min(found.low, n);
      found.high = Math.max(found.high, n);
      if (n > 1) found.several++;
      for (let m = 0; m < models.labels.length && !found.areLacking; m++) {
        const [from, to] = sampleAxis === "x" ? this.#rows(k, m) : this.#rows(m, k);
        found.areLacking = to > from && to - from < n;
      }
    }
    return found;
  }

  /** The row of a cell's epoch; -1 for none. */
  row(x: number, y: number, epoch: number): number {
    const [from, to] = this.#rows(x, y);
    for (let i = from; i < to; i++) if (this.#columns.epoch[i] === epoch) return i;
    return -1;
  }
}

const roomOf = ({ bandwidth }: Bands, inset: number): number => bandwidth - 2 * fittingInset(inset, bandwidth);

/** Whether so many epochs have room in a band. */
const fits = (bands: Bands, inset: number, n: number): boolean => n > 1 && roomOf(bands, inset) >= LEAST * n;

/** Parts are this far apart, in units, where they are at least so large. */
const APART = 1;
const LARGE = 8;

const half = (length: number): number => Math.round(2 * length) / 2;

/** Equal parts of a span. */
function divided({ from, size }: Span, n: number): Span[] {
  const apart = n > 1 && size >= LARGE * n ? APART : 0;
  const edge = (k: number): number => from + half((k * (size + apart)) / n);
  return Array.from({ length: n }, (_, k) => ({ from: edge(k), size: edge(k + 1) - edge(k) - apart }));
}

/** A plot whose samples are their epochs, and its bands. */
export interface SideBySide {
  plot: CellPlot;
  x: Bands;
  y: Bands;
}

/** The samples in sight, from the first to the last (exclusive). */
const inSight = (bands: Bands, n: number, area: Box, way: "x" | "y"): [number, number] =>
  bandsWithin(bands, n, area[way], way === "x" ? area.width : area.height);

/**
 * The cells in sight with their epochs side by side; null where none has room. A sample has a place for each epoch that
 * any model has of it, so that those above each other are the same epoch; one that a model lacks is absent. Samples
 * whose epochs have no room show their mean.
 */
export function sideBySide(plot: CellPlot, x: Bands, y: Bands, area: Box): SideBySide | null {
  if (!plot.epochs) return null;
  const { sampleAxis: way, inset } = plot;
  const [across, down] = [plot.x.labels.length, plot.y.labels.length];
  const bands = way === "x" ? x : y;
  if (!fits(bands, inset, 2)) return null;
  const [first, last] = inSight(bands, way === "x" ? across : down, area, way);
  const epochs = new Epochs(plot);
  const shown = Array.from({ length: last - first }, (_, k) => {
    const own = epochs.of(first + k);
    return fits(bands, inset, own.length) ? own : null;
  });
  if (!shown.some(Boolean)) return null;
  const n = shown.map((own) => own?.length ?? 1);
  const least = Math.max(...n);
  const parts: Bands = {
    start: placeOf(bands, first),
    step: bands.step / least,
    bandwidth: bands.bandwidth / least,
    parts: { of: bands, first, n, divided: (spans) => spans.flatMap((span, k) => divided(span, n[k])) },
  };
  const split = planesOf(plot, epochs, first, shown);
  return { plot: split, x: way === "x" ? parts : x, y: way === "x" ? y : parts };
}

/** The plot of these samples, of which some are epochs. */
function planesOf(plot: CellPlot, epochs: Epochs, from: number, shown: readonly (number[] | null)[]): CellPlot {
  const { sampleAxis: way, epochs: columns, values, states } = plot;
  const nx = plot.x.labels.length;
  const models = plot[way === "x" ? "y" : "x"].labels.length;
  const size = shown.reduce((sum, own) => sum + (own?.length ?? 1), 0);
  const planes = { values: new Float64Array(size * models).fill(NaN), states: new Uint8Array(size * models) };
  for (let model = 0; model < models; model++) {
    let part = 0;
    shown.forEach((own, k) => {
      const [x, y] = way === "x" ? [from + k, model] : [model, from + k];
      for (const epoch of own ?? [-1]) {
        const to = way === "x" ? model * size + part : part * models + model;
        part++;
        const row = own ? epochs.row(x, y, epoch) : y * nx + x;
        if (row >= 0) planes.values[to] = (own ? columns!.values : values)[row];
        planes.states[to] = own && row < 0 ? lacking(states[y * nx + x]) : (own ? columns!.states : states)[row];
      }
    });
  }
  return { ...plot, ...SINGLE, ...planes, [way]: { ...plot[way], labels: new Array<string>(size).fill("") } };
}

/** The state of an epoch without a row: that of its cell, if that has none. */
const lacking = (state: number): number => (kinds[state] === DASH ? state : ABSENT);

/** What a picture shows of cells in these bands: differences from a baseline, or epochs where they have room. */
export function shownAt(cells: CellPlot, x: Bands, y: Bands): SideBySide {
  const plot = differencesIn(cells);
  return sideBySide(plot, x, y, plot.area) ?? { plot, x, y };
}

/** What a picture that is not zoomed shows. */
export const shownIn = (plot: CellPlot): SideBySide => shownAt(plot, plot.x, plot.y);

/** How cells show their epochs, in words; empty where they have none. A page may be zoomed. */
export function splitWords(plot: CellPlot, isForPage: boolean): string {
  if (!plot.epochs) return "";
  const { low, high, several, areLacking } = new Epochs(plot).numbers();
  const lacking = areLacking ? ", a dash for one not run" : "";
  const said = `its ${low === high ? count(low) : `${count(low)} to ${count(high)}`} epochs`;
  const parts = sideBySide(plot, plot.x, plot.y, plot.area);
  const shown = parts?.[plot.sampleAxis].parts?.n.filter((n) => n > 1).length ?? 0;
  if (!isForPage && shown === several) return `each cell: ${said} side by side${lacking}`;
  if (!isForPage && !shown) return `each cell: the mean of ${said}, which have no room side by side`;
  return `each cell: ${said} side by side where they have room${lacking}, else their mean`;
}

/** An epoch of a cell: what it is called, and its score and state. */
export interface Epoch {
  name: string;
  value: number;
  state: number;
}

/** The epoch of a cell at a place along the axis of samples, whose bands may be zoomed; null where it shows none. */
export function epochAt(plot: CellPlot, bands: Bands, { x, y }: Record<"x" | "y", number>, at: number): Epoch | null {
  if (!plot.epochs) return null;
  const { sampleAxis, epochs: columns, inset, states } = plot;
  const [epochs, sample] = [new Epochs(plot), sampleAxis === "x" ? x : y];
  const own = epochs.of(sample);
  if (!fits(bands, inset, own.length)) return null;
  const from = placeOf(bands, sample) + fittingInset(inset, bands.bandwidth);
  const part = Math.floor(((at - from) * own.length) / roomOf(bands, inset));
  const epoch = own[Math.min(own.length - 1, Math.max(0, part))];
  const row = epochs.row(x, y, epoch);
  const found = row < 0 ? { value: NaN, state: lacking(states[y * plot.x.labels.length + x]) } : null;
  return { name: columns.names[epoch], ...(found ?? { value: columns.values[row], state: columns.states[row] }) };
}
