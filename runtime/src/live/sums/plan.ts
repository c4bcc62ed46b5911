/** What Mosaic asks of a table of sums, read from its question. */
import { ColumnRefNode, OrderByNode, type ExprNode, type SelectQuery } from "@uwdata/mosaic-sql";
import { aggregateOf, type Aggregate } from "./aggregates";
import { Beyond, compiled, type Value } from "./expression";

export interface Output {
  alias: string;
  expr: ExprNode;
}

export interface Order {
  alias: string;
  sign: 1 | -1;
  nullsFirst: boolean;
}

/** But for the condition, which changes. */
export interface Plan {
  outputs: Output[];
  groupby: string[];
  orderby: Order[];
}

/** Aggregates of an output, and its value by group. */
export interface Making {
  aggregates: Aggregate[];
  value: Value;
}

/** Columns of rows, and those of groups. */
export interface Scope {
  row(name: string): Value;
  group(name: string): Value;
}

/** An output over so many groups. */
export function making({ expr }: Output, { row, group }: Scope, groups: number): Making {
  const aggregates: Aggregate[] = [];
  const rowOf = (node: ExprNode): Value => compiled(node, row);
  const special = (node: ExprNode): Value | null => {
    const aggregate = aggregateOf(node, rowOf, row)?.(groups);
    if (aggregate) aggregates.push(aggregate);
    return aggregate?.of ?? null;
  };
  return { aggregates, value: compiled(expr, group, special) };
}

function nameOf(node: ExprNode): string {
  if (node instanceof ColumnRefNode) return node.column;
  throw new Beyond();
}

function orderOf(node: ExprNode): Order {
  if (!(node instanceof OrderByNode)) return { alias: nameOf(node), sign: 1, nullsFirst: false };
  return { alias: nameOf(node.expr), sign: node.desc ? -1 : 1, nullsFirst: node.nullsFirst ?? false };
}

/** Throws `Beyond` where something is not known here, whatever the rows hold. */
function check({ outputs, groupby, orderby }: Plan): void {
  const none: Value = () => null;
  const known = [...groupby, ...outputs.map(({ alias }) => alias)];
  if (orderby.some(({ alias }) => !known.includes(alias))) throw new Beyond();
  const group = (name: string): Value => {
    if (!groupby.includes(name)) throw new Beyond();
    return none;
  };
  for (const output of outputs) making(output, { row: () => none, group }, 0);
}

/** Throws `Beyond` where only DuckDB can answer. */
export function planOf(select: SelectQuery): Plan {
  const { _having, _qualify, _window, _distinct, _limit, _offset, _sample } = select;
  if (_having.length || _qualify.length || _window.length || _distinct || _limit || _offset || _sample)
    throw new Beyond();
  const plan = {
    outputs: select._select.map(({ alias, expr }) => ({ alias, expr })),
    groupby: select._groupby.map(nameOf),
    orderby: select._orderby.map(orderOf),
  };
  check(plan);
  return plan;
}
