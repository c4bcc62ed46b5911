/** The key of the states that occur: a sign as the picture shows it, and how many. */
import { count, counted } from "../shared/format";
import { STATE_NAMES, type StateCounts, type StateName } from "../shared/payload";
import { SAMPLE, stateSample, type SignForm } from "../shared/sample";
import type { Drawing, Make } from "./elements";
import { flow, FONT, text } from "./legend/parts";
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

/** The key of the states that occur, with their counts. */
export function stateKey(make: Make, counts: StateCounts, form: SignForm, room: number): Drawing | null {
  const entries = WORDS.filter(([name]) => counts[name] > 0).map(([name, words]) => {
    const said = words(counts[name]);
    const sample = make("g");
    sample.innerHTML = stateSample(STATE_NAMES.indexOf(name), form);
    const entry = make("g", { "data-state": name }, sample, text(make, SAMPLE + 5, FONT - 0.5, said));
    return { nodes: [entry], width: SAMPLE + 5 + textWidth(said, FONT) };
  });
  return entries.length ? flow(make, entries, room) : null;
}
