/** The key of the states that occur: a sign as the picture shows it, and how many. */
import { count, counted } from "../shared/format";
import { DASH, inkOn, kinds } from "../shared/ink";
import { ABSENT, ERROR, INFINITE, LIMIT, UNSCORED, type StateCounts } from "../shared/payload";
import { ABSENT_INK, absentDash, glyph, signLooks, STATE_FILL, strip } from "../shared/states";
import type { Drawing, Make } from "./elements";
import { flow, FONT, SWATCH, text } from "./legend/parts";
import { textWidth } from "./text";

const WORDS: [keyof StateCounts, number, (n: number) => string][] = [
  ["error", ERROR, (n) => counted(n, "error")],
  ["limit", LIMIT, (n) => counted(n, "limit")],
  ["infinite", INFINITE, (n) => `${count(n)} infinite`],
  ["unscored", UNSCORED, (n) => `${count(n)} unscored`],
  ["absent", ABSENT, (n) => `${count(n)} absent`],
];

/** A sample of a state as the picture shows it: with a sign, or with a strip where cells are small. */
function stateSample(make: Make, state: number, small: boolean): SVGElement[] {
  const kind = kinds[state];
  if (kind === DASH) return [make("path", { d: absentDash(0, 0, SWATCH, SWATCH), stroke: ABSENT_INK, fill: "none" })];
  const grey = make("rect", { width: SWATCH, height: SWATCH, fill: STATE_FILL, "data-fill": "none" });
  if (small) return [grey, make("path", { d: strip(0, 0, SWATCH, SWATCH, 4), fill: inkOn(kind, STATE_FILL) })];
  const d = glyph(kind, 0, 0, SWATCH, SWATCH);
  return [grey, ...signLooks(kind).map((look) => make("path", { d, ...look }))];
}

/** The key of the states that occur, with their counts. */
export function stateKey(make: Make, counts: StateCounts, small: boolean, room: number): Drawing | null {
  const entries = WORDS.filter(([name]) => counts[name] > 0).map(([name, state, words]) => {
    const said = words(counts[name]);
    const sample = stateSample(make, state, small);
    const entry = make("g", { "data-state": name }, ...sample, text(make, SWATCH + 5, FONT - 0.5, said));
    return { nodes: [entry], width: SWATCH + 5 + textWidth(said, FONT) };
  });
  return entries.length ? flow(make, entries, room) : null;
}
