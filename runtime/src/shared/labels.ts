/** Texts of labels in the room that there is: two that differ never look alike. */
import type { BandAxis } from "./payload";
import { ELLIPSIS, oneLine, shorten, type Measure } from "./ticks";

/** How labels are cut: no wider than `room`; all of them without units at their start and their end. */
export type Cut = Pick<BandAxis, "room" | "skip" | "drop">;

/** Letters shown before the first difference. */
const BEFORE = 2;

const UNSEEN = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]+/g;

/** What a reader sees of a text. */
export const looks = (text: string): string => text.normalize("NFC").replace(UNSEEN, "").replace(/\s+/g, " ").trim();

/** The part of a label that stays. */
export const kept = (label: string, { skip, drop }: Pick<Cut, "skip" | "drop">): string =>
  oneLine(label.slice(skip, label.length - drop));

/** Length of what both begin with. */
function shared(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n;
}

/** From its own first difference on: behind what it shares with the most similar of the others in order. */
function different(text: string, sorted: readonly string[], at: number): string {
  const near = [sorted[at - 1], sorted[at + 1]].filter((other) => other !== undefined);
  const from = Math.max(0, ...near.map((other) => shared(text, other))) - BEFORE;
  const isHalf = /[\udc00-\udfff]/.test(text[from] ?? "");
  return from > 0 ? ELLIPSIS + text.slice(isHalf ? from - 1 : from) : text;
}

/** The end of a text. */
function endOf(text: string, room: number, measure: Measure): string {
  const letters = [...text];
  let n = 0;
  while (n < letters.length && measure(ELLIPSIS + letters.slice(-n - 1).join("")) <= room) n++;
  return n < letters.length ? ELLIPSIS + (n ? letters.slice(-n).join("") : "") : text;
}

type Way = (text: string, label: number) => string;

/** Ways to write labels, the best first; the last one writes those that no cut tells apart. */
function ways(texts: readonly string[], room: number, measure: Measure): Way[] {
  let sorted: string[] | null = null;
  const order = (): string[] => (sorted ??= [...new Set(texts)].sort());
  return [
    (text) => shorten(text, room, measure),
    (text) => shorten(different(text, order(), order().indexOf(text)), room, measure),
    (text) => endOf(text, room, measure),
    (text, label) => shorten(text, room - measure(`#${label + 1}`), measure) + `#${label + 1}`,
    (_, label) => `#${label + 1}`,
  ];
}

/** Texts by what they look like. */
class Taken {
  private readonly by = new Map<string, string>();

  constructor(private readonly measure: Measure) {}

  add(text: string, label: string): void {
    this.by.set(looks(text), label);
  }

  /** Whether all of a group can stand beside what there is and beside each other. */
  takes(group: readonly string[], labels: readonly string[], room: number): boolean {
    const own = new Map<string, string>();
    return group.every((text, k) => {
      const look = looks(text);
      const other = own.get(look) ?? this.by.get(look) ?? labels[k];
      own.set(look, labels[k]);
      return other === labels[k] && this.measure(text) <= room;
    });
  }
}

/**
 * Texts of these bands of an axis, as wide as its room at most: whole where they fit, else cut in the middle, then so
 * that they show where they differ, then with their number. What cannot be told apart in the room has no text.
 */
export function textsOf(labels: readonly string[], bands: readonly number[], cut: Cut, measure: Measure): string[] {
  const { room } = cut;
  const texts = bands.map((band) => kept(labels[band], cut));
  const all = ways(texts, room, measure);
  const out = texts.map((text, k) => all[0](text, bands[k]));
  const groups = new Map<string, number[]>();
  out.forEach((text, k) => void groups.set(looks(text), [...(groups.get(looks(text)) ?? []), k]));
  const taken = new Taken(measure);
  const labelsOf = (group: number[]): string[] => group.map((k) => labels[bands[k]]);
  const clear = [...groups.values()].filter((group) => new Set(labelsOf(group)).size > 1);
  const alike = new Set(clear.flat());
  out.forEach((text, k) => alike.has(k) || taken.add(text, labels[bands[k]]));
  for (const group of clear) {
    const fits = all.slice(1).find((way) => {
      const tried = group.map((k) => way(texts[k], bands[k]));
      return taken.takes(tried, labelsOf(group), room);
    });
    for (const k of group) {
      out[k] = fits ? fits(texts[k], bands[k]) : "";
      if (fits) taken.add(out[k], labels[bands[k]]);
    }
  }
  return out;
}
