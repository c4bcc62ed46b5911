/** Columns of texts, and of the rows behind cells. */

/** Numbers of rows, as narrow as they may be. */
export type Counts = Uint32Array | Uint16Array | Uint8Array;

/** Numbers as narrow as they may be. */
export function narrowed(numbers: readonly number[] | Uint32Array): Counts {
  let most = 0;
  for (const n of numbers) most = Math.max(most, n);
  const Plane = most < 2 ** 8 ? Uint8Array : most < 2 ** 16 ? Uint16Array : Uint32Array;
  return Plane.from(numbers);
}

/** Texts one after the other in UTF-8, with their lengths in UTF-16 units. */
export interface TextColumn {
  lengths: Uint32Array;
  bytes: Uint8Array;
}

/** Texts of which each stands once, and which of them each row has. */
export interface CodedTexts {
  code: Uint32Array | Uint16Array;
  texts: TextColumn;
}

/** The rows of cells that are shown side by side: in the order of their cells, those of one cell in that of their
 * epochs, each of which comes once. */
export interface EpochColumns {
  /** What the epochs are called, in their order. */
  names: string[];
  /** By how much the number of a row's cell is above that of the row before. */
  steps: Counts;
  /** NaN where a row has no score. */
  values: Float64Array;
  states: Uint8Array;
  /** Number of a row's epoch among the names. */
  epoch: Counts;
}

/** Rows behind the cells, in the order of their cells, those of one cell in that of their epochs. */
export interface RowColumns {
  /** By how much the number of a row's cell is above that of the row before. */
  steps: Uint32Array;
  /** NaN where a row has no score. */
  values: Float64Array;
  states: Uint8Array;
  epoch: CodedTexts;
  /** Logs of rows that cannot be opened, below the folder that all logs share. */
  log: CodedTexts;
  /** Texts of the columns that the caller asked for. */
  details: CodedTexts[];
}
