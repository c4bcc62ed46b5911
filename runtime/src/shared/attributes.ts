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

/** A column as words call it. */
export const said = (name: string): string => name.replace(/^metadata_(?=.)|(?<=.)_name$/g, "");

/** What a mark of cells knows of its bands; nothing where nobody asked. */
export interface Attributed {
  attributes?: Attribute[];
  /** Names of those by which bands stand in groups, the outer first, and of those that are shown as bars. */
  group?: string[];
  bars?: string[];
}
