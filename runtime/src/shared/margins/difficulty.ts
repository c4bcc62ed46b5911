/** The margin beside the samples, for bands that may be zoomed: how difficult each is, and the blocks they stand in. */
import { bandsWithin, centresIn, placeOf, type Bands } from "../bands";
import type { Block } from "../blocks";
import { coverOf, NONE } from "../cover";
import { count, px } from "../format";
import type { BandAxis, Box, SampleMargin, Side } from "../payload";
import { QUIET } from "../margin";
import { fittingInset } from "../rects";
import type { Measure } from "../ticks";
import { formsOfAll } from "./forms";
import { spread, type Spot, type Wanted } from "./spread";

/** Sizes in user units. */
export const FONT = 11;
const LINE = 13;
const BASE = 3;
const LABEL = 8;
/** Between a label and the line to its block: what letters reach below. */
const CLEAR = 4;
const APART = 8;
const NAME = 6;
const BAR = 'fill-opacity="0.24"';

interface Ground {
  axis: BandAxis;
  margin: SampleMargin;
  bands: Bands;
  /** Where the frame begins along the axis of the samples, and its length. */
  from: number;
  length: number;
  isAcross: boolean;
  /** A place `away` from the frame, on the side of the margin (below zero on the other side). */
  off(away: number): number;
}

function groundOf(axis: BandAxis, margin: SampleMargin, bands: Bands, { x, y, width, height }: Box): Ground {
  const isAcross = margin.side === "top" || margin.side === "bottom";
  const edges: Record<Side, number> = { top: y, bottom: y + height, left: x, right: x + width };
  const sign = margin.side === "top" || margin.side === "left" ? -1 : 1;
  const off = (away: number): number =>
    edges[margin.side] + sign * (away < 0 ? away - (isAcross ? height : width) : away);
  const along = isAcross ? { from: x, length: width } : { from: y, length: height };
  return { axis, margin, bands, isAcross, off, ...along };
}

/** A stretch of samples of one share. */
interface Run {
  from: number;
  to: number;
  share: number;
}

function join(runs: Run[], run: Run): void {
  const last = runs[runs.length - 1];
  if (last && last.share === run.share && Math.abs(last.to - run.from) < 1e-6) last.to = run.to;
  else if (run.share === run.share) runs.push(run);
}

/** Samples of at least a unit, each in its place. */
function wideRuns({ margin: { shares }, bands, from, length }: Ground): Run[] {
  const runs: Run[] = [];
  const [first, last] = bandsWithin(bands, shares.length, from, length);
  for (let i = first; i < last; i++) {
    const place = placeOf(bands, i);
    const [low, high] = [Math.max(from, place), Math.min(from + length, place + bands.step)];
    if (high > low) join(runs, { from: low, to: high, share: shares[i] });
  }
  return runs;
}

function meanUnder({ shares }: SampleMargin, first: number, last: number): number {
  let [sum, n] = [0, 0];
  for (let i = first; i <= last; i++) {
    if (shares[i] !== shares[i]) continue;
    sum += shares[i];
    n++;
  }
  return sum / n;
}

/** Smaller samples: the mean under each unit. */
function fineRuns({ margin, bands, from, length }: Ground): Run[] {
  const runs: Run[] = [];
  const cover = coverOf(bands, margin.shares.length, from, 1, Math.ceil(length), 0);
  cover.first.forEach((first, p) => {
    if (first === NONE) return;
    const share = Math.round(1000 * meanUnder(margin, first, cover.last[p])) / 1000;
    join(runs, { from: from + p, to: Math.min(from + p + 1, from + length), share });
  });
  return runs;
}

function bar({ isAcross, off }: Ground, from: number, to: number, low: number, high: number): string {
  const [a0, a1, b0, b1] = [from, to, off(low), off(high)].map(px);
  return isAcross ? `M${a0} ${b0}H${a1}V${b1}H${a0}z` : `M${b0} ${a0}V${a1}H${b1}V${a0}z`;
}

/** Blocks in sight: the stretch of each, and all of it that the frame shows. */
interface Seen {
  block: Block;
  from: number;
  to: number;
}

