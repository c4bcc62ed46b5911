/** A text that is searched for, and one box to check. */
import type { Control } from "../../plot/index";
import { freeId, html, on } from "../../page/dom";
import { labelled, nameOf, named, onNew, type Widget } from "./widget";

export function search(control: Control & { placeholder: string }): Widget {
  const list = html("datalist", { id: freeId("inspect-viz-values") });
  const about = { type: "search", list: list.id, placeholder: control.placeholder, autocomplete: "off" };
  const input = named(html("input", { ...about, spellcheck: "false" }), control);
  on(input, "input", () => control.choose(input.value));
  const fill = onNew(
    () => control.options,
    (options) => list.replaceChildren(...options.map(({ label }) => html("option", { value: label }))),
  );
  const update = (): void => {
    fill();
    if (input.value !== String(control.value ?? "")) input.value = String(control.value ?? "");
  };
  return { element: html("span", {}, input, list), update };
}

export function checkbox(control: Control): Widget {
  const input = html("input", { type: "checkbox" });
  on(input, "change", () => control.choose(input.checked));
  return {
    element: labelled(input, nameOf(control)),
    update: () => void (input.checked = control.value === true),
  };
}
