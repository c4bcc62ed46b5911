/** Title, subtitle, legend and key above a plot, at one left edge; facts and signs in words below it. */
import { px } from "../format";
import { QUIET } from "../margin";
import { AT_END, asPart } from "../protocol";
import { oneLine } from "../ticks";
import type { TitleNotes } from "../sidecar";
import type { Drawing, Make, Pen } from "../elements";
import { even, wrapped } from "../wrap";

/** Left and right edge of all that stands around the plot. */
export const INDENT = 12;
export const TITLE_SIZE = 15;
const SUBTITLE_SIZE = 12;
const FOOTER_SIZE = 11;
const TOP = 10;
const GAP = 8;

const leading = (size: number): number => Math.round(size * 1.3);

/** Lines of one text; their baselines lie as those of a box of lines of `leading`. */
function block(
  { make, width }: Pen,
  lines: string[],
  size: number,
  weight: number,
  look: Record<string, string | number>,
): Drawing {
  const step = leading(size);
  const texts = lines.map((line, i) => make("text", { y: px(i * step + size * 0.95) }, line));
  return {
    nodes: [
      make(
        "g",
        { "font-size": px(size), "font-weight": weight, "text-anchor": "start", fill: "currentColor", ...look },
        ...texts,
      ),
    ],
    width: Math.max(0, ...lines.map((line) => width(line, size, weight))),
    height: lines.length * step,
  };
}

/** What stands in the header before legends. */
export interface Words {
  title: TitleNotes | null;
  /** Title where the caller gave none. */
  heading: string | null;
  subtitle: string | null;
}

export function titleBlock(pen: Pen, { title, heading }: Words, width: number): Drawing | null {
  const text = title?.text ?? heading;
  if (!text) return null;
  const size = title?.fontSize ?? TITLE_SIZE;
  const weight = Number(title?.fontWeight ?? 600);
  const family: Record<string, string> = title?.fontFamily ? { "font-family": title.fontFamily } : {};
  const lines = wrapped(oneLine(text), width, (line) => pen.width(line, size, weight));
  return block(pen, lines, size, weight, { ...asPart("title"), ...family });
}

/** What is not parted: a number from its "%", and "p < 0.001". */
const BOUND = /(?<=\d) (?=%)|(?<=\bp) (?=[<=])|(?<=\bp [<=]) (?=\d)/g;

/** Lines of even length. */
const sentences = (pen: Pen, text: string, width: number): string[] =>
  even(text.replace(BOUND, "\u00a0"), width, SUBTITLE_SIZE, (line) => pen.width(line, SUBTITLE_SIZE)).map((line) =>
    line.replace(/\u00a0/g, " "),
  );

export function subtitleBlock(pen: Pen, { subtitle }: Words, width: number): Drawing | null {
  if (!subtitle) return null;
  const look = { ...asPart("subtitle"), "fill-opacity": QUIET };
  return block(pen, sentences(pen, oneLine(subtitle), width), SUBTITLE_SIZE, 400, look);
}

/** Drawings below each other. */
function stacked(make: Make, parts: (Drawing | null)[], gap: number): Drawing {
  const nodes: Node[] = [];
  let [height, width] = [0, 0];
  for (const part of parts) {
    if (part === null) continue;
    const y = nodes.length ? height + gap : height;
    nodes.push(make("g", { transform: `translate(0,${px(y)})` }, ...part.nodes));
    height = y + part.height;
    width = Math.max(width, part.width);
  }
  return { nodes, width, height };
}

/** Title and subtitle from (0, 0) on. */
export const wordsDrawing = (pen: Pen, words: Words, width: number): Drawing =>
  stacked(pen.make, [titleBlock(pen, words, width), subtitleBlock(pen, words, width)], 2);

/** The whole header, its edges included; null for none. */
export function headerDrawing(pen: Pen, words: Words, legend: Drawing | null, width: number): Drawing | null {
  const inner = width - 2 * INDENT;
  const { make } = pen;
  const said = wordsDrawing(pen, words, inner);
  const all = stacked(make, [said.height ? said : null, legend], GAP);
  if (!all.nodes.length) return null;
  return {
    nodes: [make("g", { transform: `translate(${INDENT},${TOP})` }, ...all.nodes)],
    width: all.width + 2 * INDENT,
    height: TOP + all.height + 4,
  };
}

/** Facts at the left, signs at the right where both have room in one line. */
export function footerDrawing(pen: Pen, facts: string, signs: string, width: number): Drawing | null {
  const { make } = pen;
  const inner = width - 2 * INDENT;
  const measure = (text: string): number => pen.width(text, FOOTER_SIZE);
  const look = { ...asPart("footer"), "fill-opacity": QUIET };
  const lines = (text: string): Drawing | null =>
    text ? block(pen, wrapped(text, inner, measure), FOOTER_SIZE, 400, look) : null;
  const isOneLine = facts && signs && measure(facts) + measure(signs) + 24 <= inner;
  if (!isOneLine) {
    const all = stacked(make, [lines(facts), lines(signs)], 0);
    return all.nodes.length ? all : null;
  }
  const [left, right] = [lines(facts)!, lines(signs)!];
  const shift = make("g", { ...AT_END, transform: `translate(${px(inner - right.width)},0)` }, ...right.nodes);
  return { nodes: [...left.nodes, shift], width: inner, height: left.height };
}
