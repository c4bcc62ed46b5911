/** Pictures that one `HtmlPage` made, wherever they stand in the document: what they share, and which are missing. */
import { html, part } from "../page/dom";
import type { World } from "../plot/index";
import { asPart, FRAGMENT } from "../shared/protocol";
import type { Made } from "./engine";
import { EngineError } from "./watch";

/** Of a table of a picture: columns, whose rows name them, and the fragment that brought them. */
interface Piece {
  piece: string;
  from: string;
  columns: string[];
}

/** What a picture knows of the page that it was made for; its names stand for one thing in all of a document. */
export interface Sharing {
  name: string;
  /** Names of its params and selections in the page. */
  variables: Record<string, string>;
  tables: Record<string, Piece[]>;
  /** The others that it needs, with their titles. */
  needs: { name: string; title: string }[];
}

/** So long a document may take to bring a fragment before readers hear that it is missing. */
const PATIENCE = 5000;

const all = new Map<string, unknown>();

/** What a picture has in common with the others. */
export const sharedIn = ({ variables }: Sharing): NonNullable<World["shared"]> => ({ all, names: variables });

const find = (name: string): HTMLElement | null => document.querySelector<HTMLElement>(`[${FRAGMENT}="${name}"]`);

const missing = ({ needs }: Sharing): Sharing["needs"] => needs.filter(({ name }) => !find(name));

const sentence = (titles: string[]): string =>
  `This picture belongs with ${titles.map((title) => `“${title}”`).join(" and ")}, which ${
    titles.length > 1 ? "are" : "is"
  } not in this page.`;

/** Says below a picture, and on the console, what it belongs with that is not there, as long as it is not. */
export function watchMissing(root: HTMLElement, sharing: Sharing, arrived: () => void): void {
  if (!missing(sharing).length) return;
  const note = html("p", { ...asPart("missing"), role: "status" });
  const look = (): void => {
    const titles = missing(sharing).map(({ title }) => title);
    if (!titles.length) {
      observer.disconnect();
      clearTimeout(timer);
      note.remove();
      part(root, "still")?.remove();
      arrived();
    } else if (note.isConnected && note.textContent !== sentence(titles)) note.textContent = sentence(titles);
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  const timer = setTimeout(() => {
    const text = sentence(missing(sharing).map(({ title }) => title));
    note.textContent = text;
    root.append(note);
    console.warn(`inspect-viz: ${text} Put HtmlPage.fragment(...) of each picture into the document.`);
  }, PATIENCE);
}

/** The tables of a picture, of parts that the fragments of the page have brought. */
export function tablesOf(
  sharing: Sharing,
  blocks: (root: Element) => Promise<ReadonlyMap<string, Uint8Array>>,
): Made[] {
  const stream = async (piece: string, from: string): Promise<Uint8Array> => {
    const root = find(from);
    const title = sharing.needs.find(({ name }) => name === from)?.title ?? "another picture";
    if (!root || !part(root, "table-data"))
      throw new EngineError(`its data came with “${title}”, which is not in this page`);
    return (await blocks(root)).get(piece)!;
  };
  return Object.entries(sharing.tables).map(([name, pieces]) => ({
    name,
    parts: pieces.map(({ piece, from, columns }) => ({
      name: piece,
      columns,
      stream: () => stream(piece, from),
    })),
  }));
}
