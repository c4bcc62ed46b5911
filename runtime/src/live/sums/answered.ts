/** An answer that was calculated in the page, with what Mosaic reads of a table of Arrow. */

/** Values by the names of columns. */
export type Columns = Record<string, ArrayLike<unknown>>;

interface Column {
  length: number;
  at(row: number): unknown;
  toArray(): ArrayLike<unknown>;
}

/** Numbers without gaps as Arrow holds them. */
function packed(values: unknown[]): ArrayLike<unknown> {
  return values.every((value) => typeof value === "number") ? Float64Array.from(values as number[]) : values;
}

export class Answered {
  readonly schema: { fields: { name: string }[] };
  readonly #columns: Map<string, Column>;

  constructor(
    columns: ReadonlyMap<string, unknown[]>,
    readonly numRows: number,
  ) {
    this.schema = { fields: [...columns.keys()].map((name) => ({ name })) };
    const columnOf = (values: unknown[]): Column => {
      const held = packed(values);
      return { length: numRows, at: (row) => held[row], toArray: () => held };
    };
    this.#columns = new Map([...columns].map(([name, values]) => [name, columnOf(values)]));
  }

  getChild(name: string): Column | undefined {
    return this.#columns.get(name);
  }

  getChildAt(at: number): Column | undefined {
    return [...this.#columns.values()][at];
  }

  toArray(): Record<string, unknown>[] {
    const all = [...this.#columns];
    return Array.from({ length: this.numRows }, (_, row) =>
      Object.fromEntries(all.map(([name, column]) => [name, column.at(row)])),
    );
  }

  [Symbol.iterator](): Iterator<Record<string, unknown>> {
    return this.toArray()[Symbol.iterator]();
  }
}
