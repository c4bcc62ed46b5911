/** An order in which neighbours are alike: groups of models or samples that behave in the same way stand together. */
import { distancesOf, robinsonLoss, type Table } from "./distances";
import { LeafOrder, treeOf } from "./tree";

/** From more items on the first principal component orders them. */
export const MOST_LEAVES = 300;
const STEPS = 500;
const ENOUGH = 1e-12;

/** Values less the mean of their column; 0 where there is none. */
function centred({ values, rows, columns }: Table): Float64Array {
  const [sum, n] = [new Float64Array(columns), new Uint32Array(columns)];
  for (let i = 0; i < rows * columns; i++) {
    if (values[i] !== values[i]) continue;
    sum[i % columns] += values[i];
    n[i % columns]++;
  }
  return values.map((value, i) => (value === value ? value - sum[i % columns] / n[i % columns] : 0));
}

/** The longest axis of a cloud of points, by iteration from where all coordinates are alike. */
function longest(points: Float64Array, columns: number): Float64Array {
  const square = new Float64Array(columns * columns);
  for (let start = 0; start < points.length; start += columns)
    for (let a = 0; a < columns; a++) {
      const value = points[start + a];
      if (value !== 0) for (let b = 0; b < columns; b++) square[a * columns + b] += value * points[start + b];
    }
  let axis = Float64Array.from({ length: columns }, (_, k) => 1 + k / (1000 * columns));
  for (let step = 0; step < STEPS; step++) {
    const next = axis.map((_, a) => {
      let sum = 0;
      for (let b = 0; b < columns; b++) sum += square[a * columns + b] * axis[b];
      return sum;
    });
    const length = Math.hypot(...next);
    if (!(length > 0)) return axis;
    const turned = next.map((value) => value / length);
    const change = turned.reduce((most, value, k) => Math.max(most, Math.abs(value - axis[k])), 0);
    axis = turned;
    if (change < ENOUGH) break;
  }
  return axis;
}

/** Items along the first principal component of the table (K. Pearson, 1901); equal ones as they stand. */
function alongComponent(table: Table): number[] {
  const points = centred(table);
  const axis = longest(points, table.columns);
  const place = Float64Array.from({ length: table.rows }, (_, row) => {
    let sum = 0;
    for (let k = 0; k < table.columns; k++) sum += points[row * table.columns + k] * axis[k];
    return sum;
  });
  return [...place.keys()].sort((a, b) => place[a] - place[b]);
}

/** Some of an order's items, evenly over it, for what takes long. */
function sampled(order: readonly number[]): number[] {
  const step = Math.max(1, order.length / MOST_LEAVES);
  return Array.from({ length: Math.min(order.length, MOST_LEAVES) }, (_, k) => order[Math.floor(k * step)]);
}

/** The order that stands less against the distances: the second only where the first is worse. */
function better(table: Table, found: readonly number[], given: readonly number[]): readonly number[] {
  const rows = sampled(given);
  const kept = new Map(rows.map((row, k) => [row, k]));
  const distances = distancesOf(table, rows);
  const loss = (order: readonly number[]): number =>
    robinsonLoss(
      distances,
      order.flatMap((row) => kept.get(row) ?? []),
    );
  return loss(found) <= loss(given) ? found : given;
}

/** Whether an order runs against another one. */
function isTurned(order: readonly number[], given: readonly number[]): boolean {
  const place = new Map(given.map((row, k) => [row, k]));
  const middle = (order.length - 1) / 2;
  return order.reduce((sum, row, k) => sum + (k - middle) * place.get(row)!, 0) < 0;
}

/**
 * Rows of a table in an order in which neighbours are alike: up to 300 by the optimal order of the leaves of a tree of
 * average linkage, more by their first principal component. It runs as `given` does, an order of all rows, and is that
 * one where nothing better was found, by the anti-Robinson loss (of 300 rows, where there are more).
 */
export function seriated(table: Table, given: readonly number[]): number[] {
  if (table.rows < 3) return [...given];
  const isFew = table.rows <= MOST_LEAVES;
  const distances = isFew ? distancesOf(table) : null;
  const found = distances ? new LeafOrder(treeOf(distances), distances).order : alongComponent(table);
  const order = better(table, isTurned(found, given) ? found.reverse() : found, given);
  return [...order];
}
