/** How unlike items are: rows of a table of numbers, NaN where there is none. */

export interface Table {
  /** Row by row. */
  values: Float64Array;
  rows: number;
  columns: number;
}

/** Symmetric, row by row. */
export interface Distances {
  of: Float64Array;
  n: number;
}

/** Root mean square of the differences over the columns that both have; NaN where there is none. */
function distance({ values, columns }: Table, a: number, b: number): number {
  let [sum, n] = [0, 0];
  for (let k = 0, i = a * columns, j = b * columns; k < columns; k++, i++, j++) {
    const difference = values[i] - values[j];
    if (difference !== difference) continue;
    sum += difference * difference;
    n++;
  }
  return Math.sqrt(sum / n);
}

/** Distances of all rows. What has no column in common is as far apart as anything is. */
export function distancesOf(table: Table, rows: readonly number[] = [...Array(table.rows).keys()]): Distances {
  const n = rows.length;
  const of = new Float64Array(n * n);
  let most = 0;
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const found = distance(table, rows[a], rows[b]);
      of[a * n + b] = of[b * n + a] = found;
      if (found > most) most = found;
    }
  }
  for (let i = 0; i < of.length; i++) if (of[i] !== of[i]) of[i] = most;
  return { of, n };
}

/**
 * Anti-Robinson loss of an order (L. Hubert, P. Arabie and J. Meulman, 2001): how much nearer than things between them
 * are those that stand farther away, added up over all triples.
 */
export function robinsonLoss({ of, n }: Distances, order: readonly number[]): number {
  let loss = 0;
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const near = of[order[a] * n + order[b]];
      for (let c = b + 1; c < n; c++) {
        const far = of[order[a] * n + order[c]];
        if (far < near) loss += near - far;
        const other = of[order[b] * n + order[c]];
        if (far < other) loss += other - far;
      }
    }
  }
  return loss;
}
