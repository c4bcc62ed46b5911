/** The entries of a legend that selects, as buttons over what is drawn; a press adds or takes away. */
import type { Control } from "../../plot/index";
import { button, html, set } from "../../page/dom";
import { oneLine } from "../../shared/ticks";
import { named, onNew, type Widget } from "./widget";

export function legend(control: Control): Widget {
  const group = named(html("div", { role: "group" }), control);
  const chosen = (): unknown[] => (control.value as unknown[] | undefined) ?? [];
  const toggle = (value: unknown): void => {
    const held = chosen();
    const next = held.includes(value) ? held.filter((one) => one !== value) : [...held, value];
    control.choose(next.length ? next : undefined);
  };
  const fill = onNew(
    () => (control.range ? [] : control.options).map(({ label }) => label).join("\n"),
    () =>
      group.replaceChildren(
        ...(control.range ? [] : control.options).map(({ value, label }) =>
          button("", () => toggle(value), { "aria-label": oneLine(label), title: oneLine(label) }),
        ),
      ),
  );
  const update = (): void => {
    fill();
    [...group.children].forEach((one, i) =>
      set(one, { "aria-pressed": String(chosen().includes(control.options[i].value)) }),
    );
  };
  return { element: group, update };
}
