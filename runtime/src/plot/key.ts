/** The key of the states of cells. */
import { count, counted } from "../shared/format";
import { ERROR, INFINITE, LIMIT, UNSCORED, type StateCounts } from "../shared/payload";
import { ABSENT_INK, absentDash, LIMIT_LOOK, STATE_FILL, STRIP_FILL, stateGlyph, stateStrip } from "../shared/states";
import type { Drawing, Make } from "./elements";
import { flow, FONT, SWATCH, text } from "./legend/parts";
import { textWidth } from "./text";

const WORDS: [keyof StateCounts, number, (n: number) => string][] = [
  ["error", ERROR, (n) => counted(n, "error")],
  ["limit", LIMIT, (n) => counted(n, "limit")],
  ["infinite", INFINITE, (n) => `${count(n)} infinite`],
  ["unscored", UNSCORED, (n) => `${count(n)} unscored`],
  ["absent", 0, (n) => `${count(n)} absent`],
];

const SIGN_LOOK = { fill: "none", stroke: "currentColor", "stroke-width": 1.5, "stroke-linecap": "round" };

/** A sample of a state as the picture shows it: with a sign, or with a strip where cells are small. */
function stateSample(make: Make, state: number, small: boolean): SVGElement[] {
  if (!state) return [make("path", { d: absentDash(0, 0, SWATCH, SWATCH), stroke: ABSENT_INK, fill: "none" })];
  const grey = make("rect", { width: SWATCH, height: SWATCH, fill: STATE_FILL, "data-fill": "none" });
  if (small) return [grey, make("path", { d: stateStrip(0, 0, SWATCH, SWATCH, 4), fill: STRIP_FILL[state] })];
  const look = state === LIMIT ? LIMIT_LOOK : SIGN_LOOK;
  return [grey, make("path", { d: stateGlyph(state, 0, 0, SWATCH, SWATCH), ...look })];
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
