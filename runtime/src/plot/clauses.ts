/** Conditions of a selection in an order that does not tell which was set first: the same state asks the same. */
import { isSelection, type SelectionClause } from "@uwdata/mosaic-core";

type Clauses = SelectionClause[];

interface Resolver {
  resolve(clauses: Clauses, clause: SelectionClause, reset?: boolean): Clauses;
}

/** Inputs by their places, then interactors as they come. */
const rank = ({ source }: SelectionClause): number => (source as { rank?: number } | undefined)?.rank ?? Infinity;

const order = (a: SelectionClause, b: SelectionClause): number => {
  const [i, j] = [rank(a), rank(b)];
  return i === j ? 0 : i - j;
};

const ordered = new WeakSet<object>();

/** From now on the selections among params keep their conditions in order. */
export function orderClauses(params: Iterable<unknown>): void {
  for (const param of params) {
    if (!isSelection(param) || ordered.has(param)) continue;
    ordered.add(param);
    const resolver = (param as unknown as { _resolver: Resolver })._resolver;
    const resolve = resolver.resolve.bind(resolver);
    resolver.resolve = (clauses, clause, reset) => resolve(clauses, clause, reset).sort(order);
  }
}
