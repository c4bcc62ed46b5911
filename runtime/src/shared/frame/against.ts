/** The margin of a picture of differences from a baseline. */
import { nice } from "d3-array";
import { isApart, type Against } from "../analysis/baseline";
import { probability } from "../analysis/compare";
import type { Pair } from "../analysis/pairs";
import { count } from "../format";
import type { MarginRow } from "../payload";
import type { MeanScale } from "./scale";

const MINUS = "\u2212";

/** The scale of differences: as far to both sides; null where nothing is compared. */
export function differenceScale({ pairs }: Against): MeanScale | null {
  const ends = pairs.flatMap((pair) => (pair?.comparison ? [pair.comparison.low, pair.comparison.high] : []));
  if (!ends.length) return null;
  const most = Math.max(...ends.map(Math.abs)) || 1;
  const [low, high] = nice(-most, most, 4);
  const decimals = Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(2 * most) + 1e-9)));
  const text = (value: number): string => {
    const said = value.toFixed(decimals).replace(/^-(?=0(\.0*)?$)/, "");
    return said.startsWith("-") ? said.replace("-", MINUS) : Number(said) > 0 ? `+${said}` : said;
  };
  return {
    low,
    high,
    ticks: [low, 0, high],
    at: (value) => Math.min(1, Math.max(0, (value - low) / (high - low))),
    areApart: () => false,
    text,
  };
}

const METHODS = { "paired t": "Student\u2019s t over pairs", McNemar: "McNemar" } as const;

const BLANK: MarginRow = {
  ...{ mean: "", adjusted: "", n: "", interval: "", isTied: false, isPartial: false },
  ...{ at: null, adjustedAt: null, low: null, high: null },
};

/** Heading of what the test says. */
export const TESTED = "p (Holm)";

function rowOf(pair: Pair | null, scale: MeanScale, most: number, base: string): MarginRow {
  if (pair === null) return { ...BLANK, mean: base };
  const { comparison, wins, losses, holm, n } = pair;
  const bar = { wins: wins / most, losses: losses / most, texts: [count(losses), count(wins)] as [string, string] };
  if (comparison === null)
    return { ...BLANK, n: "\u2013", interval: n ? "too few samples in common" : "no sample in common", bar };
  const { difference, low, high, method } = comparison;
  const tested = probability(holm).replace(/^p (= )?/, "");
  return {
    ...BLANK,
    mean: scale.text(difference),
    n: tested,
    at: scale.at(difference),
    low: scale.at(low),
    high: scale.at(high),
    interval: `${scale.text(low)} to ${scale.text(high)}, ${METHODS[method]}, ${count(n)} samples`,
    isPartial: isApart(pair),
    isTied: !isApart(pair),
    bar,
  };
}

/** What is said of each model beside its differences, in drawing order. */
export function againstRows({ pairs }: Against, scale: MeanScale, areColumns: boolean): MarginRow[] {
  const most = Math.max(1, ...pairs.flatMap((pair) => (pair ? [pair.wins, pair.losses] : [])));
  return pairs.map((pair) => rowOf(pair, scale, most, areColumns ? "base" : "baseline"));
}
