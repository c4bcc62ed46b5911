/** Quick selections of samples: which there are, and the menu that offers them. */
import { count } from "../shared/format";
import { ERROR, REFUSED, type CellPlot } from "../shared/payload";
import { button, html } from "./dom";
import { close, menuOf } from "./menu";

/** Samples by their ids, as bands move. */
export interface Selection {
  name: string;
  ids: readonly string[];
}

type Test = (at: (model: number) => number, models: number) => boolean;

const some =
  (hold: (at: number) => boolean): Test =>
  (at, models) => {
    for (let j = 0; j < models; j++) if (hold(at(j))) return true;
    return false;
  };

/** Whether models have different scores. */
function isSplit(values: ArrayLike<number>): Test {
  return (at, models) => {
    let first = NaN;
    for (let j = 0; j < models; j++) {
      const value = values[at(j)];
      if (!Number.isFinite(value)) continue;
      if (first !== first) first = value;
      else if (value !== first) return true;
    }
    return false;
  };
}

/** Those selections of a plot's samples that are not empty. */
export function selections(plot: CellPlot): Selection[] {
  const { x, y, sampleAxis, values, states, errors, reasons, beside } = plot;
  const isAcross = sampleAxis === "x";
  const [down, models] = isAcross ? [x, y.labels.length] : [y, x.labels.length];
  const nx = x.labels.length;
  const that = (test: Test): string[] =>
    down.labels.filter((_, i) => test((j) => (isAcross ? j * nx + i : i * nx + j), models));
  const blocks = (beside?.blocks ?? [])
    .filter(({ kind }) => kind === "nobody" || kind === "everybody")
    .map(({ label, from, to }) => ({ name: label, ids: down.labels.slice(from, to) }));
  const refused = reasons?.refused;
  return [
    ...blocks,
    { name: "split", ids: that(isSplit(values)) },
    { name: "errors", ids: that(some((at) => states[at] === ERROR || Boolean(errors?.[at]))) },
    { name: "refused", ids: that(some((at) => states[at] === REFUSED || Boolean(refused?.[at]))) },
  ].filter(({ ids }) => ids.length);
}

/** A menu of selections; it closes when the reader goes elsewhere. */
export function selectMenu(found: readonly Selection[], choose: (selection: Selection) => void): HTMLDetailsElement {
  const entries = found.map((selection) =>
    button(`${selection.name} ${count(selection.ids.length)}`, () => {
      close(menu);
      choose(selection);
    }),
  );
  const list = html("div", { role: "group", "aria-label": "Select samples" }, ...entries);
  const menu = menuOf("selecting", "Select", "Select samples", list);
  return menu;
}
