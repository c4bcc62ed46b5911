/** What a picture shows as a reader wishes: its cells in other places, or fewer, and all that is said of them. */
import { mostOf } from "../shared/against";
import { divergingTable } from "../shared/diverging";
import { turnedOver, turnedValue, turnsAt } from "../shared/turn";
import { arrangementOf, type Arrangement } from "../shared/analysis/arrange";
import type { Wish } from "../shared/wish";
import { modelGaps } from "../shared/frame/beside";
import { fitOfPlane, keptOf, pick, pickedCodes, pickedPlane, type Ground } from "../shared/analysis/ground";
import { transposed, type Epochs } from "../shared/analysis/plane";
import { toldEpochs } from "../shared/analysis/told";
import { kindOf } from "../shared/difficulty";
import { withBars } from "../shared/frame/bars";
import { frameOf, type Frame } from "../shared/frame/frame";
import { rowsOf } from "../shared/frame/rows";
import type { CellFacts, CellPlot, MarginRow, StateCounts } from "../shared/payload";
import { countsOf, noCounts } from "../shared/counts";
import { gapsOf } from "../shared/settled";
import { standingOf } from "../shared/standing";
import { suspectsOf } from "../shared/suspected";
import { fitOf, keepFound, type Matrix } from "../shared/fits";
import type { InGroups } from "../shared/analysis/grouped";
import { topicFrame, topicsOf, topicTexts } from "../shared/analysis/topics";
import { brief } from "../shared/format";
import { colorDomain, extentOf } from "../shared/frame/shares";
import { DRAWN, type State } from "./state";

type Way = "x" | "y";
type Bands<T> = Record<Way, T>;

/** A plot of cells as it is to be shown, but for its place. */
export interface Arranged {
  facts: Partial<CellFacts>;
  labels: Bands<string[]>;
  /** Bands before which a gap lies. */
  gaps: Bands<number[]>;
  frame: Frame;
  rows: MarginRow[];
  extent: [number, number];
}

/** Colour of printed values: what is read on the cell. */
const AUTO = "auto";

const PLANES = ["values", "states", "rows", "scored", "errors", "limits"] as const;

export class Arranging {
  #known: Ground | null = null;
  #drawn: Frame | null = null;
  readonly #found = new Map<string, Arrangement>();
  #extent: [number, number] | null | undefined;

  constructor(readonly plot: CellPlot) {}

  /** Lowest and highest score; null where there is none. */
  get extent(): [number, number] | null {
    return (this.#extent ??= extentOf(this.plot.values));
  }

  get #across(): boolean {
    return this.plot.sampleAxis === "x";
  }

  get names(): { samples: string[]; models: string[] } {
    const { x, y } = this.plot;
    return this.#across ? { samples: x.labels, models: y.labels } : { samples: y.labels, models: x.labels };
  }

