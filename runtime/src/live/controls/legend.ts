/** A legend that selects, over what is drawn: buttons, of which a press adds or takes an entry away, or its ramp. */
import type { Control } from "../../plot/index";
import type { LegendControl } from "../../plot/legend/selecting";
import { button, html, set } from "../../page/dom";
import { isSame } from "../../plot/inputs/values";
import { oneLine } from "../../shared/ticks";
import { ramp } from "./ramp";
import { named, onNew, type Widget } from "./widget";

/** What the scale is, is known once the plot is drawn. */
export function legend(control: LegendControl): Widget {
  const element = html("div");
  let inner: Widget | null = null;
  const make = onNew(
    () => control.range !== null,
    (isRamp) => {
      inner = isRamp ? ramp(control) : entries(control);
      element.replaceChildren(inner.element);
    },
  );
  const update = (): void => {
    make();
    inner!.update();
  };
  return { element, update };
}

function entries(control: Control): Widget {
  const group = named(html("div", { role: "group" }), control);
  const chosen = (): unknown[] => (control.value as unknown[] | undefined) ?? [];
  const toggle = (value: unknown): void => {
    const held = chosen();
    const others = held.filter((one) => !isSame(one, value));
    const next = others.length < held.length ? others : [...held, value];
    control.choose(next.length ? next : undefined);
  };
  const fill = onNew(
    () => control.options.map(({ label }) => label).join("\n"),
    () =>
      group.replaceChildren(
        ...control.options.map(({ value, label }) =>
          button("", () => toggle(value), { "aria-label": oneLine(label), title: oneLine(label) }),
        ),
      ),
  );
  const update = (): void => {
    fill();
    [...group.children].forEach((one, i) =>
      set(one, { "aria-pressed": String(chosen().some((one) => isSame(one, control.options[i].value))) }),
    );
  };
  return { element: group, update };
}
