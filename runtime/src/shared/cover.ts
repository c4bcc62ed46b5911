/** Which cells lie under each pixel of an axis. */
import { fittingInset, type Bands } from "./rects";

/** Cells at least this large, in device pixels, get sharp edges and gaps; smaller ones are averaged. */
const SHARP = 3;

/** For each pixel along an axis: the cells under it, from `first` to `last`, with the share of the outer two. */
export interface Cover {
  /** Each pixel shows one cell at most. */
  sharp: boolean;
  /** Cells under a whole pixel. */
  perPixel: number;
  first: Int32Array;
  last: Int32Array;
  firstShare: Float64Array;
  lastShare: Float64Array;
  /** Last pixel (exclusive) of the band, where bands are sharp; the strip is drawn before it. */
  end: Int32Array;
}

/** The `first` of a pixel without cells. */
export const NONE = -1;

/** An axis of `n` bands that begins at `from`; `scale` is the number of pixels of a unit. */
interface Line {
  bands: Bands;
  n: number;
  from: number;
  scale: number;
  pixels: number;
}

function emptyCover({ bands, scale, pixels }: Line, sharp: boolean): Cover {
  return {
    sharp,
    perPixel: 1 / (bands.step * scale),
    first: new Int32Array(pixels).fill(NONE),
    last: new Int32Array(pixels).fill(NONE),
    firstShare: new Float64Array(pixels).fill(1),
    lastShare: new Float64Array(pixels).fill(1),
    end: new Int32Array(pixels),
  };
}

/** The bands from the first that may be in sight to the last, exclusive. */
function inSight({ bands: { start, step }, n, from, scale, pixels }: Line): [number, number] {
  const first = Math.floor((from - start) / step) - 1;
  return [Math.max(0, first), Math.min(n, first + Math.ceil(pixels / (step * scale)) + 3)];
}

function sharpCover(line: Line, inset: number): Cover {
  const { bands, from, scale, pixels } = line;
  const cover = emptyCover(line, true);
  const gap = fittingInset(inset, bands.bandwidth);
  const [begin, end] = inSight(line);
  for (let i = begin; i < end; i++) {
    const start = bands.start + i * bands.step - from;
    const low = Math.round((start + gap) * scale);
    const high = Math.max(low + 1, Math.round((start + bands.bandwidth - gap) * scale));
    for (let p = Math.max(0, low); p < Math.min(pixels, high); p++) {
      cover.first[p] = cover.last[p] = i;
      cover.end[p] = high;
    }
  }
  return cover;
}

function fineCover(line: Line): Cover {
  const { bands, n, from, pixels } = line;
  const cover = emptyCover(line, false);
  const offset = (from - bands.start) / bands.step;
  for (let p = 0; p < pixels; p++) {
    const low = Math.max(0, offset + p * cover.perPixel);
    const high = Math.min(n, offset + (p + 1) * cover.perPixel);
    if (high <= low) continue;
    const first = Math.min(n - 1, Math.floor(low + 1e-9));
    const last = Math.min(n - 1, Math.max(first, Math.ceil(high - 1e-9) - 1));
    cover.first[p] = first;
    cover.last[p] = last;
    cover.firstShare[p] = first === last ? high - low : first + 1 - low;
    cover.lastShare[p] = high - last;
    cover.end[p] = p + 1;
  }
  return cover;
}

/** What lies under `pixels` pixels from `from` on; `scale` is the number of pixels of a unit. */
export function coverOf(bands: Bands, n: number, from: number, scale: number, pixels: number, inset: number): Cover {
  const line = { bands, n, from, scale, pixels };
  return bands.step * scale >= SHARP ? sharpCover(line, inset) : fineCover(line);
}