  /** What the cells say, as they are drawn. */
  get ground(): Ground {
    return (this.#known ??= this.#made());
  }

  #made(): Ground {
    const { values, scored, view, x, isLower, attributes = [] } = this.plot;
    const { names } = this;
    const [nx, ny] = [names.samples.length, names.models.length];
    const kind = kindOf(values, scored);
    const turn = isLower ? turnsAt(kind) : null;
    const upright = turn === null ? values : turnedOver(values, turn);
    const plane = this.#across ? upright : transposed(upright, x.labels.length);
    const known = turn === null ? fitOf(this.#own) : null;
    const fit = known ? { models: known.ofModels, samples: known.ofSamples } : fitOfPlane(plane, nx, ny);
    const chosen = view?.threshold ?? null;
    const reached = turn === null ? chosen : turnedValue(chosen, turn);
    return { plane: { values: plane, nx, ny, epochs: this.#epochs }, fit, kind, reached, turn, names, attributes };
  }

  /** The epochs of cells, as far as the page can tell of them. */
  get #epochs(): Epochs | null {
    const told = this.plot.isLower ? "" : toldEpochs(this.plot);
    if (typeof told === "string") return null;
    const inRows = (plane: Float64Array): Float64Array =>
      this.#across ? plane : transposed(plane, this.plot.x.labels.length);
    return { low: inRows(told.low), high: inRows(told.high) };
  }

  /** Whether the page can tell whether epochs flip. */
  get hasFlips(): boolean {
    const { scored, standing, isLower } = this.plot;
    return !isLower && standing?.isBinary === true && (scored?.some((n) => n > 1) ?? false);
  }

  /** What the cells that are kept say. */
  groundOf({ keep }: State): Ground {
    return keep ? keptOf(this.ground, keep).ground : this.ground;
  }

  /** What the frame says of the picture as it is drawn. */
  get drawn(): Frame {
    return (this.#drawn ??= this.#frameOf(this.#own, this.names, DRAWN, this.#arrangement(this.#wishOf(DRAWN))));
  }

  /** The cells as they are drawn. */
  get #own(): Matrix {
    return this.#matrix(this.plot, this.plot.x.labels.length);
  }

  #matrix({ values, states, rows, scored, errors, limits, reasons }: CellFacts, nx: number): Matrix {
    const tallies = rows && { rows, scored, errors, limits, reasons };
    const ny = nx ? values.length / nx : 0;
    const { sampleAxis, isLower } = this.plot;
    return { values, states, nx, ny, sampleAxis, ...(isLower && { isLower }), ...tallies };
  }

  /** What is wished for where a reader leaves things as they are. */
  #wishOf(state: State): Wish {
    const { view, sampleAxis } = this.plot;
    const { orders, wish } = view!;
    const other = sampleAxis === "x" ? "y" : "x";
    const versus = state.versus === undefined ? wish.versus : (state.versus ?? undefined);
    const again = (axis: "samples" | "models", way: Way): Wish["samples"] =>
      wish[axis] ?? (state.keep && orders[axis] === null ? { by: "mean", falling: way === "y" } : undefined);
    return {
      samples: state.samples ?? again("samples", sampleAxis),
      models: state.models ?? again("models", other),
      versus: state.samples && state.versus === undefined ? undefined : versus,
      runs: wish.runs,
      baseline: state.versus ? undefined : state.baseline === undefined ? wish.baseline : (state.baseline ?? undefined),
      keep: state.keep,
      group: state.group ?? wish.group,
    };
  }

