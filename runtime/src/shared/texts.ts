/** Columns of texts as bytes: a page of many cells reads only the texts of the cells that it shows. */
import type { TextColumn } from "./columns";
import type { CellLinks, Link, PackedLinks } from "./payload";
import { lowerBound } from "./rising";

export const textColumn = (texts: string[]): TextColumn => ({
  lengths: Uint32Array.from(texts, (text) => text.length),
  bytes: new TextEncoder().encode(texts.join("")),
});

/** The texts of a column, cut out when asked for. */
export function reader({ lengths, bytes }: TextColumn): (i: number) => string {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const ends = new Uint32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) ends[i + 1] = ends[i] + lengths[i];
  return (i) => text.slice(ends[i], ends[i + 1]);
}

export const packedLinks = (links: CellLinks): PackedLinks => ({ ...links, hrefs: textColumn(links.hrefs) });

/** The links of one cell or thing. */
export function linksReader({ at: owners, label, labels, hrefs }: PackedLinks): (at: number) => Link[] {
  const hrefAt = reader(hrefs);
  return (at) => {
    const out: Link[] = [];
    for (let i = lowerBound(owners, at); owners[i] === at; i++) out.push({ label: labels[label[i]], href: hrefAt(i) });
    return out;
  };
}
