/** Links, channels and single rows as columns: a page of many cells reads only those of the cells that it shows. */
import { pack, unpack } from "./pack";
import type { RowColumns, TextColumn } from "./columns";
import type { CellDetails, Link, PackedLinks } from "./payload";
import { rowsReader, type Row } from "./rows";
import { linksReader, packedLinks, reader, textColumn } from "./texts";

interface Columns extends PackedLinks {
  channels: string[];
  texts: TextColumn[];
  rows?: RowColumns;
}

function columnsOf({ channels, texts, links, rows }: CellDetails): Columns {
  return { channels, texts: texts.map(textColumn), ...packedLinks(links), ...(rows && { rows }) };
}

/** Bytes of the details of each mark. */
export const packDetails = (details: (CellDetails | null)[]): Uint8Array =>
  pack(details.map((entry) => entry && columnsOf(entry)));

export interface DetailsReader {
  /** Name and text of each extra channel of a cell. */
  channels(at: number): [string, string][];
  links(at: number): Link[];
  /** Single rows of a cell, as far as they are told. */
  rows(at: number): Row[];
}

function readerOf({ channels, texts, rows, ...links }: Columns): DetailsReader {
  const textAt = texts.map(reader);
  return {
    channels: (at) => channels.map((name, k) => [name, textAt[k](at)]),
    links: linksReader(links),
    rows: rows ? rowsReader(rows) : () => [],
  };
}

/** What `packDetails` was given, for each mark. */
export const unpackDetails = (bytes: Uint8Array): (DetailsReader | null)[] =>
  unpack<(Columns | null)[]>(bytes).map((columns) => columns && readerOf(columns));
