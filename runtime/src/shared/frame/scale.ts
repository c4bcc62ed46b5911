/** The scale of means that stands beside the models, and how its numbers are written. */
import { nice, ticks } from "d3-array";
import { brief } from "../format";
import { digitsFor } from "../finding";
import type { ModelSummary, Summary } from "../summary";

export interface MeanScale {
  low: number;
  high: number;
  ticks: number[];
  /** Place of a value along the scale, 0 to 1. */
  at(value: number): number;
  /** Whether two values differ by more than a hundredth of the scale tells. */
  areApart(a: number, b: number): boolean;
  /** A value as text, to as many digits for all. */
  text(value: number): string;
}

const LARGEST = 1e6;

/** Decimals that tell hundredths of a range apart. */
function decimalsOf(span: number): number {
  return Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(span) + 1e-9)));
}

/** A true minus sign, but none before a number that is shown as 0. */
const signed = (text: string): string => text.replace(/^-(?=0(\.0*)?$)/, "").replace("-", "\u2212");

function extentOf(models: ModelSummary[]): [number, number] | null {
  const all = models.flatMap(({ mean, adjusted, low, high }) => [mean, adjusted, low, high]);
  const found = all.filter((value) => value !== null);
  return found.length ? [Math.min(...found), Math.max(...found)] : null;
}

/** Share of all values that intervals cover at least, where their scale is that of all values. */
const WIDE = 0.25;

/** Round ends around the intervals, or around all values where that leaves them room. */
function niceExtent([low, high]: [number, number], [least, most]: [number, number]): [number, number] {
  if (low === high) return nice(low - 1, high + 1, 3);
  const isWide = high - low >= WIDE * (most - least);
  return isWide ? nice(Math.min(low, least), Math.max(high, most), 3) : nice(low, high, 3);
}

/** One more decimal where the means of the best two do not differ with these as the finding says. */
function telling({ models, lead, leader, second, isShare }: Summary, decimals: number): number {
  if (lead === null) return decimals;
  const [first, other] = [models[leader!].mean!, models[second!].mean!];
  const scale = isShare ? 100 : 1;
  const shown = (value: number): string => (Math.abs(value) * scale).toFixed(digitsFor(lead, scale));
  const told = Number(first.toFixed(decimals)) - Number(other.toFixed(decimals));
  return shown(told) === shown(first - other) ? decimals : Math.min(6, decimals + 1);
}

/** The scale of these models: 0 to 1 where all values lie there, otherwise what their intervals need. */
export function meanScale(summary: Summary, [least, most]: [number, number]): MeanScale | null {
  const { models } = summary;
  const extent = extentOf(models);
  if (extent === null) return null;
  const isShare = least >= 0 && most <= 1;
  const [low, high] = isShare ? [0, 1] : niceExtent(extent, [least, most]);
  const usual = decimalsOf(isShare ? 1 : high - low);
  const decimals = telling(summary, usual);
  const isLarge = Math.max(Math.abs(low), Math.abs(high)) >= LARGEST;
  const text = (value: number): string => (isLarge ? brief(value) : signed(value.toFixed(decimals)));
  return {
    low,
    high,
    ticks: isShare ? [0, 0.5, 1] : ticks(low, high, 3),
    at: (value) => Math.min(1, Math.max(0, (value - low) / (high - low))),
    areApart: (a, b) => a.toFixed(usual) !== b.toFixed(usual) && text(a) !== text(b),
    text,
  };
}
