/** The paint of many cells: one image. Where cells are smaller than a pixel, it shows the mean of those under it. */
import type { Bands } from "./bands";
import { writeColor } from "./color";
import { coverOf, NONE } from "./cover";
import { CORNER, CROSS, DASH, RING, writeInk } from "./ink";
import { kindsIn, type Sums } from "./levels";
import { lineReader } from "./lines";
import type { Box, CellPlot } from "./payload";
import { Shares, type Bars } from "./share";
import { above, ON_PAPER, signHeight, stripOf, WIDE } from "./trouble";
import { ABSENT_INK, STATE_FILL, stripHeight } from "./states";

export interface Raster {
  width: number;
  height: number;
  rgba: Uint8ClampedArray;
}

type Rgb = [number, number, number];

const rgbOf = (color: string): Rgb => {
  const n = parseInt(color.slice(1), 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
};

const NEUTRAL = rgbOf(STATE_FILL);
const DASH_INK = rgbOf(ABSENT_INK);

/** Kinds of signs that stand on the lower edge of a row, from below. */
const STANDING = [CROSS, CORNER, RING];

const isIn = (plane: Sums["signs"][number], p: number): boolean => plane !== null && plane[p] > 0;

/** Colours of one line of pixels; nothing where no cell has a row. */
function paintColors(plot: CellPlot, { sum, weight, signs }: Sums, line: Uint8ClampedArray): void {
  line.fill(0);
  for (let p = 0, o = 0; p < sum.length; p++, o += 4) {
    if (weight[p] > 0) writeColor(plot.color, sum[p] / weight[p], line, o);
    else if (STANDING.some((kind) => isIn(signs[kind], p))) line.set(NEUTRAL, o);
    else continue;
    line[o + 3] = 255;
  }
}

/** A line through the middle of rows where all cells are absent. */
function paintDash({ signs }: Sums, rgba: Uint8ClampedArray, at: number, width: number): void {
  for (let p = 0, o = at; p < width; p++, o += 4) {
    if (rgba[o + 3] || !isIn(signs[DASH], p)) continue;
    rgba.set(DASH_INK, o);
    rgba[o + 3] = 255;
  }
}

const PAPER_INKS = [DASH, RING, CORNER, CROSS].map((kind) => rgbOf(ON_PAPER[kind]));

/** Kinds of signs in a strip, from below. */
const STRIPED = [...STANDING, DASH];

/** The signs in a line of pixels of the strip below a row. */
function paintStrip(bars: Bars, toEnd: number, rgba: Uint8ClampedArray, at: number): void {
  const standing = STRIPED.filter((kind) => bars[kind]);
  const n = bars[standing[0]]?.length ?? 0;
  for (let p = 0, o = at; p < n; p++, o += 4) {
    let left = toEnd;
    const kind = standing.find((kind) => (left -= bars[kind]![p]) <= 0);
    if (kind === undefined) continue;
    rgba.set(PAPER_INKS[kind], o);
    rgba[o + 3] = 255;
  }
}

/** The signs in a line of pixels: gaps hang from the upper edge of its row, others stand on the lower one. */
function paintSigns(bars: Bars, fromStart: number, toEnd: number, rgba: Uint8ClampedArray, at: number): void {
  const hanging = bars[DASH];
  const standing = STANDING.flatMap((kind) => bars[kind] ?? []);
  const kinds = STANDING.filter((kind) => bars[kind]);
  const n = (hanging ?? standing[0] ?? []).length;
  for (let p = 0, o = at; p < n; p++, o += 4) {
    let left = toEnd;
    for (let k = 0; k < standing.length && left > 0; k++) {
      left -= standing[k][p];
      if (left <= 0) writeInk(kinds[k], rgba, o);
    }
    if (left > 0 && hanging && fromStart <= hanging[p]) writeInk(DASH, rgba, o);
  }
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
  const [sx, sy] = [width / area.width, height / area.height];
  const across = coverOf(x, plot.x.labels.length, area.x, sx, width, plot.inset);
  const room = stripOf(plot, x, y);
  const down = coverOf(above(y, room), plot.y.labels.length, area.y, sy, height, plot.inset);
  const isBelow = down.sharp && room.height > 0;
  const below = Math.round(room.height * sy);
  const gap = Math.round(room.gap * sy);
  const strip = down.sharp ? Math.max(1, Math.round(stripHeight(y.bandwidth) * sy)) : 0.5;
  const isNarrow = x.step * sx < WIDE || !down.sharp;
  const kinds = kindsIn(plot).filter((kind) => kind !== DASH || (!plot.isShared && isNarrow));
  const read = lineReader(plot, across, down);
  const shares = new Shares(across, down, sy, kinds);
  const rgba = new Uint8ClampedArray(4 * width * height);
  const colors = new Uint8ClampedArray(4 * width);
  for (let q = 0; q < height;) {
    if (down.first[q] === NONE) {
      q++;
      continue;
    }
    const [start, end] = [q, down.end[q]];
    const sums = read(q);
    paintColors(plot, sums, colors);
    const bars = isBelow
      ? shares.of(sums, q, end - start + gap + below, (kind) => signHeight(kind, below), true)
      : shares.of(sums, q, end - start, () => strip, false);
    const middle = start + Math.round((end - start - 1) / 2);
    for (; q < Math.min(end, height); q++) {
      const at = 4 * q * width;
      rgba.set(colors, at);
      if (kinds.length && !isBelow) paintSigns(bars, q - start + 1, end - q, rgba, at);
      if (down.sharp && q === middle && !plot.isShared) paintDash(sums, rgba, at, width);
    }
    if (isBelow)
      for (let k = 0, line = end + gap; k < below && line < height; k++, line++)
        paintStrip(bars, below - k, rgba, 4 * line * width);
  }
  return { width, height, rgba };
}
