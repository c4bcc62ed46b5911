/** What all labels of an axis have in common: it is dropped where labels need room, and said once. */
import { kept } from "./labels";
import { oneLine } from "./ticks";

/** Units at the start and at the end of all labels. */
export interface Common {
  skip: number;
  drop: number;
}

export const NONE: Common = { skip: 0, drop: 0 };

/** Between words; a point within a number is none. */
const BREAK = /[\s/_:=|,@+-]|(?<!\d)\.(?!\d)/;
const WORD = /[\p{L}\p{N}]/u;
const LAST = new RegExp(`(?:${BREAK.source})(?!.*(?:${BREAK.source}))`, "s");

/** Lengths of what all texts begin and end with, and of the shortest of them. */
interface Alike {
  start: number;
  end: number;
  least: number;
}

function alike(texts: readonly string[]): Alike {
  const [first] = texts;
  let [start, end, least] = [first.length, first.length, first.length];
  for (let k = 1; k < texts.length; k++) {
    const text = texts[k];
    const n = text.length;
    if (n < least) least = n;
    let same = 0;
    while (same < start && text.charCodeAt(same) === first.charCodeAt(same)) same++;
    start = same;
    same = 0;
    while (same < end && text.charCodeAt(n - 1 - same) === first.charCodeAt(first.length - 1 - same)) same++;
    end = same;
  }
  return { start, end, least };
}

/** Length of what all texts begin with, up to the end of a word (of a folder or an organisation, if `isPath`). */
function commonStart([first]: readonly string[], { start, least }: Alike, isPath: boolean): number {
  const head = first.slice(0, Math.max(0, Math.min(start, least - 1)));
  const length = isPath ? head.lastIndexOf("/") + 1 : (LAST.exec(head)?.index ?? -1) + 1;
  return WORD.test(head.slice(0, length)) ? length : 0;
}

/** Length of what all texts end with after so many units, from the sign before a word on. */
function commonEnd([first]: readonly string[], { end, least }: Alike, after: number): number {
  const length = Math.max(0, Math.min(end, least - after - 1));
  const tail = first.slice(first.length - length);
  const at = tail.search(BREAK);
  return at < 0 || !WORD.test(tail.slice(at)) ? 0 : tail.length - at;
}

/** What can be dropped of labels that do not change, as layouts ask again and again. */
const found = new WeakMap<readonly string[], Common[]>();

/** What can be dropped of these labels, the least first; the first is nothing. */
export function commons(labels: readonly string[]): Common[] {
  const known = found.get(labels) ?? commonsOf(labels);
  found.set(labels, known);
  return known;
}

function commonsOf(labels: readonly string[]): Common[] {
  if (!labels.length) return [NONE];
  const both = alike(labels);
  const isOne = both.start === labels[0].length && labels.every((label) => label === labels[0]);
  if (isOne || both.least < 2) return [NONE];
  const skip = commonStart(labels, both, false);
  const drop = commonEnd(labels, both, skip);
  const all = [
    { skip: commonStart(labels, both, true), drop: 0 },
    { skip, drop: 0 },
    { skip, drop },
  ];
  return [NONE, ...all.filter((common) => common.skip + common.drop > 0)];
}

/** Longer names are cut as far as all of them are alike. */
const LONG = 24;

/** Names for a sentence about some of them: without the organisation that all share, or, where long, all they share. */
export function shortNames(labels: readonly string[]): string[] {
  const [whole, ...less] = commons(labels);
  const named = (common: Common): string[] => labels.map((label) => kept(label, common));
  const cut = less.find((common) => named(common).every(({ length }) => length <= LONG)) ?? less.at(-1);
  const isLong = labels.some(({ length }) => length > LONG);
  const isPath = cut !== undefined && labels[0][cut.skip - 1] === "/" && !cut.drop;
  return named(cut && (isLong || isPath) ? cut : whole);
}

/** "swe-bench/ and -v1": what every name of the axis begins and ends with; null where all is shown. */
export function saidOf([label]: readonly string[], { skip, drop }: Common): string | null {
  const left = [label.slice(0, skip), label.slice(label.length - drop)].filter(Boolean);
  return left.length ? oneLine(left.join(" and ")) : null;
}
