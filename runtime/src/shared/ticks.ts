/** Which bands get a tick label, and its text. */
import type { BandAxis } from "./payload";

export type Measure = (text: string) => number;

const ELLIPSIS = "\u2026";

/** One line of text: breaks and other control characters become spaces. */
export const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");

/**
 * `text` cut so that it is no wider than `room`: without its first `skip` units, and then in the middle, since the end
 * often tells ids apart, or at the end where few letters fit.
 */
export function shorten(text: string, room: number, measure: Measure, skip = 0): string {
  if (measure(text) <= room) return text;
  const rest = skip ? ELLIPSIS + text.slice(skip) : text;
  if (measure(rest) <= room) return rest;
  const letters = [...rest];
  const cut = (n: number): string => {
    const tail = n < 9 ? 0 : Math.floor(n / 3);
    return letters.slice(0, n - tail).join("") + ELLIPSIS + (tail ? letters.slice(-tail).join("") : "");
  };
  let low = 1;
  let high = Math.min(letters.length - 1, 400);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(cut(middle)) <= room) low = middle;
    else high = middle - 1;
  }
  return cut(low);
}

const MOST_KEPT = 8;

/** Length of what all texts begin with, without its last word. */
function commonStart(texts: string[]): number {
  let start = texts[0];
  for (const text of texts) while (!text.startsWith(start)) start = start.slice(0, -1);
  const word = /[^\s/_.:-]*[\s/_.:-]*$/.exec(start)!;
  return Math.max(word.index, start.length - MOST_KEPT);
}

/** How much of the start of long labels to leave out, where they would look alike if it stayed. */
export function skipOf(labels: string[], room: number, measure: Measure): number {
  const long = labels.filter((label) => measure(label) > room);
  const alike = new Set(long.map((label) => shorten(label, room, measure))).size < new Set(long).size;
  return alike ? commonStart(long) : 0;
}

/** Steps between labels that people count in: 1, 2, 5, 10, 20, 50, ... */
export function labelStep(spacing: number, step: number): number {
  const needed = Math.max(1, spacing / step - 1e-9);
  const power = 10 ** Math.floor(Math.log10(needed));
  for (const k of [1, 2, 5, 10]) if (k * power >= needed) return Math.max(1, Math.round(k * power));
  return Math.ceil(needed);
}

/** Bands that are labelled when bands lie `step` apart (the axis may be zoomed), among `from` to `to`. */
export function labelled(
  axis: Pick<BandAxis, "labels" | "spacing">,
  step: number,
  from = 0,
  to = axis.labels.length,
): number[] {
  const every = labelStep(axis.spacing, step);
  const out: number[] = [];
  for (let i = Math.ceil(from / every) * every; i < to; i += every) out.push(i);
  return out;
}
