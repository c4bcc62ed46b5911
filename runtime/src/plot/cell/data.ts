/** The cells of an answer in the order of the data. */
import { kindOf, type Kind } from "../../shared/difficulty";
import { additiveMeans, listedCells, planeCells, type Means } from "../../shared/statistics/additive";
import type { Columns } from "./columns";
import { filled, inOrder, type Planes } from "./planes";

export interface DataFit {
  x: Means;
  y: Means;
}

/** Planes may be so many times as large as the list of cells. */
const LOOSE = 4;

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
  private additive: DataFit | null = null;

  constructor(
    readonly columns: Columns,
    readonly nx: number,
    readonly ny: number,
  ) {}

  get isDense(): boolean {
    return this.nx * this.ny <= LOOSE * this.columns.v.length;
  }

  /** Planes with all bands. */
  get planes(): Planes {
    const { columns, nx, ny } = this;
    return (this.known ??= filled(columns, inOrder(nx), inOrder(ny), nx, ny));
  }

  /** Values of all cells, in the order in which fits read them. */
  get values(): Float64Array {
    return this.isDense ? this.planes.values : (this.listed ??= finite(this.columns.v));
  }

  /** What rows are like. */
  get kind(): Kind {
    const { v, n, scored } = this.columns;
    return kindOf(this.isDense && n === null ? this.values : finite(v), n === null ? undefined : scored);
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
