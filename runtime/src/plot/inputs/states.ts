/** The states of inputs that can be told one by one: pages freeze the answers of each. */
import type { TableControl } from "../table/control";
import type { Control, Range } from "./control";

/** Most options of which every set of some is a state of its own. */
const MOST_SETS = 4;
const MOST_STEPS = 64;
const DIGITS = 12;

/** The value of a step, the same number for whoever counts. */
export const valueAt = ({ min, step }: Range, k: number): number => Number((min + k * step).toPrecision(DIGITS));

/** The step that is nearest to a value; an end that is no whole step keeps its place. */
export function stepped(range: Range, value: number): number {
  const k = Math.round((value - range.min) / range.step);
  return Math.min(range.max, valueAt(range, k));
}

function steps(range: Range): number[] | null {
  const n = Math.floor((range.max - range.min) / range.step + 1e-9);
  return n > MOST_STEPS ? null : Array.from({ length: n + 1 }, (_, k) => stepped(range, valueAt(range, k)));
}

/** All sets of some values, none for undefined. */
function sets(values: readonly unknown[]): unknown[] | null {
  if (values.length > MOST_SETS) return null;
  const all = Array.from({ length: 2 ** values.length }, (_, bits) => values.filter((_, i) => bits & (1 << i)));
  return all.map((set) => (set.length ? set : undefined));
}

function slid(control: Control): unknown[] | null {
  const numbers = control.range && steps(control.range);
  if (!numbers) return null;
  if (!Array.isArray(control.value)) return control.isOfSelection ? [undefined, ...numbers] : numbers;
  return numbers.flatMap((from, i) => numbers.slice(i).map((to) => [from, to]));
}

const known = new WeakMap<Control, unknown[] | null>();

/** What can be chosen, as of the first time that somebody asks; null where it cannot be told. */
export function statesOf(control: Control): unknown[] | null {
  if (!known.has(control)) known.set(control, withChosen(control, found(control)));
  return known.get(control)!;
}

/** The states with the one that holds now. */
const withChosen = (control: Control, states: unknown[] | null): unknown[] | null =>
  !states || states.some((state) => isChosen(control, state)) ? states : [control.value, ...states];

function found(control: Control): unknown[] | null {
  const values = control.options.map(({ value }) => value);
  switch (control.kind) {
    case "menu":
      return (control as { multiple?: boolean }).multiple ? sets(values) : values;
    case "radioGroup":
      return values;
    case "checkboxGroup":
      return sets(values);
    case "checkbox":
      return [true, false];
    case "slider":
      return slid(control);
    case "table":
      return (control as TableControl).states(MOST_STEPS);
    default:
      return null;
  }
}

export const isChosen = (control: Control, state: unknown): boolean =>
  JSON.stringify(control.value ?? null) === JSON.stringify(state ?? null);
