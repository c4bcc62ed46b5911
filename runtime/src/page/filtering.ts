/** The filter: conditions that samples and models meet to be kept; all that the picture says is of what is left. */
import type { Attribute } from "../shared/attributes";
import { said } from "../shared/attributes";
import { counted } from "../shared/format";
import { OK, STATE_NAMES, type CellPlot } from "../shared/payload";
import type { KeepNotes } from "../shared/sidecar";
import { oneLine } from "../shared/ticks";
import { button, html, on } from "./dom";
import { menuOf } from "./menu";
import type { Arranging } from "./arranging";
import { samplesIn } from "./select";
import type { Views } from "./views";

/** Models are listed one by one up to here. */
const MOST_MODELS = 60;
const MOST_VALUES = 200;
/** Values of a column are listed one by one up to here. */
const FEW = 12;

/** Whether a sample, by its number as drawn, meets a condition. */
type Test = (sample: number) => boolean;

/** A field of the filter, and what it asks for; null for nothing. */
interface Condition {
  element: HTMLElement;
  test(): Test | null;
  clear(): void;
}

const field = (label: string, input: HTMLElement): HTMLElement => html("label", {}, html("span", {}, label), input);

function textCondition(names: readonly string[]): Condition {
  const input = html("input", { type: "text", autocomplete: "off", spellcheck: "false" });
  const lower = (text: string): string => text.toLowerCase();
  return {
    element: field("Id contains", input),
    test() {
      const wanted = lower(input.value.trim());
      return wanted ? (sample) => lower(names[sample]).includes(wanted) : null;
    },
    clear: () => void (input.value = ""),
  };
}

/** A choice of one of these, or of any. */
function chooser(options: readonly (readonly [value: number, text: string])[]): HTMLSelectElement {
  const any = html("option", { value: "" }, "any");
  return html("select", {}, any, ...options.map(([value, text]) => html("option", { value }, text)));
}

/** Names of which each has a box; with `isLone` also a button that leaves it alone. */
function checkList(
  name: string,
  labels: readonly string[],
  isLone: boolean,
): { element: HTMLElement; boxes: readonly HTMLInputElement[]; clear(): void } {
  const boxes = labels.map(() => html("input", { type: "checkbox" }));
  const check = (holds: (i: number) => boolean): void => boxes.forEach((box, i) => void (box.checked = holds(i)));
  const clear = (): void => check(() => true);
  clear();
  const only = (i: number, text: string): HTMLElement => {
    const leave = (): void => {
      check((other) => other === i);
      boxes[i].dispatchEvent(new Event("change", { bubbles: true }));
    };
    return button("only", leave, { "aria-label": `only ${text}` });
  };
  const rows = labels.map((label, i) => {
    const text = oneLine(label);
    const row = html("label", {}, boxes[i], text);
    return isLone ? html("div", {}, row, only(i, text)) : row;
  });
  return { element: html("fieldset", {}, html("legend", {}, name), ...rows), boxes, clear };
}

/** Samples with cells in a state. */
function stateCondition(plot: CellPlot): Condition | null {
  const present = STATE_NAMES.map((name, state) => ({ name, state })).filter(
    ({ name, state }) => state !== OK && name !== "ok" && plot.counts[name] > 0,
  );
  if (!present.length) return null;
  const select = chooser(present.map(({ name, state }) => [state, name]));
  return {
    element: field("With", select),
    test() {
      if (!select.value) return null;
      const ids = new Set(samplesIn(plot, Number(select.value)));
      const { labels } = plot[plot.sampleAxis];
      return (sample) => ids.has(labels[sample]);
    },
    clear: () => void (select.value = ""),
  };
}

