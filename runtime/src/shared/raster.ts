/** The paint of many cells: one image. Where cells are smaller than a pixel, it shows the mean of those under it. */
import type { Bands } from "./bands";
import { writeColor } from "./color";
import { coverOf, NONE, type Cover } from "./cover";
import type { Sums } from "./levels";
import { lineReader } from "./lines";
import { ABSENT, OK, STATE_NAMES, type Box, type CellPlot } from "./payload";
import { ABSENT_INK, STATE_FILL, STRIP_EDGE, STRIP_FILL, stripHeight } from "./states";

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
const EDGE_INK = rgbOf(STRIP_EDGE);
const DASH = rgbOf(ABSENT_INK);
const STRIPS = STATE_NAMES.map((_, state) => (STRIP_FILL[state] ? rgbOf(STRIP_FILL[state]) : NEUTRAL));

/** Parts of a row of cells from top to bottom: the colour, a line, the strip that marks states. */
const COLOR = 0;
const EDGE = 1;
const STRIP = 2;

/** Sizes of the parts of a row, in pixels. */
interface Zones {
  strip: number;
  /** Distance of the row's middle to its end. */
  middle: number;
}

/** The part that a pixel lies in, by its distance to the row's end. */
const zoneOf = (toEnd: number, strip: number): number =>
  toEnd <= strip ? STRIP : toEnd === strip + 1 && strip > 2 ? EDGE : COLOR;

/**
 * Whether a pixel that hides a state is marked where rows are too low for a strip: every other one, so that colours can
 * still be read, and any that stands alone.
 */
function isMarked(hidden: Uint8Array, p: number, q: number): boolean {
  return (p + q) % 2 === 0 || !(hidden[p - 1] || hidden[p + 1]);
}

/** Whether a line shows what the one above it shows. */
function repeats({ sharp, first, end }: Cover, q: number, { strip, middle }: Zones): boolean {
  if (!sharp || q === 0 || first[q] !== first[q - 1]) return false;
  const toEnd = end[q] - q;
  return toEnd !== middle && toEnd + 1 !== middle && zoneOf(toEnd, strip) === zoneOf(toEnd + 1, strip);
}

const NOTHING = 0;
const ONLY_ABSENT = 1 << ABSENT;
/** The gravest of the states that occur. */
const gravest = (states: number): number => 31 - Math.clz32(states);

/** Colours of one line of pixels. Fills `hidden` with the state under each pixel that its colour does not tell. */
function paintColors(
  plot: CellPlot,
  sums: Sums,
  inMiddle: boolean,
  hidden: Uint8Array,
  rgba: Uint8ClampedArray,
  at: number,
): void {
  const { sum, weight, states } = sums;
  for (let p = 0, o = at; p < hidden.length; p++, o += 4) {
    const occurring = states[p];
    const empty = occurring === NOTHING || occurring === ONLY_ABSENT;
    hidden[p] = empty ? OK : gravest(occurring);
    if (empty && (plot.isShared || !(inMiddle && occurring))) continue;
    if (empty) rgba.set(DASH, o);
    else if (weight[p] > 0) writeColor(plot.color, sum[p] / weight[p], rgba, o);
    else rgba.set(NEUTRAL, o);
    rgba[o + 3] = 255;
  }
}

function paintMarks(
  { weight }: Sums,
  hidden: Uint8Array,
  zone: number,
  everywhere: boolean,
  rgba: Uint8ClampedArray,
  q: number,
): void {
  const row = 4 * q * hidden.length;
  for (let p = 0; p < hidden.length; p++) {
    if (hidden[p] !== OK && (everywhere || !(weight[p] > 0) || isMarked(hidden, p, q)))
      rgba.set(zone === STRIP ? STRIPS[hidden[p]] : EDGE_INK, row + 4 * p);
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
  const down = coverOf(y, plot.y.labels.length, area.y, sy, height, plot.inset);
  const zones = {
    strip: Math.max(1, Math.round(stripHeight(y.bandwidth) * sy)),
    middle: Math.max(1, Math.round((y.bandwidth * sy) / 2)),
  };
  const read = lineReader(plot, across, down);
  const rgba = new Uint8ClampedArray(4 * width * height);
  const hidden = new Uint8Array(width);
  for (let q = 0; q < height; q++) {
    if (down.first[q] === NONE) continue;
    const row = 4 * q * width;
    if (repeats(down, q, zones)) {
      rgba.copyWithin(row, row - 4 * width, row);
      continue;
    }
    const sums = read(q);
    const toEnd = down.end[q] - q;
    const zone = down.sharp ? zoneOf(toEnd, zones.strip) : STRIP;
    paintColors(plot, sums, down.sharp && toEnd === zones.middle, hidden, rgba, row);
    if (zone !== COLOR) paintMarks(sums, hidden, zone, down.sharp, rgba, q);
  }
  return { width, height, rgba };
}
