/** The menu of orders. */
import type { CellPlot } from "../shared/payload";
import { said } from "../shared/attributes";
import type { OrderNotes } from "../shared/sidecar";
import { freeId, html, on } from "./dom";
import { menuOf } from "./menu";
import type { Views } from "./views";

type Axis = "samples" | "models";
type By = OrderNotes["by"];

/** An order that a reader may choose; null for that of the picture. */
type Choice = readonly [text: string, order: OrderNotes | null];

const named = (text: string, by: By): Choice => [text, { by }];

const SAMPLES: Choice[] = [
  named("disagreement", "disagreement"),
  named("discrimination", "discrimination"),
  named("like ones side by side", "similarity"),
  named("by name", "natural"),
];
const MODELS: Choice[] = [named("like ones side by side", "similarity"), named("by name", "natural")];

/** What the menu offers for both axes, in the words of the picture. */
function choicesOf(plot: CellPlot, hasFlips: boolean): Record<Axis, Choice[]> {
  const { sampleAxis, view, attributes = [] } = plot;
  const isAcross = sampleAxis === "x";
  const { orders, wish } = view!;
  const isCompared = Boolean(wish.versus?.length);
  const flips = hasFlips ? [named("flips", "flips")] : [];
  const columns = attributes
    .filter(({ of }) => of === "samples")
    .map(({ name }): Choice => [`by ${said(name)}`, { by: "column", column: name }]);
  const mean = (falling: boolean): OrderNotes => ({ by: "mean", ...(falling && { falling }) });
  const hardest = isAcross ? "hardest first" : "easiest first";
  const best = isAcross ? "best first" : "best last";
  const drawn = (axis: Axis, own: string, order: OrderNotes): Choice[] =>
    orders[axis] === null && !wish[axis] && !isCompared
      ? [[own, null]]
      : [
          ["as drawn", null],
          [own, order],
        ];
  return {
    samples: [
      ...drawn("samples", hardest, mean(!isAcross)),
      ...SAMPLES.slice(0, 2),
      ...flips,
      ...SAMPLES.slice(2),
      ...columns,
    ],
    models: [...drawn("models", best, mean(isAcross)), ...flips, ...MODELS],
  };
}

/** The menu: a group of choices for each axis. */
export function orderMenu(plot: CellPlot, views: Views): HTMLDetailsElement {
  const choices = choicesOf(plot, views.arranging.hasFlips);
  const groups = (["samples", "models"] as const).map((axis) => group(axis, choices[axis], views));
  const names = [...new Set((plot.attributes ?? []).map(({ name }) => name))];
  if (names.length) groups.push(groupChoices(names, views));
  return menuOf("ordering", "Order", "Order of samples and models", html("div", {}, ...groups));
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Radios under a name: as each choice draws anew, arrows lead from one to the next, and Space or Enter chooses. */
function radioGroup(id: string, name: string, choices: readonly HTMLElement[], ...more: HTMLElement[]): HTMLElement {
  const radios = choices.map((label) => label.querySelector("input")!);
  const element = html("fieldset", { id }, html("legend", {}, name), ...choices, ...more);
  on(element, "keydown", (event) => {
    const at = radios.findIndex((radio) => radio === event.target);
    const isStep = Object.hasOwn(STEPS, event.key);
    if (at < 0 || !(isStep || event.key === "Enter")) return;
    event.preventDefault();
    if (isStep) radios.at((at + STEPS[event.key]) % radios.length)!.focus();
    else radios[at].click();
  });
  return element;
}

function group(axis: Axis, choices: Choice[], views: Views): HTMLElement {
  const name = freeId(`inspect-viz-${axis}`);
  const radios = choices.map(([text, order], i) => {
    const radio = html("input", { type: "radio", name });
    radio.checked = i === 0;
    on(radio, "change", () => {
      const { [axis]: _before, ...rest } = views.state;
      const state = { ...rest, ...(order && { [axis]: order }), ...(rest.versus && { versus: undefined }) };
      views.show(state, `Order of ${axis}: ${text}`);
    });
    return { radio, order, label: html("label", {}, radio, text) };
  });
  views.watch(() => {
    const now = views.state[axis];
    for (const { radio, order } of radios) radio.checked = order?.by === now?.by && order?.column === now?.column;
  });
  return radioGroup(
    name,
    axis,
    radios.map(({ label }) => label),
  );
}

/** What samples or models can be grouped by, and whether groups are shown as one. */
function groupChoices(names: string[], views: Views): HTMLElement {
  const name = freeId("inspect-viz-groups");
  const drawn = views.arranging.plot.view!.wish.group ?? [];
  const choices: [string, string[]][] = [["none", []], ...names.map((own): [string, string[]] => [said(own), [own]])];
  if (drawn.length > 1) choices.push([drawn.map(said).join(" / "), drawn]);
  const radios = choices.map(([text, group]) => {
    const radio = html("input", { type: "radio", name });
    on(radio, "change", () => {
      const { level: _level, ...rest } = views.state;
      views.show({ ...rest, group, versus: null }, group.length ? `Grouped by ${text}` : "Without groups");
    });
    return { radio, group, label: html("label", {}, radio, text) };
  });
  const box = html("input", { type: "checkbox" });
  on(box, "change", () => views.level(box.checked));
  const update = (): void => {
    const now = views.state.group ?? drawn;
    for (const { radio, group } of radios) radio.checked = group.join("\n") === now.join("\n");
    box.checked = views.state.level === "groups";
    box.disabled = !views.arranging.isGrouped(views.state);
  };
  views.watch(update);
  update();
  const table = html("label", {}, box, "one column a group");
  return radioGroup(
    name,
    "groups",
    radios.map(({ label }) => label),
    table,
  );
}
