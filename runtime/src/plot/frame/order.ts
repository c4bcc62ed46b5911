/** How bands stand, in words, where that is not the order of difficulty. */
import type { DomainSort } from "../cell/sort";

/** What reducers of scores are called. */
const REDUCED: Record<string, string> = { mean: "plain mean", max: "highest score", min: "lowest score" };

function subject(axis: "x" | "y", channel: string, reduce: DomainSort["reduce"]): string {
  if (channel === axis) return "name";
  if (channel !== "fill") return channel;
  const reducer = typeof reduce === "string" ? reduce : "max";
  return REDUCED[reducer] ?? `${reducer} of their scores`;
}

/** "by plain mean, falling", "in the order of the data"; `domain`: bands that the caller named. */
export function orderWords(axis: "x" | "y", given: DomainSort | undefined, domain: unknown): string {
  if (Array.isArray(domain)) return "in the order given";
  if (given === undefined) return "by name";
  const { value, reduce, order, reverse } = given;
  if (value === null || value === undefined || order === null) return "in the order of the data";
  if (reduce === null || reduce === false) return "by name";
  const isNegated = value.startsWith("-");
  const isFalling = (order === undefined ? isNegated : order === "descending") !== (reverse === true);
  return `by ${subject(axis, value.replace("-", ""), reduce)}, ${isFalling ? "falling" : "rising"}`;
}
