/** Links and extra channels behind the cells. */
import { safeHref } from "../shared/link";
import type { CellDetails, CellLink } from "../shared/payload";
import { oneLine } from "../shared/ticks";
import type { Grid, Table } from "./grid";
import type { CellExtras } from "./matrix";

/** A channel of which every text is an address. */
const isLinks = (texts: string[]): boolean => texts.some(Boolean) && texts.every((t) => t === "" || /^https?:\/\//i.test(t));

function addLinks(links: Record<number, CellLink[]>, label: string, texts: string[]): void {
  texts.forEach((text, at) => {
    const href = safeHref(text);
    if (href !== null && !links[at]?.some((link) => link.href === href)) (links[at] ??= []).push({ label, href });
  });
}

/** Links and extra channels of the cells, or null where there are none. */
export function detailsOf(extras: CellExtras, grid: Grid, rows: Table | null): CellDetails | null {
  if (!extras.channels.length && rows === null) return null;
  const links = linksByCell(grid, rows);
  const channels: string[] = [];
  const texts: string[][] = [];
  extras.channels.forEach(([name], k) => {
    const text = grid.texts[k];
    if (isLinks(text)) addLinks(links, oneLine(name), text);
    else {
      channels.push(oneLine(name));
      texts.push(text);
    }
  });
  return { channels, texts, links };
}

function linksByCell(grid: Grid, rows: Table | null): Record<number, CellLink[]> {
  const links: Record<number, CellLink[]> = {};
  if (rows === null) return links;
  const column = (name: string): ArrayLike<unknown> => rows.getChild(name)!.toArray();
  const [xi, yi, href, epoch] = ["xi", "yi", "href", "epoch"].map(column);
  for (let i = 0; i < rows.numRows; i++) {
    const at = grid.at(Number(xi[i]), Number(yi[i]));
    const safe = safeHref(String(href[i]));
    if (at < 0 || safe === null) continue;
    (links[at] ??= []).push({ label: epoch[i] === null ? "log" : `epoch ${String(epoch[i])}`, href: safe });
  }
  return links;
}