  /** What is wished for, null where that is nothing. Orders are kept: sorting takes longer than drawing. */
  #arrangement(wish: Wish): Arrangement | null {
    const { samples, models, versus, baseline, group } = wish;
    if (!samples && !models && !versus?.length && !baseline && !wish.keep && !group?.length) return null;
    const { orders } = this.plot.view!;
    const key = wish.keep ? "" : JSON.stringify(wish);
    const found = this.#found.get(key) ?? arrangementOf(this.ground, wish, orders);
    if (key) this.#found.set(key, found);
    return found;
  }

  /** What the frame says of cells, which are arranged so; null where they are as they would be anyway. */
  #frameOf(
    matrix: Matrix,
    names: { samples: string[]; models: string[] },
    state: State,
    arrangement: Arrangement | null,
  ): Frame {
    const { notes, orders, threshold } = this.plot.view!;
    const said = { samples: state.samples ? null : orders.samples, models: state.models ? null : orders.models };
    const shown = { matrix, extent: this.extent, ...names, threshold };
    return withBars(frameOf(notes, shown, said, arrangement), this.plot);
  }

  /** Whether the samples can be taken together in groups. */
  isGrouped(state: State): boolean {
    const { group = [] } = this.#wishOf(state);
    return (this.plot.attributes ?? []).some(({ of, name }) => of === "samples" && group.includes(name));
  }

  /** The plot as it is to be shown. */
  arranged(state: State): Arranged {
    const arranged = this.#samples(state);
    const groups = arranged.frame.groups.samples;
    return state.level && groups ? this.#table(arranged, groups) : arranged;
  }

  /** Samples taken together in their groups. */
  #table(arranged: Arranged, groups: InGroups): Arranged {
    const { facts, labels, frame, extent } = arranged;
    const { sampleAxis, text } = this.plot;
    const matrix = this.#matrix({ ...this.plot, ...facts }, labels.x.length);
    const { cells, nx: _nx, ny: _ny, ...planes } = topicsOf(matrix, groups.blocks);
    const told = topicTexts(cells, frame.scale ?? { text: brief });
    const left = { rows: undefined, scored: undefined, errors: undefined, limits: undefined, reasons: undefined };
    const none = { standing: undefined, epochs: undefined, attributes: undefined, suspects: undefined };
    return {
      ...arranged,
      facts: { ...facts, ...left, ...none, ...planes, counts: noCounts(), told, hasDetails: false, text: text ?? AUTO },
      labels: { ...labels, [sampleAxis]: groups.blocks.map(({ label }) => label) },
      gaps: { ...arranged.gaps, [sampleAxis]: [] },
      frame: topicFrame(frame, groups.blocks, colorDomain(extent)),
    };
  }

  #samples(state: State): Arranged {
    const { plot, names } = this;
    const { threshold } = plot.view!;
    const wish = this.#wishOf(state);
    const arrangement = this.#arrangement(wish);
    const samples = arrangement?.samples ?? [...names.samples.keys()];
    const models = arrangement?.models ?? [...names.models.keys()];
    const [x, y] = this.#across ? [samples, models] : [models, samples];
    const planes = this.#moved(x, y);
    if (!wish.keep) this.#keep(planes.values!, samples, models);
    const shown = { samples: pick(names.samples, samples), models: pick(names.models, models) };
    const matrix = this.#matrix({ ...plot, ...planes }, x.length);
    const frame = this.#frameOf(matrix, shown, state, arrangement);
    const gaps = gapsOf(frame.blocks, samples.length);
    const apart = modelGaps(frame, models.length);
    return {
      facts: {
        ...planes,
        counts: wish.keep ? this.#countsOf(planes) : plot.counts,
        standing: standingOf(matrix, threshold),
        baseline: frame.baseline && this.#baselineOf(planes, x.length, frame.baseline.pairs.indexOf(null)),
        attributes: plot.attributes?.map((known) => ({
          ...known,
          codes: pickedCodes(known.codes, known.of === "samples" ? samples : models),
        })),
        versus: wish.versus?.length ? wish.versus : null,
        moved: { x, y, columns: plot.x.labels.length, rows: plot.y.labels.length },
        ...(plot.suspects && { suspects: suspectsOf(matrix, shown.samples, shown.models, threshold) }),
      },
      labels: this.#across ? { x: shown.samples, y: shown.models } : { x: shown.models, y: shown.samples },
      gaps: this.#across ? { x: gaps, y: apart } : { x: apart, y: gaps },
      frame,
      rows:
        frame.baseline || this.drawn.baseline
          ? frame.rows
          : this.drawn.scale
            ? rowsOf(frame.summary.models, this.drawn.scale)
            : [],
      extent: this.extent ?? [0, 1],
    };
  }

  /** The band of the baseline, and the colours of differences from it. */
  #baselineOf({ values, states }: Partial<CellFacts>, nx: number, band: number): CellFacts["baseline"] {
    const { baseline, sampleAxis } = this.plot;
    const planes = { values: values!, states: states! };
    return { band, color: baseline?.color ?? divergingTable(mostOf(planes, nx, sampleAxis, band)) };
  }

  #moved(x: number[], y: number[]): Partial<CellFacts> {
    const { plot } = this;
    const nx = plot.x.labels.length;
    const all = PLANES.flatMap((name) => (plot[name] ? [[name, pickedPlane(plot[name], nx, x, y)]] : []));
    const reasons = Object.entries(plot.reasons ?? {}).map(([name, plane]) => [name, pickedPlane(plane, nx, x, y)]);
    return { ...Object.fromEntries(all), ...(plot.reasons && { reasons: Object.fromEntries(reasons) }) };
  }

  /** What is known of all cells does not depend on how they stand. */
  #keep(values: Float64Array, samples: number[], models: number[]): void {
    if (!this.plot.isLower) keepFound(this.#own, values, samples, models);
  }

  /** Cells that belong to another mark of the plot are not absent. */
  #countsOf(planes: Partial<CellFacts>): StateCounts {
    const found = countsOf({ ...this.plot, ...planes });
    return this.plot.isShared ? { ...found, absent: 0 } : found;
  }
}
