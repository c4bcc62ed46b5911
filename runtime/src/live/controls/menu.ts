/** One of several options, or some of them. */
import type { Control } from "../../plot/index";
import { html, on } from "../../page/dom";
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

/** Boxes to check; nothing checked is no condition. */
function boxes(control: Choice): Widget {
  const inputs: HTMLInputElement[] = [];
  const group = named(html("div", { role: "group" }), control);
  const publish = (): void => {
    const held = control.options.filter((_, i) => inputs[i].checked).map(({ value }) => value);
    control.choose(held.length ? held : undefined);
  };
  const fill = onNew(
    () => control.options,
    (options) => {
      inputs.splice(0, Infinity, ...options.map(() => html("input", { type: "checkbox" })));
      inputs.forEach((input) => on(input, "change", publish));
      group.replaceChildren(...options.map(({ label }, i) => labelled(inputs[i], textOf(label))));
    },
  );
  const update = (): void => {
    fill();
    control.options.forEach(({ value }, i) => (inputs[i].checked = isHeld(control, value)));
  };
  return { element: group, update };
}

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
export function radioGroup(control: Choice): Widget {
  const name = `inspect-viz-radio-${++groups}`;
  const inputs: HTMLInputElement[] = [];
  const group = named(html("div", { role: "radiogroup" }), control);
  const fill = onNew(
    () => control.options,
    (options) => {
      inputs.splice(0, Infinity, ...options.map(() => html("input", { type: "radio", name })));
      inputs.forEach((input, i) => on(input, "change", () => control.choose(control.options[i].value)));
      group.replaceChildren(...options.map(({ label }, i) => labelled(inputs[i], textOf(label))));
    },
  );
  const update = (): void => {
    fill();
    control.options.forEach(({ value }, i) => (inputs[i].checked = isHeld(control, value)));
  };
  return { element: group, update };
}
