/** Samples that have no number by which the others stand: they stand apart behind these, and words say why. */
import type { Block } from "../blocks";
import { count } from "../format";
import type { OrderNotes } from "../sidecar";
import { LEAST } from "./items";
import type { Ground } from "./ground";

/** Those of a picture, and what its footer says of them; no words where none of them has a score. */
export interface Lacking {
  block: Block | null;
  words: string;
}

/** Why models do not tell how a sample divides them. */
function undivided({ fit, kind }: Ground, own: number[]): string {
  const few = own.filter((i) => fit.samples.n[i] < LEAST).length;
  const alike = kind.isShare ? "that nobody or everybody solves" : "on which all models score alike";
  const lacking = `that fewer than ${LEAST} models have a score of`;
  if (!few) return alike;
  return few === own.length ? lacking : `${alike} or ${lacking}`;
}

/** The label of such samples, and what is so with them. */
function reason(ground: Ground, { by, model }: OrderNotes, own: number[]): [label: string, why: string] {
  if (by === "discrimination") return ["no discrimination", undivided(ground, own)];
  if (by === "disagreement") return ["one model only", "that only one model has a score of"];
  if (by === "flips") return ["single epochs", "without several epochs of any model"];
  return by === "model" ? [`no score of ${model}`, `without a score of ${model}`] : ["no value", "without a value"];
}

/** Samples of an order that have no number in it but some score. */
export function lackingOf(ground: Ground, notes: OrderNotes, numbers: Float64Array, order: number[]): Lacking {
  const isLacking = (i: number): boolean => numbers[i] !== numbers[i] && ground.fit.samples.n[i] > 0;
  const own = order.filter(isLacking);
  if (!own.length) return { block: null, words: "" };
  const from = order.findIndex(isLacking);
  const [label, why] = reason(ground, notes, own);
  const [n, to] = [own.length, from + own.length];
  return { block: { from, to, kind: "none", label, count: n }, words: `, then ${count(n)} ${why}` };
}
