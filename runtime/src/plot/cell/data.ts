/** The cells of an answer in the order of the data. */
import { kindOf, type Kind } from "../../shared/difficulty";
import { turnedOver, turnsAt } from "../../shared/turn";
import { additiveMeans, type Means } from "../../shared/statistics/additive";
import { listedCells, planeCells } from "../../shared/statistics/cells";
import type { Answer } from "./bands";
import type { Columns } from "./columns";
import { filled, inOrder, MOST_CELLS, type Planes } from "./planes";
import type { Bounds } from "./question";

export interface DataFit {
  x: Means;
  y: Means;
}

/** Planes of all bands may be so many times as large as the list of rows. */
const LOOSE = 4;

const areDense = (rows: number, nx: number, ny: number): boolean => nx * ny <= Math.min(LOOSE * rows, MOST_CELLS);

/** Numbers of rows by band: the largest, and that of all. */
export function rowsIn(table: Answer): { most: number; all: number } {
  const counts = table.getChild("n")!.toArray();
  let [most, all] = [0, 0];
  for (let i = 0; i < counts.length; i++) {
    const n = Number(counts[i]);
    if (n > most) most = n;
    all += n;
  }
  return { most, all };
}

/** Bounds that the tables of both axes set. */
export function boundsOf(tableX: Answer, tableY: Answer): Bounds {
  const [x, y] = [tableX.numRows, tableY.numRows];
  const [inX, inY] = [rowsIn(tableX), rowsIn(tableY)];
  const areSingle = inX.most <= y && inY.most <= x && areDense(inX.all, x, y);
  return { x, y, rows: Math.min(inX.most, inY.most), areSingle };
}

/** NaN for what is not finite. */
const finite = (values: Float64Array): Float64Array => {
  for (let i = 0; i < values.length; i++)
    if (Math.abs(values[i]) === Infinity) return values.map((v) => (Number.isFinite(v) ? v : NaN));
  return values;
};

/** Cells as planes of all bands, which the drawing takes over, or as a list where most cells have no row. */
export class DataCells {
  private known: Planes | null = null;
  private listed: Float64Array | null = null;
  private over: Float64Array | null = null;
  private additive: DataFit | null = null;

  constructor(
    readonly columns: Columns,
    readonly nx: number,
    readonly ny: number,
    /** Lower scores are better. */
    readonly isLower = false,
  ) {}

  get isDense(): boolean {
    return areDense(this.columns.v.length, this.nx, this.ny);
  }

  /** Whether a cell has several rows, of which planes keep the last. */
  get areRepeated(): boolean {
    return this.planes.hidden > 0;
  }

  /** Planes with all bands. */
  get planes(): Planes {
    const { columns, nx, ny } = this;
    return (this.known ??= filled(columns, inOrder(nx), inOrder(ny), nx, ny));
  }

  /** Values of all cells, in the order in which fits read them, of which higher ones are better. */
  get values(): Float64Array {
    return this.isLower ? (this.over ??= turnedOver(this.plain, this.turn)) : this.plain;
  }

  /** What values are subtracted from where lower ones are better. */
  get turn(): number {
    return turnsAt(this.kind);
  }

  /** Values of all cells, as they came. */
  get plain(): Float64Array {
    return this.isDense ? this.planes.values : (this.listed ??= finite(this.columns.v));
  }

  /** What rows are like. */
  get kind(): Kind {
    const { v, n, scored } = this.columns;
    return kindOf(this.isDense && n === null ? this.plain : finite(v), n === null ? undefined : scored);
  }

  /** The additive fit of such values, of these cells or of what stands for them. */
  fitOf(values: Float64Array): DataFit {
    const { nx, ny, columns } = this;
    if (!this.isDense) {
      const [x, y] = additiveMeans(listedCells(columns.xi, columns.yi, values, [nx, ny]));
      return { x, y };
    }
    const [y, x] = additiveMeans(planeCells(values, nx, ny));
    return { x, y };
  }

  get fit(): DataFit {
    return (this.additive ??= this.fitOf(this.values));
  }

  /** The fit of all cells, if it was asked for. */
  get fitted(): DataFit | null {
    return this.additive;
  }
}
