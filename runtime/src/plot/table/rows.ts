/** Rows of a table at hand: all of them, sorted and filtered here, or windows of them as they were asked for. */
import type { Answer } from "../cell/bands";
import type { TableColumn } from "./column";
import type { Condition } from "./condition";
import { comparer } from "./order";
import type { Sort } from "./question";

/** Values by column, then by row. */
export type Values = readonly (readonly unknown[])[];

export interface Rows {
  /** How many meet the conditions. */
  readonly count: number;
  /** The value in a row and a column; undefined where the row is not at hand. */
  value(row: number, column: number): unknown;
  has(row: number): boolean;
}

export const valuesOf = (answer: unknown, columns: readonly TableColumn[]): Values =>
  columns.map(({ name }) => Array.from((answer as Answer).getChild(name)?.toArray() ?? []));

function firstDifference(compares: readonly ((a: number, b: number) => number)[], a: number, b: number): number {
  for (const compare of compares) {
    const found = compare(a, b);
    if (found !== 0) return found;
  }
  return 0;
}

/** All rows. */
export class HeldRows implements Rows {
  private order: Uint32Array;

  constructor(
    private readonly values: Values,
    private readonly columns: readonly TableColumn[],
  ) {
    this.order = Uint32Array.from(values[0] ?? [], (_, i) => i);
  }

  get count(): number {
    return this.order.length;
  }

  has(row: number): boolean {
    return row < this.count;
  }

  value(row: number, column: number): unknown {
    return this.values[column][this.order[row]];
  }

  /** Rows that are equal stay as they were. */
  arrange(sorts: readonly Sort[], conditions: ReadonlyMap<number, Condition>): void {
    const all = Uint32Array.from(this.values[0] ?? [], (_, i) => i);
    const tests = [...conditions].map(([column, condition]) => ({ values: this.values[column], condition }));
    this.order = all.filter((row) => tests.every(({ values, condition }) => condition.holds(values[row])));
    const compares = sorts.map(({ column, isDescending }) => {
      const values = this.values[column];
      const compare = comparer(this.columns[column].kind, isDescending);
      return (a: number, b: number): number => compare(values[a], values[b]);
    });
    if (sorts.length) this.order.sort((a, b) => firstDifference(compares, a, b) || a - b);
  }
}

/** Rows of one window, and how many windows are kept. */
const WINDOW = 100;
const MOST_WINDOWS = 50;

/** Some of many rows: those that are in sight come when they are wanted. */
export class WindowedRows implements Rows {
  private readonly windows = new Map<number, Values>();
  private readonly asked = new Set<number>();

  constructor(
    readonly count: number,
    private readonly ask: (limit: number, offset: number) => Promise<Values>,
  ) {}

  has(row: number): boolean {
    return this.windows.has(Math.floor(row / WINDOW));
  }

  value(row: number, column: number): unknown {
    return this.windows.get(Math.floor(row / WINDOW))?.[column][row % WINDOW];
  }

  /** Brings the rows from `from` to before `to`; whether any of them are new. */
  async bring(from: number, to: number): Promise<boolean> {
    const [first, last] = [from, Math.min(to, this.count) - 1].map((row) => Math.floor(row / WINDOW));
    const missing = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).filter(
      (at) => !this.windows.has(at) && !this.asked.has(at),
    );
    await Promise.all(missing.map((at) => this.bringWindow(at)));
    return missing.length > 0;
  }

  private async bringWindow(at: number): Promise<void> {
    this.asked.add(at);
    try {
      this.windows.set(at, await this.ask(WINDOW, at * WINDOW));
    } finally {
      this.asked.delete(at);
    }
    const [oldest] = this.windows.keys();
    if (this.windows.size > MOST_WINDOWS) this.windows.delete(oldest);
  }
}
