/** What stands beside the samples, before its room is known. */
import type { SampleMargin, Side } from "../payload";
import { gapsOf, orderOf, wholeOf } from "../settled";
import type { Frame } from "./frame";
import { sharesOf } from "./shares";

/** Models that are compared stand apart from the others. */
const PAIR = 2;

/** Models before which a gap lies: two that are compared stand apart, and groups of them. */
export function modelGaps({ isCompared, groups }: Frame, n: number): number[] {
  if (groups.models) return gapsOf(groups.models.blocks, n);
  return isCompared && n > PAIR ? [PAIR] : [];
}

/** Blocks, shares and words of a frame; `extent`: lowest and highest score. */
export function besideOf(frame: Frame, extent: [number, number], side: Side): Omit<SampleMargin, "strip" | "isNamed"> {
  const { summary, strip, isCompared, blocks, groups } = frame;
  const shares = sharesOf(frame, extent);
  const isOrdered = blocks.some(({ kind }) => kind !== "none");
  const order = isCompared || groups.samples ? 0 : orderOf(summary.samples.adjusted);
  const own = summary.models.length === 1 ? "" : summary.threshold === null ? "mean" : "solved by";
  return {
    side,
    blocks: wholeOf(blocks, shares.length),
    shares,
    ...(frame.bars?.samples ? { bars: frame.bars.samples } : {}),
    ...(isCompared ? { isSigned: true as const } : {}),
    name: strip?.name ?? own,
    ...(groups.samples && { heading: groups.samples.name }),
    words:
      isOrdered && !frame.isTable
        ? { order, away: 0, middle: groups.samples ? `samples ${groups.samples.short}` : frame.samples }
        : null,
    overhang: [0, 0],
  };
}
