/** Problems of the logs as a list under the picture, the gravest first; names in them lead to rows and columns. */
import { counted } from "../shared/format";
import { asPart } from "../shared/protocol";
import { oneLine } from "../shared/ticks";
import { button, html, on, part, parts, set } from "./dom";
import type { Plot } from "./plot";
import { howOf, type How } from "./selection";

/** Longer lists are folded. */
const OPEN = 5;
/** Words of a name at most. */
const WORDS = 12;
/** Shorter texts and plain numbers stand in sentences by themselves. */
const NAME = /^(?![\d.,]+$).{3}/;
const EDGES = /(?<=^|[\s"'\u2018-\u201d(,;])(?=\S)/g;
const ENDS = /[.,;:)'"\u2018-\u201d]*(?:\s|$)|[,;:)'"\u2018-\u201d]/g;

/** The longest name that starts at a place of a text. */
function nameAt(text: string, from: number, names: ReadonlySet<string>): string | undefined {
  const rest = text.slice(from);
  const ends = [...rest.matchAll(ENDS)].slice(0, WORDS).map(({ index }) => index);
  return ends
    .reverse()
    .map((end) => rest.slice(0, end))
    .find((name) => NAME.test(name) && names.has(name));
}

/** A text with the names in it as buttons; and these names. */
function linked(
  text: string,
  names: ReadonlySet<string>,
  go: (name: string) => void,
): { pieces: (Node | string)[]; found: Set<string> } {
  const pieces: (Node | string)[] = [];
  const found = new Set<string>();
  let done = 0;
  for (const { index } of text.matchAll(EDGES)) {
    const name = index < done ? undefined : nameAt(text, index, names);
    if (name === undefined) continue;
    pieces.push(
      text.slice(done, index),
      button(name, () => go(name), asPart("jump")),
    );
    found.add(name);
    done = index + name.length;
  }
  return { pieces: [...pieces, text.slice(done)], found };
}

/** Where samples are selected. */
interface Chooser {
  readonly ids: readonly string[];
  choose(ids: readonly string[], name: string, how: How): void;
}

/** What selects the samples that a problem names. */
function pick(found: ReadonlySet<string>, chooser: Chooser | null): HTMLElement[] {
  const ids = chooser?.ids.filter((id) => found.has(id)) ?? [];
  if (!ids.length) return [];
  const what = ids.length === 1 ? oneLine(ids[0]) : counted(ids.length, "sample");
  const one = button("Select", () => {}, {
    ...asPart("pick"),
    "aria-label": `Select ${what}`,
    title: `Select ${what}`,
  });
  on(one, "click", (event) => chooser!.choose(ids, ids.length === 1 ? oneLine(ids[0]) : "of a problem", howOf(event)));
  return [one];
}

/** The list says all that the note in the picture does, so that the note is cut off. */
export function cutNote(picture: SVGSVGElement): void {
  const notes = parts(picture, "problems");
  if (notes.length !== 1 || picture.querySelectorAll(`[data-plot]`).length !== 1) return;
  const height = Number(notes[0].getAttribute("data-height"));
  const { width, height: whole } = picture.viewBox.baseVal;
  set(notes[0], { visibility: "hidden" });
  part<SVGElement>(picture, "remarks")?.style.setProperty("translate", `0 ${-height}px`);
  set(picture, { viewBox: `0 0 ${width} ${whole - height}`, height: whole - height });
}

/** The list of these problems, if there are any. */
export function problemList(
  problems: string[] | undefined,
  picture: SVGSVGElement,
  plots: readonly Plot[],
  go: (name: string) => void,
  chooser: Chooser | null,
): HTMLElement[] {
  if (!problems) return [];
  cutNote(picture);
  const names = new Set(plots.flatMap(({ marks }) => marks.flatMap(({ places }) => [...places])));
  const items = problems.map((text) => {
    const { pieces, found } = linked(text, names, go);
    return html("li", {}, ...pieces, ...pick(found, chooser));
  });
  const summary = html("summary", {}, `${counted(problems.length, "problem")} in the logs`);
  const list = html("details", asPart("problem-list"), summary, html("ul", {}, ...items));
  list.open = problems.length <= OPEN;
  return [list];
}
