/** One of several options, or some of them. */
import type { Control } from "../../plot/index";
import { html, on, type Attributes } from "../../page/dom";
import { menuOf } from "../../page/menu";
import { oneLine } from "../../shared/ticks";
import { labelled, nameOf, named, onNew, type Widget } from "./widget";

/** A control with options, of which one or several hold. */
export type Choice = Control & { values: readonly unknown[]; text: string };

const isHeld = ({ values }: Choice, value: unknown): boolean =>
  value === undefined ? !values.length : values.some((held) => String(held) === String(value));

const textOf = (label: string): string => oneLine(label) || "\u00a0";

/** The browser's own list: type-ahead, keys and the look of the device. */
export function menu(control: Choice): Widget {
  const select = named(html("select"), control);
  on(select, "change", () => control.choose(control.options[select.selectedIndex].value));
  const fill = onNew(
    () => control.options,
    (options) => select.replaceChildren(...options.map(({ label }) => html("option", {}, textOf(label)))),
  );
  const update = (): void => {
    fill();
    select.selectedIndex = control.options.findIndex(({ value }) => isHeld(control, value));
  };
  return { element: select, update };
}

/** All options in sight, each with an input that is checked where it holds; `choose` hears which of them are. */
function inSight(control: Choice, role: string, input: Attributes, choose: (held: unknown[]) => void): Widget {
  const inputs: HTMLInputElement[] = [];
  const group = named(html("div", { role }), control);
  const publish = (): void => choose(control.options.filter((_, i) => inputs[i].checked).map(({ value }) => value));
  const fill = onNew(
    () => control.options,
    (options) => {
      inputs.splice(0, Infinity, ...options.map(() => html("input", input)));
      inputs.forEach((one) => on(one, "change", publish));
      group.replaceChildren(...options.map(({ label }, i) => labelled(inputs[i], textOf(label))));
    },
  );
  const update = (): void => {
    fill();
    control.options.forEach(({ value }, i) => (inputs[i].checked = isHeld(control, value)));
  };
  return { element: group, update };
}

/** Boxes to check; nothing checked is no condition. */
const boxes = (control: Choice): Widget =>
  inSight(control, "group", { type: "checkbox" }, (held) => control.choose(held.length ? held : undefined));

/** Some of many options: a list of boxes that opens below what is chosen. */
export function choices(control: Choice): Widget {
  const { element, update } = boxes(control);
  const opened = menuOf("choices", "", nameOf(control), element);
  const head = opened.querySelector("summary")!;
  const show = (): void => {
    update();
    head.textContent = control.text;
    head.setAttribute("aria-label", `${nameOf(control)}: ${control.text}`);
  };
  return { element: opened, update: show };
}

export const checkboxGroup = boxes;

let groups = 0;

/** One of a few options, all in sight. */
export const radioGroup = (control: Choice): Widget =>
  inSight(control, "radiogroup", { type: "radio", name: `inspect-viz-radio-${++groups}` }, ([held]) =>
    control.choose(held),
  );
