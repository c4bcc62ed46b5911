/** A number that is dragged, or two that are the ends of a range. */
import type { Control } from "../../plot/index";
import { stepped } from "../../plot/inputs/states";
import { html, on, set } from "../../page/dom";
import { named, nameOf, type Widget } from "./widget";

export type Sliding = Control & { isPair: boolean; text: string; format(value: number): string };

const knob = (name: string): HTMLInputElement => html("input", { type: "range", "aria-label": name });

/** The number of a step, as whoever froze its answers counted it. */
const valueOf = ({ value }: HTMLInputElement, { range }: Sliding): number =>
  range ? stepped(range, Number(value)) : Number(value);

function bounded(input: HTMLInputElement, control: Sliding, value: number | undefined): void {
  const { min, max, step } = control.range ?? { min: 0, max: 1, step: 0.01 };
  set(input, { min, max, step });
  input.value = String(value ?? min);
  set(input, { "aria-valuetext": value === undefined ? "All" : control.format(value) });
}

function single(control: Sliding): Widget {
  const input = knob(nameOf(control));
  on(input, "input", () => control.choose(valueOf(input, control)));
  on(input, "keydown", (event) => {
    if (!control.isOfSelection || !/^(Escape|Delete|Backspace)$/.test(event.key)) return;
    event.preventDefault();
    control.choose(undefined);
  });
  return { element: input, update: () => bounded(input, control, control.value as number | undefined) };
}

/** Two knobs on one track; one that passes the other takes it along. */
function pair(control: Sliding): Widget {
  const inputs = ["from", "to"].map((end) => knob(`${nameOf(control)}, ${end}`));
  const group = named(html("div", { role: "group", "data-part": "knobs" }, ...inputs), control);
  inputs.forEach((input, i) =>
    on(input, "input", () => {
      const [from, to] = inputs.map((each) => valueOf(each, control));
      control.choose(i ? [Math.min(from, to), to] : [from, Math.max(from, to)]);
    }),
  );
  const update = (): void => {
    const [from, to] = control.value as [number, number];
    bounded(inputs[0], control, from);
    bounded(inputs[1], control, to);
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
