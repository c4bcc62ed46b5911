/** Which cells lie under each pixel of an axis. */
import { bandsWithin, placeOf, stepsTo, type Bands } from "./bands";
import { gapOf } from "./rects";

/** Cells at least this large, in device pixels, get sharp edges and gaps; smaller ones are averaged. */
const SHARP = 3;

/** Whether pixels show the mean of several cells, `scale` of them a unit. */
export const isBlended = (x: Bands, y: Bands, scale: number): boolean => Math.min(x.step, y.step) * scale < SHARP;

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

/** Share of a pixel that is too little to be seen: what rounding leaves at the edges of gaps. */
const SLIVER = 1e-6;

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

function sharpCover(line: Line, inset: number): Cover {
  const { n, from, scale, pixels } = line;
  const { of: bands, first: begin, n: parts } = line.bands.parts ?? { of: line.bands, first: 0, n: null };
  const cover = emptyCover(line, true);
  const gap = gapOf(inset, bands.bandwidth, scale);
  const [seen, end] = parts ? [begin, begin + parts.length] : bandsWithin(bands, n, from, pixels / scale);
  for (let i = seen, part = seen - begin; i < end; i++) {
    const start = placeOf(bands, i) - from;
    const first = Math.round(start * scale - SLIVER);
    const low = first + Math.floor(gap / 2);
    const high = Math.max(low + 1, Math.round((start + bands.bandwidth) * scale - SLIVER) - Math.ceil(gap / 2));
    const count = parts ? parts[i - begin] : 1;
    for (let k = 0; k < count; k++, part++) {
      const [left, right] = [k, k + 1].map((edge) => low + Math.round((edge * (high - low)) / count));
      for (let p = Math.max(0, left); p < Math.min(pixels, right); p++) {
        cover.first[p] = cover.last[p] = part;
        cover.end[p] = right;
      }
    }
  }
  return cover;
}

function fineCover(line: Line): Cover {
  const { bands, n, from, scale, pixels } = line;
  const cover = emptyCover(line, false);
  const steps = stepsTo(bands);
  for (let p = 0; p < pixels; p++) {
    const low = Math.max(0, steps(from + p / scale));
    const high = Math.min(n, steps(from + (p + 1) / scale));
    if (high - low <= SLIVER * cover.perPixel) continue;
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
