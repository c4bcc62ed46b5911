/** Quick selections of samples: which there are, and the menu that offers them. */
import type { Block } from "../shared/blocks";
import { count } from "../shared/format";
import { ERROR, REFUSED, type CellPlot } from "../shared/payload";
import { button, html, on } from "./dom";
import { flipsIn, rowsIn } from "./having";
import { close, menuOf } from "./menu";
import type { Row } from "../shared/rows";
import { howOf, type How } from "./selection";
import { suspectsIn } from "./suspected";

/** Samples with a name. */
export interface Quick {
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

/** The samples of a plot with a cell that does. */
export function samplesWith(plot: CellPlot, test: Test): string[] {
  const { x, y, sampleAxis } = plot;
  const nx = x.labels.length;
  if (sampleAxis === "x") return x.labels.filter((_, i) => test((j) => j * nx + i, y.labels.length));
  return y.labels.filter((_, i) => test((j) => i * nx + j, nx));
}

/** The samples of a plot that have rows in a state. */
export function samplesIn(plot: CellPlot, state: number): string[] {
  const rows = rowsIn(plot, state);
  return samplesWith(
    plot,
    some((at) => rows(at) > 0),
  );
}

/** Suspects, where models are enough to tell them. */
function suspectIds(plot: CellPlot): string[] {
  if (!plot.view) return [];
  const { suspects, isTelling } = suspectsIn(plot);
  const { labels } = plot[plot.sampleAxis];
  return isTelling ? suspects.map(({ sample }) => labels[sample]) : [];
}

/** Whether the bands of a plot are groups of samples. */
export const areGroups = ({ beside }: CellPlot): boolean =>
  beside?.blocks.some(({ kind }) => kind === "topic") ?? false;

/** What a block is called. */
export const blockName = ({ label, kind, from }: Block, labels: readonly string[]): string =>
  kind === "topic" ? labels[from] : label;

/** Blocks of a plot that are selections of their own. */
const KINDS = /^(nobody|everybody|part|group)$/;

/** Blocks with the samples in them. */
export function blocksIn({ beside, sampleAxis, ...axes }: CellPlot): (Quick & Pick<Block, "kind">)[] {
  const { labels } = axes[sampleAxis];
  return (beside?.blocks ?? [])
    .filter(({ kind }) => KINDS.test(kind))
    .map(({ label, kind, from, to }) => ({ name: label, kind, ids: labels.slice(from, to) }));
}

/** Samples that all who tried fail, or solve, where blocks do not say so. */
function ends(plot: CellPlot): Quick[] {
  const { standing, values, isLower, beside } = plot;
  const isSaid = beside?.blocks.some(
    ({ kind }) => kind !== "none" && kind !== "group" && kind !== "part" && kind !== "half",
  );
  if (!standing?.isBinary || isSaid) return [];
  const all =
    (wanted: number): Test =>
    (at, models) => {
      let n = 0;
      for (let j = 0; j < models; j++) {
        const value = values[at(j)];
        if (!Number.isFinite(value)) continue;
        if (value !== wanted) return false;
        n++;
      }
      return n > 0;
    };
  const [worst, best] = isLower ? [1, 0] : [0, 1];
  return [
    { name: "nobody", ids: samplesWith(plot, all(worst)) },
    { name: "everybody", ids: samplesWith(plot, all(best)) },
  ];
}

/** Those selections of a plot's samples that are not empty; `rowsAt` where single rows are known. */
export function selections(plot: CellPlot, rowsAt: ((at: number) => readonly Row[]) | null): Quick[] {
  if (areGroups(plot)) return [];
  return [
    ...blocksIn(plot),
    ...ends(plot),
    { name: "split", ids: samplesWith(plot, isSplit(plot.values)) },
    { name: "flips", ids: samplesWith(plot, some(flipsIn(plot, rowsAt))) },
    { name: "suspects", ids: suspectIds(plot) },
    { name: "errors", ids: samplesIn(plot, ERROR) },
    { name: "refused", ids: samplesIn(plot, REFUSED) },
  ].filter(({ ids }) => ids.length);
}

/** A menu of the selections that there are when it is opened, or once single rows are unpacked; Shift adds, Alt
 * removes. */
export function selectMenu(
  found: () => readonly Quick[],
  unpack: () => Promise<void>,
  choose: (quick: Quick, how: How) => void,
): HTMLDetailsElement {
  const list = html("div", { role: "group", "aria-label": "Select samples" });
  const menu = menuOf("selecting", "Select", "Select samples", list);
  const entry = (quick: Quick): HTMLElement => {
    const one = button(`${quick.name} ${count(quick.ids.length)}`, () => {});
    on(one, "click", (event) => {
      close(menu);
      choose(quick, howOf(event));
    });
    return one;
  };
  const fill = (): void => {
    const entries = found().map(entry);
    list.replaceChildren(...(entries.length ? entries : [html("span", {}, "No sample stands out")]));
  };
  const again = (): void => {
    if (menu.open && !list.contains(document.activeElement)) fill();
  };
  on(menu.querySelector("summary")!, "click", () => menu.open || fill());
  for (const name of ["pointerenter", "focusin"] as const) on(menu, name, () => void unpack().then(again));
  return menu;
}
