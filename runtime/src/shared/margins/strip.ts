/** The strip beside samples: a bar for the share of each. */
import type { SampleMargin } from "../payload";
import { bar, BASE, type Ground, type Seen } from "./ground";
import { runsOf, type Run } from "./runs";

const BAR = 'fill-opacity="0.24"';

function meanUnder(shares: SampleMargin["shares"], first: number, last: number): number {
  let [sum, n] = [0, 0];
  for (let i = first; i <= last; i++) {
    if (shares[i] !== shares[i]) continue;
    sum += shares[i];
    n++;
  }
  return sum / n;
}

/** Stretches of samples of one share; where samples are smaller than a unit, of their mean in thousandths. */
const stretches = ({ margin: { shares }, bands, from, length }: Ground): Run<number>[] =>
  runsOf(
    {
      n: shares.length,
      of: (sample) => shares[sample],
      under: (first, last) => Math.round(1000 * meanUnder(shares, first, last)) / 1000,
    },
    bands,
    from,
    length,
  );

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
  const { margin } = ground;
  if (!margin.strip) return "";
  const runs = stretches(ground);
  let [bars, below] = ["", ""];
  for (const { from, to } of seen)
    for (const run of runs) {
      const [low, high] = [Math.max(from, run.from), Math.min(to, run.to)];
      if (high <= low) continue;
      if (run.value > 0) bars += barOf(ground, low, high, run.value);
      else below += barOf(ground, low, high, run.value);
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
