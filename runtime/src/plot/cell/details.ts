/** Links and extra channels behind the cells. */
import { safeHref } from "../../shared/link";
import type { CellDetails, CellLinks } from "../../shared/payload";
import { oneLine } from "../../shared/ticks";
import type { Answer } from "./bands";
import type { Grid } from "./grid";
import type { Layout } from "./layout";
import { byCell } from "./planes";
import { rowColumns, type RowAnswers } from "./rows";
import type { CellWish } from "./wish";

/** Addresses that need no change, as most do. */
const PLAIN = /^https?:\/\/[A-Za-z0-9\-._~:/?#[\]@!$&()*+,;=]*$/;

/** Links as they are found, in any order. */
class Links {
  private readonly at: number[] = [];
  private readonly label: number[] = [];
  private readonly hrefs: string[] = [];
  private readonly labels = new Map<string, number>();

  add(at: number, label: string, text: string): void {
    const href = PLAIN.test(text) ? text : safeHref(text);
    if (href === null) return;
    if (!this.labels.has(label)) this.labels.set(label, this.labels.size);
    this.at.push(at);
    this.label.push(this.labels.get(label)!);
    this.hrefs.push(href);
  }

  /** In order of the cells, those of one cell as they were added. */
  columns(cells: number): CellLinks {
    const order = byCell(this.at, cells);
    return {
      at: Uint32Array.from(order, (i) => this.at[i]),
      label: Uint16Array.from(order, (i) => this.label[i]),
      labels: [...this.labels.keys()],
      hrefs: Array.from(order, (i) => this.hrefs[i]),
    };
  }
}

/** A channel of which every text is an address. */
const isLinks = (texts: string[]): boolean =>
  texts.some(Boolean) && texts.every((t) => t === "" || /^https?:\/\//i.test(t));

function addRows(links: Links, grid: Grid, rows: Answer): void {
  const column = (name: string): ArrayLike<unknown> => rows.getChild(name)!.toArray();
  const [xi, yi, href, epoch] = ["xi", "yi", "href", "epoch"].map(column);
  for (let i = 0; i < rows.numRows; i++) {
    const at = grid.at(Number(xi[i]), Number(yi[i]));
    if (at >= 0) links.add(at, epoch[i] === null ? "log" : `epoch ${String(epoch[i])}`, String(href[i]));
  }
}

/** Links and extra channels of the cells, or null where there are none. */
export function detailsOf(
  { channels: wanted }: CellWish,
  { grid, topics }: Pick<Layout, "grid" | "topics">,
  { links: rows, told }: RowAnswers,
): CellDetails | null {
  if (topics) {
    const [channels, texts] = [topics.texts.map(([name]) => name), topics.texts.map(([, text]) => text)];
    return { channels, texts, links: new Links().columns(grid.nx * grid.ny) };
  }
  if (!wanted.length && rows === null && told === null) return null;
  const links = new Links();
  if (rows !== null) addRows(links, grid, rows);
  const channels: string[] = [];
  const texts: string[][] = [];
  wanted.forEach(([name], k) => {
    const text = grid.texts[k];
    if (isLinks(text)) text.forEach((address, at) => address && links.add(at, oneLine(name), address));
    else {
      channels.push(oneLine(name));
      texts.push(text);
    }
  });
  const single = told && rowColumns(told, grid);
  return { channels, texts, links: links.columns(grid.nx * grid.ny), ...(single && { rows: single }) };
}
