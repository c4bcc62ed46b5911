/** What columns of the data say of samples and models, besides their scores. */

/** A column with one value for each sample, or for each model. */
export interface Attribute {
  name: string;
  of: "samples" | "models";
  /** Its values in natural order, each once; the last one says that there is none, where some lack it. */
  labels: string[];
  /** For each band, in drawing order, the number of its value. */
  codes: Uint8Array | Uint16Array | Uint32Array;
  /** The last value is that of bands without one. */
  isLacking?: true;
  isNumber?: true;
  /** Of a column of numbers: what the labels say, NaN for none. */
  numbers?: Float64Array;
}

/** Which of `n` values most bands have, at most so many and of equal ones the first; in rising order. */
export function frequent(codes: ArrayLike<number> & Iterable<number>, n: number, most: number): number[] {
  const sizes = new Uint32Array(n);
  for (const code of codes) if (code < n) sizes[code]++;
  const values = [...sizes.keys()].sort((a, b) => sizes[b] - sizes[a] || a - b);
  return values.slice(0, most).sort((a, b) => a - b);
}

/** A column as words call it. */
export const said = (name: string): string => name.replace(/^metadata_(?=.)|(?<=.)_name$/g, "");

/** What a mark of cells knows of its bands; nothing where nobody asked. */
export interface Attributed {
  attributes?: Attribute[];
  /** Names of those by which bands stand in groups, the outer first, and of those that are shown as bars. */
  group?: string[];
  bars?: string[];
}
