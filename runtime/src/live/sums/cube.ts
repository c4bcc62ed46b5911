/** A table of sums that Mosaic prepares for one brush or choice, in the page: what is asked of it is answered here. */
import type { ExprNode } from "@uwdata/mosaic-sql";
import { Answered, type Columns } from "./answered";
import { Beyond, compiled, isNull, plain, type Value } from "./expression";
import { making, type Order, type Plan, type Scope } from "./plan";

/** Rows by the group that they are in. */
interface Groups {
  of: Int32Array;
  /** A row of each group. */
  first: Int32Array;
}

/** A text that no other value has, whatever follows it. */
function keyOf(value: unknown): string {
  const told = plain(value ?? null);
  if (typeof told === "object" && told !== null) throw new Beyond();
  const text = String(told);
  return `${typeof told}${text.length}:${text}`;
}

function grouped(values: Value[], rows: number): Groups {
  const of = new Int32Array(rows);
  const first: number[] = [];
  const numbers = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const key = values.map((value) => keyOf(value(row))).join("");
    let group = numbers.get(key);
    if (group === undefined) {
      numbers.set(key, (group = first.length));
      first.push(row);
    }
    of[row] = group;
  }
  return { of, first: Int32Array.from(first) };
}

/** Texts by their code points: those beyond 65535 are halves of 0xd800 and more, which other characters follow. */
function byCodes(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const ranks = [one, other].map((text) => {
    const code = text.charCodeAt(at);
    return Number.isNaN(code) ? -1 : code >= 0xd800 && code < 0xe000 ? code + 0x10000 : code;
  });
  return ranks[0] - ranks[1];
}

/** Below zero where the one comes before the other. */
function compared(one: unknown, other: unknown, { sign, nullsFirst }: Order): number {
  if (isNull(one) || isNull(other)) return (Number(isNull(one)) - Number(isNull(other))) * (nullsFirst ? -1 : 1);
  const [a, b] = [plain(one), plain(other)] as number[];
  if (typeof a !== typeof b || a !== a || b !== b) throw new Beyond();
  if (typeof a === "string") return sign * byCodes(a, b as never);
  return a < b ? -sign : a > b ? sign : 0;
}

export class Cube {
  readonly #scope: Scope;
  readonly #groups: Groups;

  constructor(
    private readonly plan: Plan,
    columns: Columns,
    private readonly rows: number,
  ) {
    const row = (name: string): Value => {
      const values = columns[name];
      if (!values) throw new Beyond();
      return (at) => values[at];
    };
    this.#groups = grouped(plan.groupby.map(row), rows);
    const { first } = this.#groups;
    const group = (name: string): Value => {
      const value = row(name);
      return (at) => value(first[at]);
    };
    this.#scope = { row, group };
  }

  /** The answer where a condition holds, as DuckDB would give it; throws `Beyond` where it cannot be told here. */
  answer(condition: ExprNode | null): Answered {
    const { outputs, groupby } = this.plan;
    const size = this.#groups.first.length;
    const made = outputs.map((output) => making(output, this.#scope, size));
    const seen = this.#add(
      made.flatMap(({ aggregates }) => aggregates),
      condition,
    );
    const values = new Map(outputs.map(({ alias }, i) => [alias, made[i].value]));
    const groups = groupby.length ? this.#ordered(seen, values) : [0];
    return new Answered(new Map([...values].map(([alias, value]) => [alias, groups.map(value)])), groups.length);
  }

  /** Tells aggregates the rows for which a condition holds: the groups of these. */
  #add(aggregates: { add(group: number, row: number): void }[], condition: ExprNode | null): number[] {
    const holds = condition && compiled(condition, this.#scope.row);
    const { of, first } = this.#groups;
    const isSeen = new Uint8Array(first.length);
    for (let row = 0; row < this.rows; row++) {
      if (holds && holds(row) !== true) continue;
      const group = of[row];
      isSeen[group] = 1;
      for (const aggregate of aggregates) aggregate.add(group, row);
    }
    return [...first.keys()].filter((group) => isSeen[group]);
  }

  #ordered(groups: number[], values: ReadonlyMap<string, Value>): number[] {
    const orders = this.plan.orderby.map((order) => ({
      order,
      of: values.get(order.alias) ?? this.#scope.group(order.alias),
    }));
    const compare = (one: number, other: number): number => {
      for (const { order, of } of orders) {
        const found = compared(of(one), of(other), order);
        if (found) return found;
      }
      return 0;
    };
    return orders.length ? groups.sort(compare) : groups;
  }
}
