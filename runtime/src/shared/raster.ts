/** The paint of many cells: one image. Where cells are smaller than a pixel, a pixel shows the mean of the values under it. */
import { writeColor } from "./color";
import { ABSENT, OK, type Box, type CellPlot } from "./payload";
import { fittingInset, type Bands } from "./rects";
import { ABSENT_INK, STATE_FILL, STRIP_EDGE, STRIP_FILL, stripHeight } from "./states";

export interface Raster {
  width: number;
  height: number;
  rgba: Uint8ClampedArray;
}

/** Cells at least this large, in device pixels, get sharp edges and gaps; smaller ones are averaged. */
const SHARP = 3;

/** For each pixel along an axis: the cells under it, from `first` to `last`, with the share of the outer two. */
interface Cover {
  first: Int32Array;
  last: Int32Array;
  firstShare: Float64Array;
  lastShare: Float64Array;
  /** Last pixel (exclusive) of the band, where bands are sharp; the strip is drawn before it. */
  end: Int32Array;
}

const NONE = -1;

function emptyCover(n: number): Cover {
  return {
    first: new Int32Array(n).fill(NONE),
    last: new Int32Array(n).fill(NONE),
    firstShare: new Float64Array(n).fill(1),
    lastShare: new Float64Array(n).fill(1),
    end: new Int32Array(n),
  };
}

