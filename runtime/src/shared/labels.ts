/** Texts of labels in the room that there is: two that differ never look alike. */
import type { BandAxis } from "./payload";
import { ELLIPSIS, oneLine, shorten, type Measure } from "./ticks";

/** How labels are cut: no wider than `room`; all of them without units at their start and their end. */
export type Cut = Pick<BandAxis, "room" | "skip" | "drop">;

/** Letters shown before the first difference. */
const BEFORE = 2;

/** Letters from which on the beginning of a word is too far before the difference to be shown. */
const NEAR = 6;

const UNSEEN = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]+/g;

/** What a reader sees of a text. */
export const looks = (text: string): string => text.normalize("NFC").replace(UNSEEN, "").replace(/\s+/g, " ").trim();

/** The part of a label that stays. */
export const kept = (label: string, { skip, drop }: Pick<Cut, "skip" | "drop">): string =>
  oneLine(label.slice(skip, label.length - drop));

/** Length of what both begin with. */
function shared(a: string, b = ""): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n;
}

const WORDS = /(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu;

/**
 * A text from before where it differs from those beside it in order: from the first word that leaves it short enough,
 * else from the word that differs, or, where that begins far before, from a few letters before the difference.
 */
function different(text: string, sorted: readonly string[], fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const at = sorted.indexOf(text);
  const first = Math.max(shared(text, sorted[at - 1]), shared(text, sorted[at + 1]));
  const letters = Math.max(0, first - BEFORE);
  const starts = [...text.matchAll(WORDS)].map(({ index }) => index).filter((start) => start > 0 && start <= first);
  const word = starts.findLast((start) => first - start <= NEAR);
  const from = starts.find((start) => fits(ELLIPSIS + text.slice(start))) ?? word ?? letters;
  const isHalf = /[\udc00-\udfff]/.test(text[from] ?? "");
  return from > 0 ? ELLIPSIS + text.slice(isHalf ? from - 1 : from) : text;
}

type Way = (text: string, number: string) => string;

/** Ways to write labels, the best first; the last ones tell apart what no cut does. */
function waysOf(texts: readonly string[], room: number, measure: Measure): Way[] {
  let sorted: string[] | null = null;
  const cut: Way = (text) => shorten(text, room, measure);
  return [
    cut,
    (text, number) =>
      cut(
        different(text, (sorted ??= [...new Set(texts)].sort()), (short) => measure(short) <= room),
        number,
      ),
    (text, number) => shorten(text, room - measure(number), measure) + number,
    (_, number) => number,
  ];
}

/**
 * Texts of these bands of an axis: whole where they fit, else cut in the middle, then so that they show where they
 * differ, then with their number. What cannot be told apart in the room has no text.
 */
export function textsOf(labels: readonly string[], bands: readonly number[], cut: Cut, measure: Measure): string[] {
  const texts = bands.map((band) => kept(labels[band], cut));
  const out = texts.map(() => "");
  const taken = new Map<string, string>();
  let open = [...bands.keys()];
  waysOf(texts, cut.room, measure).forEach((way, n) => {
    const tried = new Map(open.map((k) => [k, way(texts[k], `#${bands[k] + 1}`)]));
    const owners = new Map<string, string | null>();
    for (const [k, text] of tried) {
      const [look, label] = [looks(text), labels[bands[k]]];
      const owner = owners.get(look) ?? taken.get(look) ?? label;
      owners.set(look, owners.get(look) === null || owner !== label ? null : label);
    }
    open = open.filter((k) => {
      const text = tried.get(k)!;
      const owner = owners.get(looks(text));
      if (owner === null || (n > 0 && measure(text) > cut.room)) return true;
      out[k] = text;
      taken.set(looks(text), labels[bands[k]]);
      return false;
    });
  });
  return out;
}
