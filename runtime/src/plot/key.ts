/** The key of the states that occur: a sign as the picture shows it, and how many. */
import { count, counted } from "../shared/format";
import { DASH, inkOn, kinds } from "../shared/ink";
import { STATE_NAMES, type StateCounts, type StateName } from "../shared/payload";
import { ABSENT_INK, absentDash, badge, glyph, signLooks, STATE_FILL, strip } from "../shared/states";
import type { Drawing, Make } from "./elements";
import { flow, FONT, SWATCH, text } from "./legend/parts";
import { textWidth } from "./text";

/** States in the order of the key, the gravest first, and what is said of so many rows or cells. */
const WORDS: [Exclude<StateName, "ok">, (n: number) => string][] = [
  ["error", (n) => counted(n, "error")],
  ["limit", (n) => counted(n, "limit")],
  ["failed", (n) => `${count(n)} not graded`],
  ["invalidated", (n) => `${count(n)} invalidated`],
  ["refused", (n) => `${count(n)} refused`],
  ["empty", (n) => `${count(n)} empty`],
  ["unparsable", (n) => `${count(n)} unparsable`],
  ["infinite", (n) => `${count(n)} infinite`],
  ["unscored", (n) => `${count(n)} unscored`],
  ["pending", (n) => `${count(n)} pending`],
  ["absent", (n) => `${count(n)} absent`],
];

/** How states are shown: by signs, by corners of cells with many rows, or by strips of small cells. */
export type SignForm = "glyph" | "badge" | "strip";

/** A sample of a state as the picture shows it. */
function stateSample(make: Make, state: number, form: SignForm): SVGElement[] {
  const kind = kinds[state];
  const place = [0, 0, SWATCH, SWATCH] as const;
  if (kind === DASH) return [make("path", { d: absentDash(...place), stroke: ABSENT_INK, fill: "none" })];
  const grey = make("rect", { width: SWATCH, height: SWATCH, fill: STATE_FILL, "data-fill": "none" });
  if (form === "strip") return [grey, make("path", { d: strip(...place, 4), fill: inkOn(kind, STATE_FILL) })];
  const d = form === "badge" ? badge(kind, 1, ...place) : glyph(kind, ...place);
  return [grey, ...signLooks(kind, form === "badge" || undefined).map((look) => make("path", { d, ...look }))];
}

/** The key of the states that occur, with their counts. */
export function stateKey(make: Make, counts: StateCounts, form: SignForm, room: number): Drawing | null {
  const entries = WORDS.filter(([name]) => counts[name] > 0).map(([name, words]) => {
    const said = words(counts[name]);
    const sample = stateSample(make, STATE_NAMES.indexOf(name), form);
    const entry = make("g", { "data-state": name }, ...sample, text(make, SWATCH + 5, FONT - 0.5, said));
    return { nodes: [entry], width: SWATCH + 5 + textWidth(said, FONT) };
  });
  return entries.length ? flow(make, entries, room) : null;
}
