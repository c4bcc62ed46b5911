/** The key of the states that occur: a sign as the picture shows it, and how many. */
import { stateWords } from "../shared/counts";
import { STATE_NAMES, type StateCounts, type StateName } from "../shared/payload";
import { SAMPLE, stateSample, type SignForm } from "../shared/sample";
import type { Drawing, Make } from "../shared/elements";
import { flow, labelled } from "./legend/parts";

type Sign = Exclude<StateName, "ok">;

/** States in the order of the key, the gravest first. */
const SIGNS = STATE_NAMES.filter((name): name is Sign => name !== "ok").reverse();

/** The key of the states that occur, with their counts. */
export function stateKey(make: Make, counts: StateCounts, form: SignForm, room: number): Drawing | null {
  const entries = SIGNS.filter((name) => counts[name] > 0).map((name) => {
    const said = stateWords(name, counts);
    const sample = make("g");
    sample.innerHTML = stateSample(STATE_NAMES.indexOf(name), form);
    const { nodes, width } = labelled(make, sample, SAMPLE, said);
    return { nodes: [make("g", { "data-state": name }, ...nodes)], width };
  });
  return entries.length ? flow(make, entries, room) : null;
}
