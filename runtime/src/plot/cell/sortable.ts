/** What the bands of cells may be sorted by. */
import { hardness } from "../../shared/analysis/hardness";
import { reaching } from "../../shared/difficulty";
import { snapped } from "../../shared/statistics/additive";
import type { KeepNotes, OrderNotes } from "../../shared/sidecar";
import type { AxisTable } from "./bands";
import type { DataCells } from "./data";
import type { BandMeans, Entries } from "./sort";

/** A view of samples and models: whether their means are the least-squares ones. */
export interface View {
  order: "adjusted" | "given";
  sampleAxis: "x" | "y";
  /** The least value that solves a sample, where the caller chose one. */
  threshold?: number;
  /** Other orders than those of `sort`, and two models that are compared. */
  samples?: OrderNotes;
  models?: OrderNotes;
  versus?: string[];
  /** Models that are runs of one, for each such. */
  runs?: string[][];
  /** The model that all are compared with. */
  baseline?: string;
  /** Names of attributes that are shown as bars. */
  bars?: string[];
  /** Lower scores are better. */
  isLower?: boolean;
  /** Names of attributes by which bands stand in groups. */
  group?: string[];
  /** Samples are taken together in their groups. */
  level?: "groups";
  keep?: KeepNotes;
  /** Samples that go against the others are marked. */
  suspects?: boolean;
}

type Way = "x" | "y";

/** How hard samples are, by which they stand in order. */
function difficultyOf(cells: DataCells, sampleAxis: Way, threshold: number | undefined): Float64Array {
  const [samples, models] = sampleAxis === "x" ? [cells.fit.x, cells.fit.y] : [cells.fit.y, cells.fit.x];
  const least = threshold !== undefined && cells.isLower ? cells.turn - threshold : threshold;
  const shares = least === undefined ? null : cells.fitOf(reaching(cells.values, least))[sampleAxis];
  return hardness(cells.kind, samples, models, shares);
}

/** Means are found when they are asked for: an axis whose order was given needs none. */
function bandMeans(cells: DataCells, axis: Way, { order, sampleAxis, threshold }: View): BandMeans {
  return {
    get isScored() {
      const { n } = cells.fit[axis];
      return (band: number): boolean => n[band] > 0;
    },
    get means() {
      if (order === "given") return null;
      return axis === sampleAxis ? difficultyOf(cells, sampleAxis, threshold) : snapped(cells.fit[axis].adjusted);
    },
  };
}

const numeric = (texts: (string | null)[]): (number | string | null)[] =>
  texts.every((t) => t === null || (t !== "" && Number.isFinite(Number(t))))
    ? texts.map((t) => (t === null ? null : Number(t)))
    : texts;

/** What `sort` may name: fill, x, y, and the extra channels. `view`: what the bands stand for. */
export function sortable(
  cells: DataCells,
  x: AxisTable,
  y: AxisTable,
  channelNames: string[],
  view: View | null,
): Entries {
  const { columns } = cells;
  return {
    x: columns.xi,
    y: columns.yi,
    ...(view ? { means: { x: bandMeans(cells, "x", view), y: bandMeans(cells, "y", view) } } : {}),
    channel(name) {
      if (name === "fill") return columns.v;
      if (name === "x") return Array.from(columns.xi, (i) => x.labels[i]);
      if (name === "y") return Array.from(columns.yi, (i) => y.labels[i]);
      const k = channelNames.indexOf(name);
      return k < 0 ? null : numeric(columns.channels[k]);
    },
  };
}
