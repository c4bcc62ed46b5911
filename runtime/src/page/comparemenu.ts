/** The menu that compares: two models, pairs that make sense, and a table of all pairs. */
import { oneLine } from "../shared/ticks";
import type { Comparing } from "./comparing";
import { button, html, on } from "./dom";
import { close, menuOf } from "./menu";

/** What runs of one model are called: by their number. */
const RUN = / run \d+( \(.*\))?$/;
const MOST = 8;

/** Runs of one model, each with the one before it. */
export function pairsIn(models: readonly string[]): [string, string][] {
  const before = new Map<string, string>();
  const pairs: [string, string][] = [];
  const runs = models.filter((name) => RUN.test(name));
  for (const name of runs.sort((a, b) => a.localeCompare(b, "en", { numeric: true }))) {
    const stem = name.replace(RUN, "");
    const last = before.get(stem);
    if (last !== undefined) pairs.push([last, name]);
    before.set(stem, name);
  }
  return pairs.slice(0, MOST);
}

function chooser(label: string, models: readonly string[], chosen: number): [HTMLElement, HTMLSelectElement] {
  const options = models.map((name, i) => html("option", { value: i }, oneLine(name)));
  const select = html("select", { "aria-label": label }, ...options);
  select.selectedIndex = Math.min(chosen, models.length - 1);
  return [html("label", {}, label, select), select];
}

export function compareMenu(
  models: readonly string[],
  comparing: Comparing,
  showPairs: () => void,
): HTMLDetailsElement {
  const [one, first] = chooser("Model", models, 0);
  const [other, second] = chooser("with", models, 1);
  const content = html("div", { role: "group", "aria-label": "Compare models" });
  const menu = menuOf("comparing", "Compare", "Compare two models", content);
  const act = (does: () => void): void => {
    close(menu);
    does();
  };
  const go = button("Compare", () =>
    first.value === second.value
      ? second.focus()
      : act(() => comparing.compare(models[first.selectedIndex], models[second.selectedIndex])),
  );
  const check = (): void => void (go.disabled = first.value === second.value);
  for (const select of [first, second]) on(select, "change", check);
  check();
  const pairs = pairsIn(models).map(([before, after]) =>
    button(`${oneLine(before)} \u2192 ${oneLine(after)}`, () => act(() => comparing.compare(before, after))),
  );
  const all = button("All against it", () => act(() => comparing.against(models[first.selectedIndex])), {
    title: "Every model as its difference from the first one (or Alt and a click on its name)",
  });
  content.append(
    one,
    other,
    go,
    ...(comparing.canBeBaseline ? [all] : []),
    ...pairs,
    button("All pairs", () => act(showPairs), { title: "A table of all pairs, with intervals and tests" }),
    button("As before", () => act(() => comparing.back()), { title: "Stop comparing (Esc)" }),
    html("p", {}, "Or choose two names beside the picture."),
  );
  return menu;
}
