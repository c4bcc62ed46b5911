/** The place of a margin beside samples: how far along them, and how far from the frame. */
import { placeOf, type Bands } from "../bands";
import type { Block } from "../blocks";
import { px } from "../format";
import type { BandAxis, Box, SampleMargin, Side } from "../payload";
import { barsRoom } from "./bars";
import { fittingInset } from "../rects";

/** Distance of the strip from the frame, in user units. */
export const BASE = 3;

export interface Ground {
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

export function groundOf(axis: BandAxis, margin: SampleMargin, bands: Bands, { x, y, width, height }: Box): Ground {
  const isAcross = margin.side === "top" || margin.side === "bottom";
  const edges: Record<Side, number> = { top: y, bottom: y + height, left: x, right: x + width };
  const sign = margin.side === "top" || margin.side === "left" ? -1 : 1;
  const off = (away: number): number =>
    edges[margin.side] + sign * (away < 0 ? away - (isAcross ? height : width) : away + barsRoom(margin.bars));
  const along = isAcross ? { from: x, length: width } : { from: y, length: height };
  return { axis, margin, bands, isAcross, off, ...along };
}

export function bar({ isAcross, off }: Ground, from: number, to: number, low: number, high: number): string {
  const [a0, a1, b0, b1] = [from, to, off(low), off(high)].map(px);
  return isAcross ? `M${a0} ${b0}H${a1}V${b1}H${a0}z` : `M${b0} ${a0}V${a1}H${b1}V${a0}z`;
}

/** Blocks in sight: the stretch of each, and all of it that the frame shows. */
export interface Seen {
  block: Block;
  from: number;
  to: number;
}

export function seenBlocks({ margin, bands, from, length }: Ground, inset: number): Seen[] {
  const gap = fittingInset(inset, bands.bandwidth);
  return margin.blocks
    .map((block) => ({
      block,
      from: Math.max(from, placeOf(bands, block.from) + gap),
      to: Math.min(from + length, placeOf(bands, block.to - 1) + bands.bandwidth - gap),
    }))
    .filter((seen) => seen.to > seen.from);
}
