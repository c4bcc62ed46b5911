/** Which bands get a tick label, and its text. */
import type { BandAxis } from "./payload";

export type Measure = (text: string) => number;

export const ELLIPSIS = "\u2026";

/** One line of text: breaks and other control characters become spaces. */
export const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");

/**
 * `text` cut so that it is no wider than `room`: in the middle, since the end often tells ids apart, or at the end
 * where few letters fit.
 */
export function shorten(text: string, room: number, measure: Measure): string {
  if (measure(text) <= room) return text;
  const letters = [...text];
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
