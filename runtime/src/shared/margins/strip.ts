/** The strip beside samples: a bar for the share of each. */
import { bandsWithin, placeOf } from "../bands";
import { coverOf, NONE } from "../cover";
import type { SampleMargin } from "../payload";
import { bar, BASE, type Ground, type Seen } from "./ground";

const BAR = 'fill-opacity="0.24"';

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
export function strip(ground: Ground, seen: Seen[]): string {
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
