/** Aggregates over the rows of groups: what was told of each row so far, and what it comes to. */
import { AggregateNode, FragmentNode, type ExprNode } from "@uwdata/mosaic-sql";
import { Beyond, isNull, plain, type Value } from "./expression";

/** An aggregate of each of so many groups. */
export interface Aggregate {
  /** A row of a group. */
  add(group: number, row: number): void;
  /** Of a group: null where no row had a value. */
  of: Value;
}

function summed(value: Value, groups: number): Aggregate {
  const held = new Float64Array(groups);
  const isHeld = new Uint8Array(groups);
  return {
    add(group, row) {
      const found = value(row);
      if (isNull(found)) return;
      if (typeof found !== "number") throw new Beyond();
      held[group] += found;
      isHeld[group] = 1;
    },
    of: (group) => (isHeld[group] ? held[group] : null),
  };
}

/** The value where another one is greatest or least, the first of equal ones. */
function argued(isGreater: boolean, value: Value, by: Value, groups: number): Aggregate {
  const held: unknown[] = Array(groups).fill(null);
  const best = new Float64Array(groups);
  const isHeld = new Uint8Array(groups);
  return {
    add(group, row) {
      const found = value(row);
      const at = plain(by(row));
      if (isNull(found) || isNull(at)) return;
      if (typeof at !== "number" || at !== at) throw new Beyond();
      if (isHeld[group] && !(isGreater ? at > best[group] : at < best[group])) return;
      [held[group], best[group], isHeld[group]] = [found, at, 1];
    },
    of: (group) => held[group],
  };
}

/** Mosaic writes the least and the greatest of its own columns as text. */
const WRITTEN = /^(min|max)\("(pre_[0-9a-f]+)"\)$/;

/** How to make an aggregate for so many groups; null where a node is none, and `Beyond` where it is not known here. */
export function aggregateOf(
  node: ExprNode,
  rowOf: (node: ExprNode) => Value,
  column: (name: string) => Value,
): ((groups: number) => Aggregate) | null {
  if (node instanceof FragmentNode) {
    const [, name, of] = WRITTEN.exec(String(node)) ?? [];
    if (!name) throw new Beyond();
    const value = column(of);
    return (groups) => argued(name === "max", value, value, groups);
  }
  if (!(node instanceof AggregateNode)) return null;
  if (node.filter || node.isDistinct || node.order.length) throw new Beyond();
  const [value, by] = node.args.map(rowOf);
  if (node.name === "sum") return (groups) => summed(value, groups);
  if (node.name === "arg_max" || node.name === "arg_min")
    return (groups) => argued(node.name === "arg_max", value, by, groups);
  throw new Beyond();
}