function sharpCover(bands: Bands, n: number, from: number, scale: number, pixels: number, inset: number): Cover {
  const cover = emptyCover(pixels);
  const gap = fittingInset(inset, bands.bandwidth);
  for (let i = 0; i < n; i++) {
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

function fineCover(bands: Bands, n: number, from: number, scale: number, pixels: number): Cover {
  const cover = emptyCover(pixels);
  const perPixel = 1 / (bands.step * scale);
  const offset = (from - bands.start) / bands.step;
  for (let p = 0; p < pixels; p++) {
    const low = Math.max(0, offset + p * perPixel);
    const high = Math.min(n, offset + (p + 1) * perPixel);
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

/** Sums along x for every row of cells and every pixel column. */
function squeeze(
  plot: CellPlot,
  x: Cover,
  rows: [number, number],
): { sum: Float64Array; weight: Float64Array; worst: Uint8Array; blank: Uint8Array } {
  const nx = plot.x.labels.length;
  const width = x.first.length;
  const ny = plot.y.labels.length;
  const sum = new Float64Array(ny * width);
  const weight = new Float64Array(ny * width);
  const worst = new Uint8Array(ny * width);
  const blank = new Uint8Array(ny * width);
  const { values, states } = plot;
  for (let j = rows[0]; j < rows[1]; j++) {
    for (let p = 0; p < width; p++) {
      const first = x.first[p];
      if (first === NONE) continue;
      const last = x.last[p];
      let s = 0;
      let w = 0;
      let bad = OK;
      let present = 0;
      for (let i = first; i <= last; i++) {
        const at = j * nx + i;
        const value = values[at];
        const state = states[at];
        if (state > bad) bad = state;
        if (state !== ABSENT) present = 1;
        if (value === value) {
          const share = i === first ? x.firstShare[p] : i === last ? x.lastShare[p] : 1;
          s += share * value;
          w += share;
        }
      }
      const o = j * width + p;
      sum[o] = s;
      weight[o] = w;
      worst[o] = bad;
      blank[o] = present ? 0 : 1;
    }
  }
  return { sum, weight, worst, blank };
}

const rgbOf = (color: string): [number, number, number] => {
  const n = parseInt(color.slice(1), 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
};

/** Parts of a row of cells from top to bottom: the colour, a line, the strip that marks states. */
const COLOR = 0;
const EDGE = 1;
const STRIP = 2;

/** The part that a pixel lies in, by its distance to the row's end. */
const zoneOf = (toEnd: number, strip: number): number =>
  toEnd <= strip ? STRIP : toEnd === strip + 1 && strip > 2 ? EDGE : COLOR;

/** Whether a pixel that hides a state is marked where rows are too low for a strip: every other one, so that colours can
 * still be read, and any that stands alone. */
function isMarked(hidden: Uint8Array, p: number, q: number): boolean {
  return (p + q) % 2 === 0 || !(hidden[p - 1] || hidden[p + 1]);
}

/** Pixels of the cells inside `area`; `scale` is the number of pixels of a user unit. Transparent where nothing is. */
export function raster(
  plot: CellPlot,
  scale: number,
  x: Bands = plot.x,
  y: Bands = plot.y,
  area: Box = plot.area,
): Raster {
  const width = Math.max(1, Math.round(area.width * scale));
  const height = Math.max(1, Math.round(area.height * scale));
  const sx = width / area.width;
  const sy = height / area.height;
  const nx = plot.x.labels.length;
  const ny = plot.y.labels.length;
  const acrossSharp = x.step * sx >= SHARP;
  const downSharp = y.step * sy >= SHARP;
  const across = acrossSharp ? sharpCover(x, nx, area.x, sx, width, plot.inset) : fineCover(x, nx, area.x, sx, width);
  const down = downSharp ? sharpCover(y, ny, area.y, sy, height, plot.inset) : fineCover(y, ny, area.y, sy, height);
  const seen: [number, number] = [
    Math.max(0, Math.floor((area.y - y.start) / y.step)),
    Math.min(ny, Math.ceil((area.y + area.height - y.start) / y.step)),
  ];
  const { sum, weight, worst, blank } = squeeze(plot, across, seen);
  const rgba = new Uint8ClampedArray(4 * width * height);
  const strip = Math.max(1, Math.round(stripHeight(y.bandwidth) * sy));
  const neutral = rgbOf(STATE_FILL);
  const strips = [0, 1, 2, 3, 4].map((state) => (STRIP_FILL[state] ? rgbOf(STRIP_FILL[state]) : neutral));
  const edge = rgbOf(STRIP_EDGE);
  const dash = rgbOf(ABSENT_INK);
  const middle = Math.max(1, Math.round((y.bandwidth * sy) / 2));
  const hidden = new Uint8Array(width);
  const scored = new Uint8Array(width);
  let above = NONE;
  for (let q = 0; q < height; q++) {
    const j0 = down.first[q];
    if (j0 === NONE) {
      above = NONE;
      continue;
    }
    const j1 = down.last[q];
    const zone = downSharp ? zoneOf(down.end[q] - q, strip) : STRIP;
    const inMiddle = downSharp && down.end[q] - q === middle;
    const row = 4 * q * width;
    const same =
      j0 === j1 &&
      j0 === above &&
      downSharp &&
      zone === zoneOf(down.end[q - 1] - q + 1, strip) &&
      !inMiddle &&
      down.end[q - 1] - q + 1 !== middle;
    above = j0 === j1 ? j0 : NONE;
    if (same) {
      rgba.copyWithin(row, row - 4 * width, row);
      continue;
    }
    for (let p = 0; p < width; p++) {
      let s = 0;
      let w = 0;
      let bad = OK;
      let empty = 1;
      for (let j = j0; j <= j1; j++) {
        const o = j * width + p;
        const share = j === j0 ? down.firstShare[q] : j === j1 ? down.lastShare[q] : 1;
        s += share * sum[o];
        w += share * weight[o];
        if (worst[o] > bad) bad = worst[o];
        if (!blank[o]) empty = 0;
      }
      const o = row + 4 * p;
      hidden[p] = across.first[p] === NONE || empty ? OK : bad;
      scored[p] = w > 0 ? 1 : 0;
      if (across.first[p] === NONE) continue;
      if (empty) {
        if (!inMiddle) continue;
        rgba.set(dash, o);
        rgba[o + 3] = 255;
        continue;
      }
      if (w > 0) writeColor(plot.color, s / w, rgba, o);
      else rgba.set(neutral, o);
      rgba[o + 3] = 255;
    }
    if (zone === COLOR) continue;
    for (let p = 0; p < width; p++) {
      const bad = hidden[p];
      if (bad !== OK && (downSharp || !scored[p] || isMarked(hidden, p, q)))
        rgba.set(zone === STRIP ? strips[bad] : edge, row + 4 * p);
    }
  }
  return { width, height, rgba };
}
