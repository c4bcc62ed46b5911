/** An answer that was calculated in the page, with what Mosaic reads of a table of Arrow. */

/** Values by the names of columns. */
export type Columns = Record<string, ArrayLike<unknown>>;

interface Column {
  toArray(): ArrayLike<unknown>;
}

/** Numbers without gaps as Arrow holds them. */
function packed(values: unknown[]): ArrayLike<unknown> {
  return values.every((value) => typeof value === "number") ? Float64Array.from(values as number[]) : values;
}

function columnOf(values: unknown[]): Column {
  const held = packed(values);
  return { toArray: () => held };
}

export class Answered {
  readonly schema: { fields: { name: string }[] };
  readonly #columns: Map<string, Column>;

  constructor(
    columns: ReadonlyMap<string, unknown[]>,
    readonly numRows: number,
  ) {
    this.schema = { fields: [...columns.keys()].map((name) => ({ name })) };
    this.#columns = new Map([...columns].map(([name, values]) => [name, columnOf(values)]));
  }

  getChild(name: string): Column | undefined {
    return this.#columns.get(name);
  }

  getChildAt(at: number): Column | undefined {
    return this.getChild(this.schema.fields[at].name);
  }
}
