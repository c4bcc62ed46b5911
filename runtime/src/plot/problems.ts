/** Problems of the logs behind a plot: a note below it, and words for those who do not see it. */
import { count, counted, px } from "../shared/format";
import { asPart } from "../shared/protocol";
import { oneLine } from "../shared/ticks";
import type { Drawing, Make } from "../shared/elements";
import { coveredByFont, textWidth, wrap } from "./text";

const SIZE = 11;
const LINE = 14;
const MOST_LINES = 3;
/** Longer lines are hard to read. */
const WIDEST = 720;
const LEAST = 60;
/** Share of the room for text in other fonts than the package's, which PNG may draw wider as a whole. */
const FOREIGN = 0.8;
const MUTED = "#545d69";

/** Marks and controls that turn the direction of the text after them. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const line = (text: string): string =>
  oneLine(text)
    .replace(TURNING, "")
    .replace(/ +/g, " ")
    .trim()
    .replace(/(?<!\.)\.$/, "");

/** Each problem once, as one line without its full stop. */
export const plain = (problems: string[]): string[] => [...new Set(problems.map(line))].filter(Boolean);

const head = (n: number): string => `${counted(n, "problem")} in the logs`;

/** All problems in sentences. */
export const told = (problems: string[]): string =>
  problems.length ? `${head(problems.length)}: ${problems.map((text) => `${text}.`).join(" ")}` : "";

/** A text that does not turn its neighbours around. */
const apart = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text);

/** The first `n` problems, and how many there are besides. */
function note(problems: string[], n: number): string {
  const rest = problems.length - n;
  const more = rest ? ` \u2026\u00a0and\u00a0${count(rest)}\u00a0more` : "";
  return `${head(problems.length)}: ${problems.slice(0, n).map(apart).join("\u00a0\u00b7 ")}${more}`;
}

/** The first problem as far as it has room, whole words. */
function opening(problems: string[], lines: (text: string) => string[]): string[] {
  const [first, ...others] = problems;
  const words = first.split(" ");
  const cut = (n: number): string[] =>
    lines(note([`${words.slice(0, n).join(" ")}${others.length ? "" : "\u00a0\u2026"}`, ...others], 1));
  let [low, high] = [1, words.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cut(middle).length <= MOST_LINES) low = middle;
    else high = middle - 1;
  }
  return cut(low).slice(0, MOST_LINES);
}

/** As many problems as have room, in lines. */
function linesOf(problems: string[], room: number): string[] {
  const lines = (text: string): string[] => wrap(text, room, SIZE, 400);
  let shown = lines(note(problems, 1));
  if (shown.length > MOST_LINES) return opening(problems, lines);
  for (let n = 2; n <= problems.length; n++) {
    const next = lines(note(problems, n));
    if (next.length > MOST_LINES) break;
    shown = next;
  }
  return shown;
}

const MOST_REMARK_LINES = 4;

/** Sentences that are worth knowing though nothing is wrong; what has no room is in the browser's own tip. */
export function remarksDrawing(make: Make, remarks: string[], room: number): Drawing {
  const whole = remarks.map(apart).join("\u00a0\u00b7 ");
  const most = Math.max(LEAST, Math.min(room, WIDEST));
  const all = wrap(whole, coveredByFont(whole) ? most : most * FOREIGN, SIZE, 400);
  const lines = all.slice(0, MOST_REMARK_LINES);
  if (all.length > lines.length) lines[lines.length - 1] += "\u00a0\u2026";
  return sentences(make, "remarks", lines, all.length > lines.length ? remarks : []);
}

function sentences(make: Make, part: "problems" | "remarks", lines: string[], hidden: string[]): Drawing {
  const title = hidden.length ? [make("title", {}, hidden.join("\n"))] : [];
  const texts = lines.map((line, i) => make("text", { y: px(SIZE - 1 + i * LINE) }, line));
  return {
    nodes: [
      make(
        "g",
        { ...asPart(part), "data-height": px(lines.length * LINE), fill: MUTED, "text-anchor": "start" },
        ...title,
        ...texts,
      ),
    ],
    width: Math.max(...lines.map((line) => textWidth(line, SIZE))),
    height: lines.length * LINE,
  };
}

/** The note. A pointer over one that had to be shortened gets all problems as the browser's own tip. */
export function problemsDrawing(make: Make, problems: string[], room: number): Drawing {
  const whole = note(problems, problems.length);
  const most = Math.max(LEAST, Math.min(room, WIDEST));
  const lines = linesOf(problems, coveredByFont(whole) ? most : most * FOREIGN);
  return sentences(make, "problems", lines, lines.join(" ") === whole ? [] : problems);
}
