/** What can be opened behind cells and things, and what else is told of cells. */
import type { RowColumns, TextColumn } from "./columns";

/** Links in rising order of the number of their cell or thing. */
export interface PackedLinks {
  at: Uint32Array;
  /** Number of the label among `labels`. */
  label: Uint16Array;
  labels: string[];
  hrefs: TextColumn;
}

/** Something to open: a row behind a cell, or the page of a point. */
export interface Link {
  /** "epoch 1", or the name of the channel that holds the link. */
  label: string;
  href: string;
}

/** Links before they are packed. */
export interface CellLinks extends Omit<PackedLinks, "hrefs"> {
  hrefs: string[];
}

/** Looked up by cell index; kept apart from the matrix so that a page unpacks it after the first picture. */
export interface CellDetails {
  /** Names of the extra channels, in the order of the tip. */
  channels: string[];
  /** For each extra channel: text by cell index ("" for none). */
  texts: string[][];
  links: CellLinks;
  rows?: RowColumns;
}
