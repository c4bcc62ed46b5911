/** All pairs of models as a table: who is ahead, by how much, and how sure that is. */
import { pairsOf, type Pair } from "../shared/analysis/pairs";
import { probability } from "../shared/analysis/compare";
import type { Ground } from "../shared/analysis/ground";
import { isExact } from "../shared/difficulty";
import { fixed } from "../shared/finding";
import { count } from "../shared/format";
import { asPart } from "../shared/protocol";
import { oneLine } from "../shared/ticks";
import { button, html } from "./dom";

const HEAD = [
  "model",
  "against",
  "samples",
  "better",
  "worse",
  "alike",
  "difference",
  "95 % interval",
  "p",
  "p (Holm)",
  "verdict",
];
/** Pairs shown at most; more are told. */
const MOST = 500;

const NONE = "\u2013";

/** Pairs whose first model is ahead, the most certain first. */
function ordered({ plane, fit, kind }: Ground): Pair[] {
  const pairs = pairsOf(plane, fit.models.mean, isExact(kind), null);
  return pairs.sort((a, b) =>
    a.holm === b.holm ? 0 : a.holm !== a.holm ? 1 : b.holm !== b.holm ? -1 : a.holm - b.holm,
  );
}

function cellsOf(pair: Pair, names: readonly string[], isShare: boolean): string[] {
  const { n, comparison } = pair;
  const turned = comparison !== null && comparison.difference < 0;
  const [a, b] = turned ? [pair.second, pair.first] : [pair.first, pair.second];
  const [wins, losses] = turned ? [pair.losses, pair.wins] : [pair.wins, pair.losses];
  const scale = (isShare ? 100 : 1) * (turned ? -1 : 1);
  const numbers = comparison
    ? [comparison.difference, turned ? comparison.high : comparison.low, turned ? comparison.low : comparison.high]
    : [];
  const digits = isShare ? 1 : 3;
  const [difference, low, high] = numbers.map((value) => fixed(value * scale, digits));
  const sizes = [n, wins, losses, pair.ties].map(count);
  const told = comparison
    ? [difference, `${low} to ${high}`, probability(comparison.p), probability(pair.holm)].map((text) =>
        text.replace("p = ", "").replace("p < ", "< "),
      )
    : [NONE, NONE, NONE, NONE];
  const verdict = comparison && pair.holm < 0.05 ? "separated" : "not separated";
  return [oneLine(names[a]), oneLine(names[b]), ...sizes, ...told, verdict];
}

/** The table, with what closes it. `isShare`: differences are points of a hundred. */
export function pairsTable(
  ground: Ground,
  compare: (first: string, second: string) => void,
  shut: () => void,
): HTMLElement {
  const names = ground.names.models;
  const pairs = ordered(ground);
  const { isShare } = ground.kind;
  const rows = pairs.slice(0, MOST).map((pair) => {
    const cells = cellsOf(pair, names, isShare).map((text) => html("td", {}, text));
    const turned = pair.comparison !== null && pair.comparison.difference < 0;
    const [first, second] = turned ? [pair.second, pair.first] : [pair.first, pair.second];
    cells.push(
      html(
        "td",
        {},
        button("Show", () => compare(names[first], names[second])),
      ),
    );
    return html("tr", {}, ...cells);
  });
  const separated = pairs.filter(({ comparison, holm }) => comparison && holm < 0.05).length;
  const caption = `${count(separated)} of ${count(pairs.length)} pairs are separated after Holm\u2019s correction`;
  const more = pairs.length > MOST ? `; the first ${count(MOST)} are shown` : "";
  const unit = isShare ? "; differences in points of a hundred" : "";
  const table = html(
    "table",
    {},
    html("caption", {}, `${caption}${unit}${more}`),
    html("thead", {}, html("tr", {}, ...[...HEAD, "compare"].map((text) => html("th", { scope: "col" }, text)))),
    html("tbody", {}, ...rows),
  );
  const scroller = html(
    "div",
    { ...asPart("scroller"), tabindex: 0, role: "region", "aria-label": "Pairs of models" },
    table,
  );
  return html("div", asPart("pairs"), html("p", asPart("table-head"), button("Close", shut)), scroller);
}
