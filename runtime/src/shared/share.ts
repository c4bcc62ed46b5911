/** How much ink signs take where cells are smaller than pixels: the share of the cells that have one. */
import { NONE, type Cover } from "./cover";
import { CROSS, DASH, KINDS } from "./ink";
import type { Sums } from "./levels";

/** Signs cover at most this share of what lies under a pixel, so that its colour is still seen. */
const MOST = 0.6;

/** The height below which a sign is not drawn for itself in rows of this height, in pixels. */
const quantum = (height: number, scale: number): number =>
  Math.max(1, Math.min(Math.round(3 * scale), Math.floor(height / 8)));

/** Whole cells (of an axis, so that sums are shares of them) under each pixel. */
function cellsUnder({ first, last, firstShare, lastShare }: Cover): Float64Array {
  return Float64Array.from(first, (from, p) =>
    from === NONE ? 0 : from === last[p] ? firstShare[p] : last[p] - from - 1 + firstShare[p] + lastShare[p],
  );
}

/** Pixels that each kind of sign takes in each column of a row of pixels; null for kinds that do not occur. */
export type Bars = (Uint16Array | null)[];

/**
 * Spreads the ink of signs: what is less than a pixel is kept for the next cell with such a sign, so that the whole has
 * the share that the cells have. The first cell of a row is always seen.
 */
export class Shares {
  readonly #under: Float64Array;
  readonly #rows: Float64Array;
  readonly #kept = new Float64Array(KINDS);
  readonly #bars: Bars;
  /** Pixels of a column that graver signs take. */
  readonly #taken: Uint16Array;
  /** What gaps between wide cells leave out is made up for. */
  readonly #gain: number;
  #isNew = true;

  constructor(
    private readonly across: Cover,
    private readonly down: Cover,
    private readonly scale: number,
    kinds: readonly number[],
  ) {
    this.#under = cellsUnder(across);
    this.#rows = cellsUnder(down);
    this.#gain = across.sharp ? across.first.length / Math.max(1, across.first.filter((i) => i !== NONE).length) : 1;
    this.#taken = new Uint16Array(across.first.length);
    this.#bars = Array.from({ length: KINDS }, (_, kind) =>
      kinds.includes(kind) ? new Uint16Array(across.first.length) : null,
    );
  }

  /** Most of a row of this height that a sign takes: a strip where a pixel has one cell, more where it has many. */
  #most(height: number, strip: number): number {
    const n = this.across.perPixel * (this.down.sharp ? 1 : this.down.perPixel);
    return Math.max(strip, height * MOST * (1 - 1 / Math.max(1, n)));
  }

  /** Most of a strip that a sign takes: its own height where a pixel has one cell, all of it where it has many. */
  #below(own: number, all: number): number {
    return this.across.perPixel > 1 ? all : own;
  }

  /** The bars of a row of pixels of this height, in which a single cell has a strip; `isBelow`: nothing is higher. */
  of({ signs, weight }: Sums, line: number, height: number, strip: (kind: number) => number, isBelow: boolean): Bars {
    const rows = this.#rows[line];
    const least = isBelow ? 1 : quantum(height, this.scale);
    if (this.down.sharp || this.#isNew) this.#kept.fill(least - 1e-6);
    this.#isNew = false;
    this.#taken.fill(0);
    for (let kind = KINDS - 1; kind >= 0; kind--) {
      const [plane, bars] = [signs[kind], this.#bars[kind]];
      if (!plane || !bars) continue;
      const most = isBelow ? this.#below(strip(kind), strip(CROSS)) : this.#most(height, strip(kind));
      const room = isBelow ? strip(CROSS) : height;
      for (let p = 0; p < bars.length; p++) {
        bars[p] = 0;
        if (!(plane[p] > 0) || (kind === DASH && this.#isEmpty(signs, weight, p))) continue;
        const share = Math.min(1, (this.#gain * plane[p]) / (this.#under[p] * rows));
        const ink = Math.min(2 * height, (this.#kept[kind] += Math.min(most, share * height)));
        if (ink < least) continue;
        bars[p] = Math.max(0, Math.min(room - (isBelow ? this.#taken[p] : 0), Math.floor(ink)));
        this.#taken[p] += bars[p];
        this.#kept[kind] = ink - bars[p];
      }
    }
    return this.#bars;
  }

  /** Whether nothing but absent cells lies under a pixel. */
  #isEmpty(signs: Sums["signs"], weight: Sums["weight"], p: number): boolean {
    return !(weight[p] > 0) && signs.every((plane, kind) => kind === DASH || !plane || !(plane[p] > 0));
  }
}
