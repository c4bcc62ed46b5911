/** A number that is dragged, or two that are the ends of a range. */
import type { Control } from "../../plot/index";
import { stepped } from "../../plot/inputs/states";
import { html, on, set } from "../../page/dom";
import { fill, hearEnd, hearEnds, hearTrack, knob, track } from "./knobs";
import { named, nameOf, type Widget } from "./widget";

export type Sliding = Control & { isPair: boolean; text: string; worded(value: number): string };

/** Half the width of a knob. */
const HALF = 8;

/** The number of a step, as whoever froze its answers counted it. */
const valueOf = (value: number, { range }: Sliding): number => (range ? stepped(range, value) : value);

function bounded(input: HTMLInputElement, control: Sliding, value: number | undefined): void {
  const { min, max, step } = control.range ?? { min: 0, max: 1, step: 0.01 };
  set(input, { min, max, step });
  input.value = String(value ?? min);
  set(input, { "aria-valuetext": value === undefined ? "All" : control.worded(value) });
}

function single(control: Sliding): Widget {
  const input = knob(nameOf(control));
  const element = track(input);
  on(input, "input", () => control.choose(valueOf(Number(input.value), control)));
  if (control.isOfSelection) hearEnd(input, () => control.choose(undefined));
  const update = (): void => {
    bounded(input, control, control.value as number | undefined);
    fill(element, control.value !== undefined);
  };
  return { element, update };
}

function pair(control: Sliding): Widget {
  const inputs = ["from", "to"].map((end) => knob(`${nameOf(control)}, ${end}`));
  const group = named(track(...inputs), control);
  set(group, { role: "group" });
  hearEnds(inputs, (ends) => control.choose(ends.map((end) => valueOf(end, control))));
  hearTrack(group, inputs, HALF);
  const update = (): void => {
    const ends = control.value as [number, number];
    inputs.forEach((input, i) => bounded(input, control, ends[i]));
    fill(group, true);
  };
  return { element: group, update };
}

/** With as many knobs as its value has ends. */
export function slider(control: Sliding): Widget {
  const element = html("div");
  let [isPair, inner]: [boolean | null, Widget | null] = [null, null];
  const update = (): void => {
    if (control.isPair !== isPair) {
      isPair = control.isPair;
      inner = isPair ? pair(control) : single(control);
      element.replaceChildren(inner.element);
    }
    inner!.update();
  };
  return { element, update };
}
