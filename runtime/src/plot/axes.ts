/** Margins, ticks and label texts that fit the labels; whatever the caller gave is left alone. */
import { labelStep, oneLine, shorten, skipOf } from "../shared/ticks";
import { textWidth } from "./text";

export type Attributes = Record<string, unknown>;

export interface AxisFit {
  attributes: Attributes;
  room: number;
  skip: number;
  rotate: number;
  spacing: number;
}

export type Key = string | number | boolean | Date;

export interface BandTexts {
  /** What Plot's scale knows a band by, in band order. */
  keys: Key[];
  labels: string[];
}

/** Height of a line, in font sizes. */
const LEADING = 1.2;
const PADDING = 4;
const TICK = 4;
const TITLE = 16;
const EDGE = 10;
/** Share of the picture that labels may take. */
const MOST = 0.3;

const widest = (labels: string[], font: number): number =>
  labels.reduce((most, label) => Math.max(most, textWidth(oneLine(label), font)), 0);
const radians = (degrees: number): number => (Math.abs(degrees) * Math.PI) / 180;

const MOST_COMPARED = 1000;

/** How much of the start of labels has to go, so that they differ; of very many only some are shown anyway. */
const skipped = (labels: string[], room: number, font: number): number =>
  labels.length > MOST_COMPARED ? 0 : skipOf(labels.map(oneLine), room, (text) => textWidth(text, font));

const textsOf = (keys: Key[], labels: string[]): Map<unknown, string> =>
  new Map(keys.map((key, i) => [key.valueOf(), labels[i]]));

function tickAttributes(
  axis: "x" | "y",
  bands: BandTexts,
  every: number,
  room: number,
  font: number,
  skip: number,
): Attributes {
  const isTick = (_: unknown, i: number): boolean => i % every === 0;
  const ticks = bands.keys.filter(isTick);
  const texts = textsOf(ticks, bands.labels.filter(isTick));
  let all: Map<unknown, string> | null = null;
  const textOf = (key: Key): string =>
    texts.get(key.valueOf()) ?? (all ??= textsOf(bands.keys, bands.labels)).get(key.valueOf()) ?? String(key);
  return {
    [`${axis}Ticks`]: ticks,
    [`${axis}TickFormat`]: (key: Key) => shorten(oneLine(textOf(key)), room, (t) => textWidth(t, font), skip),
    [`${axis}TickSize`]: every > 1 ? TICK : 0,
    [`${axis}TickPadding`]: PADDING,
  };
}

/** What the vertical axis has to fit, and what the caller chose. */
export interface YRoom {
  width: number;
  frame: number;
  font: number;
  margin?: number;
}

/** Labels of the vertical axis stand beside their bands. */
export function fitY(
  bands: BandTexts,
  side: string | null,
  titled: boolean,
  { width, frame, font, margin: given }: YRoom,
): AxisFit {
  const line = font * LEADING;
  const every = labelStep(line, frame / Math.max(1, bands.keys.length));
  const most =
    given === undefined
      ? Math.max(48, width * MOST)
      : given - PADDING - 2 - (every > 1 ? TICK : 0) - (titled ? TITLE : 0);
  const room = Math.min(widest(bands.labels, font), Math.max(8, most));
  const margin = side === null ? EDGE : Math.ceil(room + PADDING + (every > 1 ? TICK : 0) + 4 + (titled ? TITLE : 0));
  const skip = skipped(bands.labels, room, font);
  const attributes = {
    ...tickAttributes("y", bands, every, room, font, skip),
    marginLeft: side === "right" ? EDGE : margin,
    marginRight: side === "right" || side === "both" ? margin : EDGE,
  };
  return { attributes, room, skip, rotate: 0, spacing: line };
}

/** Distance of turned labels that do not touch. */
const tight = (font: number, sine: number): number => (font * 1.1) / Math.max(0.3, sine);

/** Turned labels when that shows more of them. */
function rotation(widestLabel: number, step: number, line: number): number {
  const level = labelStep(widestLabel + 8, step);
  if (level === 1) return 0;
  const turned = labelStep(tight(line / LEADING, Math.SQRT1_2), step);
  return turned < level && !(turned > 1 && widestLabel <= 32) ? -45 : 0;
}

/** What the horizontal axis has to fit, and what the caller chose; `left`: room into which turned labels reach. */
export interface XRoom {
  frame: number;
  height: number;
  left: number;
  font: number;
  rotate?: number;
  /** The caller's own margin on the axis' side. */
  margin?: number;
}

export function fitX(
  bands: BandTexts,
  side: string | null,
  titled: boolean,
  { frame, height, left, font, rotate, margin }: XRoom,
): AxisFit & { height: number; overhang: number; lead: number } {
  const line = font * LEADING;
  const full = widest(bands.labels, font);
  const step = frame / Math.max(1, bands.keys.length);
  const turn = rotate ?? rotation(full, step, line);
  const sine = Math.sin(radians(turn));
  const cosine = Math.cos(radians(turn));
  const deep =
    margin === undefined ? height * MOST : Math.max(8, margin - PADDING - TICK - font * cosine - (titled ? TITLE : 0));
  const room =
    turn === 0
      ? Math.min(full, Math.max(frame * MOST, step - 8))
      : Math.min(full, deep / sine, (left + step / 2 - 4) / Math.max(cosine, 0.05));
  const spacing = turn === 0 ? room + 8 : Math.min(room + 8, tight(font, sine));
  const every = labelStep(spacing, step);
  const tall = turn === 0 ? line : room * sine + font * cosine;
  const space = side === null ? EDGE : Math.ceil(tall + PADDING + (every > 1 ? TICK : 0) + 4 + (titled ? TITLE : 0));
  const skip = skipped(bands.labels, room, font);
  const attributes: Attributes = {
    ...tickAttributes("x", bands, every, room, font, skip),
    ...(turn ? { xTickRotate: turn } : {}),
  };
  const last = textWidth(oneLine(bands.labels[Math.floor((bands.labels.length - 1) / every) * every] ?? ""), font);
  const overhang = turn === 0 && side !== null ? Math.max(0, Math.min(last, room) / 2 - step / 2) : 0;
  const lead = turn < 0 && side !== null ? Math.ceil(room * cosine - step / 2 + 4) : 0;
  return { attributes, room, skip, rotate: turn, spacing, height: space, overhang: Math.ceil(overhang), lead };
}

export { EDGE };