/** Samples whose mean lies in a range. */
function scoreCondition(arranging: Arranging): Condition {
  const ends = ["from", "to"].map((name) =>
    html("input", { type: "number", step: "any", "aria-label": `Mean score ${name}` }),
  );
  const end = (input: HTMLInputElement, otherwise: number): number =>
    input.value === "" ? otherwise : Number(input.value);
  return {
    element: html("span", { "data-part": "range" }, html("span", {}, "Mean score"), ends[0], "to", ends[1]),
    test() {
      if (ends.every(({ value }) => value === "")) return null;
      const { mean } = arranging.ground.fit.samples;
      const [low, high] = [end(ends[0], -Infinity), end(ends[1], Infinity)];
      return (sample) => mean[sample] >= low && mean[sample] <= high;
    },
    clear: () => ends.forEach((input) => (input.value = "")),
  };
}

/** Samples with a value of a column. */
function valueCondition({ name, labels, codes }: Attribute): Condition {
  const select = chooser(labels.slice(0, MOST_VALUES).map((label, code) => [code, oneLine(label)]));
  return {
    element: field(said(name), select),
    test() {
      const code = Number(select.value);
      return select.value ? (sample) => codes[sample] === code : null;
    },
    clear: () => void (select.value = ""),
  };
}

/** Samples with one of the values of a column that are checked. */
function valueList({ name, labels, codes }: Attribute): Condition {
  const { element, boxes, clear } = checkList(said(name), labels, true);
  const test = (): Test | null =>
    boxes.every(({ checked }) => checked) ? null : (sample) => boxes[codes[sample]].checked;
  return { element, test, clear };
}

/** A list of models of which those that are checked are kept. */
function modelList(models: readonly string[]): { element: HTMLElement; chosen(): string[] | null; clear(): void } {
  const { element, boxes, clear } = checkList("models", models.slice(0, MOST_MODELS), false);
  const chosen = (): string[] | null =>
    boxes.every(({ checked }) => checked) ? null : models.filter((_, i) => boxes[i]?.checked ?? true);
  return { element, chosen, clear };
}

/** The menu of conditions, which hold as they are changed. */
export function filterMenu(views: Views, say: (text: string) => void): HTMLDetailsElement {
  const { arranging } = views;
  const { plot, names } = arranging;
  const attributes = (plot.attributes ?? []).filter(({ of }) => of === "samples");
  const conditions = [
    textCondition(names.samples),
    scoreCondition(arranging),
    stateCondition(plot),
    ...attributes.map((attribute) => (attribute.labels.length > FEW ? valueCondition : valueList)(attribute)),
  ].filter((condition) => condition !== null);
  const models = modelList(names.models);
  const apply = (): void => {
    const tests = conditions.map((condition) => condition.test()).filter((test) => test !== null);
    const samples = tests.length ? names.samples.filter((_, i) => tests.every((test) => test(i))) : undefined;
    const left = models.chosen() ?? undefined;
    if (samples?.length === 0) return say("No sample matches: nothing has changed");
    if (left?.length === 0) return say("No model is left: nothing has changed");
    keep(views, { ...(samples && { samples }), ...(left && { models: left }) });
  };
  const clear = button("Show all", () => {
    for (const condition of [...conditions, models]) condition.clear();
    apply();
  });
  const form = html("form", {}, ...conditions.map(({ element }) => element), models.element, clear);
  on(form, "change", apply);
  on(form, "submit", (event) => {
    event.preventDefault();
    apply();
  });
  return menuOf("filtering", "Filter", "Show some of the samples and models", html("div", {}, form));
}

/** Shows only some samples and models. */
export function keep(views: Views, notes: KeepNotes): void {
  const { keep: _keep, ...rest } = views.state;
  const isAll = !notes.samples && !notes.models;
  const { samples, models } = views.arranging.names;
  const [n, of] = [notes.samples ?? samples, notes.models ?? models].map(({ length }) => length);
  const told = `${counted(n, "sample")} and ${counted(of, "model")} are shown`;
  views.show(isAll ? rest : { ...rest, keep: notes }, isAll ? "All samples and models are shown" : told);
}
