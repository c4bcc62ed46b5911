/** All pairs of models as a table: who is ahead, by how much, and how sure that is. */
import { correctionFor, pairsOf, type Pair } from "../shared/analysis/pairs";
import { isApart } from "../shared/analysis/baseline";
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

/** The pair with the model that is ahead before the other. */
function aheadFirst(pair: Pair): Pair {
  const { first, second, wins, losses, comparison } = pair;
  if (comparison === null || comparison.difference >= 0) return pair;
  const { difference, low, high } = comparison;
  const turned = { ...comparison, difference: -difference, low: -high, high: -low };
  return { ...pair, first: second, second: first, wins: losses, losses: wins, comparison: turned };
}

/** Pairs whose first model is ahead, the most certain first, those without a test last. */
function ordered({ plane, fit, kind }: Ground): Pair[] {
  const rank = ({ holm }: Pair): number => (holm === holm ? holm : Infinity);
  const pairs = pairsOf(plane, fit.models.mean, isExact(kind), null).map(aheadFirst);
  return pairs.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

/** A probability without its name, which the heading says. */
const bare = (p: number): string => probability(p).replace("p = ", "").replace("p < ", "< ");

function toldOf({ comparison, holm }: Pair, isShare: boolean): string[] {
  if (comparison === null) return [NONE, NONE, NONE, NONE];
  const { difference, low, high, p } = comparison;
  const text = (value: number): string => fixed(value * (isShare ? 100 : 1), isShare ? 1 : 3);
  return [text(difference), `${text(low)} to ${text(high)}`, bare(p), bare(holm)];
}

function cellsOf(pair: Pair, names: readonly string[], isShare: boolean): string[] {
  const { first, second, n, wins, losses, ties } = pair;
  const verdict = isApart(pair) ? "separated" : "not separated";
  const sizes = [n, wins, losses, ties].map(count);
  return [oneLine(names[first]), oneLine(names[second]), ...sizes, ...toldOf(pair, isShare), verdict];
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
    const show = button("Show", () => compare(names[pair.first], names[pair.second]));
    cells.push(html("td", {}, show));
    return html("tr", {}, ...cells);
  });
  const separated = pairs.filter(isApart).length;
  const tested = pairs.filter(({ comparison }) => comparison).length;
  const caption = `${count(separated)} of ${count(pairs.length)} pairs are separated after ${correctionFor(tested)}`;
  const fewer = names.length > 2 ? "; against one model alone it would be for fewer" : "";
  const more = pairs.length > MOST ? `; the first ${count(MOST)} are shown` : "";
  const unit = isShare ? "; differences in points of a hundred" : "";
  const table = html(
    "table",
    {},
    html("caption", {}, `${caption}${fewer}${unit}${more}`),
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