function seenBlocks({ margin, bands, from, length }: Ground, inset: number): Seen[] {
  const gap = fittingInset(inset, bands.bandwidth);
  return margin.blocks
    .map((block) => ({
      block,
      from: Math.max(from, placeOf(bands, block.from) + gap),
      to: Math.min(from + length, placeOf(bands, block.to - 1) + bands.bandwidth - gap),
    }))
    .filter((seen) => seen.to > seen.from);
}

/** Colours of differences above and below none. */
const MORE = 'fill="#1f6fb8"';
const LESS = 'fill="#c2570c"';

/** Bars of a share that begin at the frame, or, of differences, in the middle of the strip. */
function barOf(ground: Ground, from: number, to: number, share: number): string {
  const { strip, isSigned } = ground.margin;
  if (!isSigned) return bar(ground, from, to, BASE, BASE + share * strip);
  const middle = BASE + strip / 2;
  return bar(ground, from, to, middle, middle + (share * strip) / 2);
}

/** Bars end where the cells of their block end. */
function strip(ground: Ground, seen: Seen[]): string {
  const { margin, bands } = ground;
  if (!margin.strip) return "";
  const runs = bands.step >= 1 ? wideRuns(ground) : fineRuns(ground);
  let [bars, below] = ["", ""];
  for (const { from, to } of seen)
    for (const run of runs) {
      const [low, high] = [Math.max(from, run.from), Math.min(to, run.to)];
      if (high <= low || run.share === 0) continue;
      if (run.share > 0) bars += barOf(ground, low, high, run.share);
      else below += barOf(ground, low, high, run.share);
    }
  const line = margin.isSigned ? BASE + margin.strip / 2 : BASE - 0.5;
  const base = seen
    .filter(({ block }) => block.kind !== "none")
    .map(({ from, to }) => bar(ground, from, to, line - 0.5, line + 0.5))
    .join("");
  if (margin.isSigned)
    return `<path d="${base}" ${BAR}/><path d="${bars}" ${MORE}/>${below && `<path d="${below}" ${LESS}/>`}`;
  return `<path d="${base}${bars}" ${BAR}/>`;
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function text({ isAcross, off }: Ground, along: number, away: number, attributes: string, body: string): string {
  const [x, y] = isAcross ? [along, off(away)] : [off(away), along];
  return `<text x="${px(x)}" y="${px(y)}" ${attributes}>${escaped(body)}</text>`;
}

const isStart = ({ isAcross, margin: { side } }: Ground): boolean => isAcross || side === "right";

/** A short line to a block that is narrower than its name. */
function leader(ground: Ground, { at, form }: NonNullable<Spot>, { from, to, widths }: Wanted): string {
  if (widths[form] <= to - from) return "";
  const middle = Math.min(Math.max((from + to) / 2, at + 1), at + widths[form] - 1);
  const away = BASE + ground.margin.strip;
  return bar(ground, middle - 0.5, middle + 0.5, away + 1, away + LABEL - CLEAR);
}

/** Distance of labels from the frame. */
const awayOf = ({ strip, side }: SampleMargin): number => BASE + strip + LABEL + (side === "bottom" ? FONT * 0.8 : 0);

/** Groups are told alike, in the longest form that has room for all; null where none has. */
function alike(wanted: Wanted[], place: (labels: Wanted[]) => Spot[]): Spot[] | null {
  const forms = Math.min(...wanted.map(({ widths }) => widths.length));
  for (let form = 0; form < forms; form++) {
    const spots = place(wanted.map((label) => ({ ...label, widths: [label.widths[form]] })));
    if (spots.every((spot) => spot)) return spots.map((spot) => ({ at: spot!.at, form }));
  }
  return null;
}

function labels(ground: Ground, seen: Seen[], measure: Measure): string {
  const { margin, isAcross, from, length } = ground;
  const away = awayOf(margin);
  const [before, behind] = margin.overhang;
  const named = seen.filter(({ block }) => block.label);
  const forms = formsOfAll(
    named.map(({ block }) => block),
    isAcross,
    margin.letters,
  );
  const wanted = named.map((stretch, i) => ({ ...stretch, widths: isAcross ? forms[i].map(measure) : [LINE] }));
  const place = (labels: Wanted[]): Spot[] =>
    spread(labels, from - before, from + length + behind, isAcross ? APART : 0);
  const spots =
    (named.some(({ block }) => block.kind === "group" || block.kind === "topic") && alike(wanted, place)) ||
    place(wanted);
  const texts = spots.map((spot, i) =>
    spot
      ? text(ground, spot.at + (isAcross ? 0 : LINE / 2), away, isAcross ? "" : 'dy="0.35em"', forms[i][spot.form])
      : "",
  );
  const leaders = spots.map((spot, i) => (spot && isAcross ? leader(ground, spot, wanted[i]) : ""));
  return `<g text-anchor="${isStart(ground) ? "start" : "end"}">${texts.join("")}</g><path d="${leaders.join("")}"/>`;
}

const ENDS = [
  ["hardest", "easiest"],
  ["harder", "easier"],
];

/** What stands at the ends of the axis and between them; once zoomed, which samples are in sight. */
function words(ground: Ground, measure: Measure): string {
  const { axis, margin, bands, isAcross, from, length } = ground;
  const isShown = margin.words && !(bands.step >= (axis.labelledFrom ?? 0) && axis.step < (axis.labelledFrom ?? 0));
  if (!isShown) return "";
  const isZoomed = bands.step > axis.step * 1.0001;
  const n = axis.labels.length;
  const [low, high] = ENDS[Number(isZoomed)];
  const ends = margin.words!.order === 1 ? [low, high] : [high, low];
  const [first, last] = centresIn(bands, n, from, length);
  const middle = isZoomed ? `${count(first + 1)}\u2013${count(last)} of ${count(n)}` : margin.words!.middle;
  const away = -margin.words!.away;
  if (!isAcross && !margin.words!.order) return "";
  if (!isAcross)
    return (
      text(ground, from, away, 'text-anchor="end" dy="0.8em"', `${ends[0]} \u2191`) +
      text(ground, from + length, away, 'text-anchor="end"', `${ends[1]} \u2193`)
    );
  const texts = [`\u2190 ${ends[0]}`, middle, `${ends[1]} \u2192`];
  const fit = (...parts: string[]): boolean => parts.reduce((sum, part) => sum + measure(part) + APART, 0) <= length;
  const hasEnds = margin.words!.order !== 0 && fit(texts[0], texts[2]);
  const hasMiddle = middle && (hasEnds ? fit(...texts) : fit(middle));
  const at = (share: number, anchor: string): string =>
    text(ground, from + share * length, away, `text-anchor="${anchor}"`, texts[2 * share]);
  return (hasEnds ? at(0, "start") + at(1, "end") : "") + (hasMiddle ? at(0.5, "middle") : "");
}

/** What labels and strip tell: before the labels, else beside the strip. */
function name(ground: Ground): string {
  const { margin, isAcross, off, from } = ground;
  const above = (said: string): string => text(ground, from - NAME, awayOf(margin), 'text-anchor="end"', said);
  const heading = margin.isNamed && isAcross && margin.heading ? above(margin.heading) : "";
  if (!margin.name) return heading;
  if (!isAcross)
    return text(ground, from - LABEL, BASE, `text-anchor="${isStart(ground) ? "start" : "end"}"`, margin.name);
  if (margin.isNamed && !margin.isSigned && !margin.heading) return above(margin.name);
  const y = (off(BASE) + off(BASE + margin.strip)) / 2;
  const place = `x="${px(from - NAME)}" y="${px(y)}" dy="0.35em" text-anchor="end"`;
  return `${heading}<text ${place}>${escaped(margin.name)}</text>`;
}

/** Units that a margin takes on its side of the frame. */
export function labelRoom({ side, strip, isNamed, blocks, letters }: SampleMargin, measure: Measure): number {
  const bars = BASE + strip;
  if (!isNamed) return bars + LABEL;
  if (side === "top" || side === "bottom") return bars + LABEL + FONT;
  return (
    bars + 2 * LABEL + Math.ceil(Math.max(...formsOfAll(blocks, false, letters).map(([longest]) => measure(longest))))
  );
}

/** The svg children of the group of the margin, for the bands of `axis` in a view; `measure` in the group's font. */
export function sampleMargin(
  margin: SampleMargin,
  axis: BandAxis,
  bands: Bands,
  area: Box,
  inset: number,
  measure: Measure,
): string {
  const ground = groundOf(axis, margin, bands, area);
  const seen = seenBlocks(ground, inset);
  const said = name(ground) + (margin.isNamed ? labels(ground, seen, measure) : "") + words(ground, measure);
  return `${strip(ground, seen)}<g fill-opacity="${QUIET}">${said}</g>`;
}
