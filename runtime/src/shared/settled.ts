/** Blocks of samples as they are drawn. */
import { withoutScore } from "./blocks";
import type { Block, Summary } from "./summary";

/** Differences that are none. */
const NEAR = 1e-6;

/** Whether numbers never fall (1), or never rise (-1); 0 for neither. Those that are none do not count. */
function directionOf(values: Float64Array): 1 | -1 | 0 {
  const known = values.filter((value) => value === value);
  const [low, high] = [Math.min(...ends(known)), Math.max(...ends(known))];
  const follows = (sign: number): boolean =>
    known.every((value, i) => !i || sign * (value - known[i - 1]) >= -NEAR * (high - low));
  return follows(1) ? 1 : follows(-1) ? -1 : 0;
}

const ends = (values: Float64Array): number[] => [values[0], values[values.length - 1]];

/** The direction of difficulty; 0 where all is alike. */
export function orderOf(values: Float64Array): 1 | -1 | 0 {
  const isKnown = (value: number): boolean => value === value;
  const rise = (values.findLast(isKnown) ?? NaN) - (values.find(isKnown) ?? NaN);
  return rise > NEAR ? 1 : rise < -NEAR ? -1 : 0;
}

/** The blocks of samples that happen to stand in order of difficulty, and in any order those without a score. */
export const settledBlocks = ({ samples, blocks }: Summary): Block[] =>
  directionOf(samples.adjusted) ? blocks : withoutScore(blocks);

/** Blocks that cover the axis: what is in none of these stands without a label. */
export function wholeOf(blocks: Block[], n: number): Block[] {
  const plain = (from: number, to: number): Block[] =>
    from < to ? [{ from, to, kind: "half", label: "", count: to - from }] : [];
  const before = (i: number): number => blocks[i - 1]?.to ?? 0;
  return [
    ...blocks.flatMap((block, i) => [...plain(before(i), block.from), block]),
    ...plain(before(blocks.length), n),
  ];
}

/** Bands before which blocks part; two gaps set those apart that have no score. */
export function gapsOf(blocks: Block[], n: number): number[] {
  const wide = new Set(blocks.filter(({ kind }) => kind === "none").flatMap(({ from, to }) => [from, to]));
  const bounds = [...new Set(blocks.flatMap(({ from, to }) => [from, to]))].filter((at) => at > 0 && at < n);
  return bounds.flatMap((at) => (wide.has(at) ? [at, at] : [at]));
}
