/** All models for a sample: the column of a cell. */
import { said } from "../shared/attributes";
import { colorOf } from "../shared/color";
import type { CellPlot } from "../shared/payload";
import { NONE, type Beside, type CellThings, type Facts } from "./plot";
import { linksOf } from "./runs";

const MOST_DOTS = 12;

/** The epochs of a cell as colours; where they are not known, 0 and 1 in any order, and the mean of grades. */
function dotsOf(cells: CellThings, at: number, { runs }: Facts): string[] {
  if (runs.length) return runs.slice(0, MOST_DOTS).map(({ color }) => color);
  const { values, rows, scored, standing, color } = cells.plot;
  const n = rows?.[at] ?? Number(!cells.isEmpty(at));
  const known = Number.isFinite(values[at]) ? (scored?.[at] ?? 1) : 0;
  if (known && !standing?.isBinary) return [colorOf(color, values[at])];
  const solved = Math.round(values[at] * known);
  return Array.from({ length: Math.min(n, MOST_DOTS) }, (_, k) =>
    k < known ? colorOf(color, Number(k < solved)) : "",
  );
}

/** What columns say of the sample and of the model of a cell. */
export function groupsOf({ x, sampleAxis, attributes = [] }: CellPlot, i: number): [string, string][] {
  const nx = x.labels.length;
  const [column, row] = [i % nx, Math.floor(i / nx)];
  return attributes.map(({ name, of, labels, codes }) => {
    const isOfColumn = (of === "samples") === (sampleAxis === "x");
    return [said(name), labels[codes[isOfColumn ? column : row]]];
  });
}

/** The two models that are compared, as far as they are shown. */
export function comparedIn({ x, y, sampleAxis, versus, view }: CellPlot): string[] {
  const { labels } = sampleAxis === "x" ? y : x;
  const pair = (versus === undefined ? view?.wish.versus : versus) ?? [];
  return pair.filter((name) => labels.includes(name));
}

/** Every model for the sample of a cell; none where there is one model. */
export function besideOf(cells: CellThings, i: number): Beside[] {
  const { x, y, sampleAxis, areModels } = cells.plot;
  const { labels } = sampleAxis === "x" ? y : x;
  if (!areModels || labels.length < 2) return [];
  const nx = x.labels.length;
  const compared = comparedIn(cells.plot);
  return labels.map((name, k) => {
    const at = sampleAxis === "x" ? k * nx + (i % nx) : Math.floor(i / nx) * nx + k;
    const facts = cells.facts(at);
    const value = facts.value![1];
    const text = [value === NONE ? "" : value, facts.sentence].filter(Boolean).join(", ");
    const told = (cells.plot.details ?? []).flatMap((column, d) =>
      cells.rowsAt(cells.sourceOf(at)).map(({ epoch, details }) => ({ column, epoch, text: details[d] })),
    );
    return {
      name,
      dots: dotsOf(cells, at, facts),
      text,
      links: linksOf(facts),
      told,
      isHere: at === i,
      isCompared: compared.includes(name),
    };
  });
}
