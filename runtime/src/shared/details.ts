/** Links and extra channels as columns: a page of many cells reads only those of the cells that it shows. */
import { pack, unpack } from "./pack";
import type { CellDetails, CellLink } from "./payload";

/** Texts one after the other in UTF-8, with their lengths in UTF-16 units. */
interface TextColumn {
  lengths: Uint32Array;
  bytes: Uint8Array;
}

interface Columns {
  channels: string[];
  texts: TextColumn[];
  /** Cell index of each link, rising, and the number of its label. */
  at: Uint32Array;
  label: Uint16Array;
  labels: string[];
  hrefs: TextColumn;
}

const textColumn = (texts: string[]): TextColumn => ({
  lengths: Uint32Array.from(texts, (text) => text.length),
  bytes: new TextEncoder().encode(texts.join("")),
});

function columnsOf({ channels, texts, links }: CellDetails): Columns {
  return { channels, texts: texts.map(textColumn), ...links, hrefs: textColumn(links.hrefs) };
}

/** Bytes of the details of each plot. */
export const packDetails = (details: (CellDetails | null)[]): Uint8Array =>
  pack(details.map((entry) => entry && columnsOf(entry)));

/** The texts of a column, cut out when asked for. */
function reader({ lengths, bytes }: TextColumn): (i: number) => string {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const ends = new Uint32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) ends[i + 1] = ends[i] + lengths[i];
  return (i) => text.slice(ends[i], ends[i + 1]);
}

/** Index of the first entry that is not below `value`. */
function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface DetailsReader {
  /** Name and text of each extra channel of a cell. */
  channels(at: number): [string, string][];
  links(at: number): CellLink[];
}

function readerOf({ channels, texts, at: cells, label, labels, hrefs }: Columns): DetailsReader {
  const textAt = texts.map(reader);
  const hrefAt = reader(hrefs);
  return {
    channels: (at) => channels.map((name, k) => [name, textAt[k](at)]),
    links: (at) => {
      const out: CellLink[] = [];
      for (let i = lowerBound(cells, at); cells[i] === at; i++) out.push({ label: labels[label[i]], href: hrefAt(i) });
      return out;
    },
  };
}

/** What `packDetails` was given, for each plot. */
export const unpackDetails = (bytes: Uint8Array): (DetailsReader | null)[] =>
  unpack<(Columns | null)[]>(bytes).map((columns) => columns && readerOf(columns));
