/** Margins, ticks and label texts that fit the labels; whatever the caller gave is left alone. */
import { kept, textsOf, type Cut } from "../shared/labels";
import { labelStep } from "../shared/ticks";
import { commons, NONE, saidOf, type Common } from "../shared/common";
import { gapSize } from "../shared/bands";
import { textWidth } from "./text";

export type Attributes = Record<string, unknown>;

export interface AxisFit {
  attributes: Attributes;
  room: number;
  skip: number;
  drop: number;
  rotate: number;
  spacing: number;
  /** What was dropped of all labels; null for nothing. */
  said: string | null;
  /** Whether bands are so small that other things stand for their labels. */
  isHidden: boolean;
}

export type Key = string | number | boolean | Date;

export interface BandTexts {
  /** What Plot's scale knows a band by, in band order. */
  keys: Key[];
  labels: string[];
  /** Bands that the caller wants to be labelled; null for as many as have room. */
  ticks?: Key[] | null;
  /** Whether the caller writes the labels. */
  isWritten?: boolean;
  /** Plot knows bands by their numbers. */
  isNumbered?: true;
  /** Numbers of the bands that Plot knows, where it does not know all: those that have a label. */
  known?: number[];
  /** Gaps between blocks of bands. */
  gaps?: number[];
  /** Marks stand between the frame and the labels. */
  isMarked?: boolean;
  /** Bands below this size have no labels at first; a reader who zooms gets them. */
  labelledFrom?: number;
}

/** Height of a line, in font sizes. */
const LEADING = 1.2;
const PADDING = 4;
const TICK = 4;
export const TITLE = 16;
const EDGE = 10;
/** Share of the picture that labels may take. */
const MOST = 0.3;

/** Room of labels that come with a zoom. */
const HIDDEN_ROOM = 60;

const stepIn = ({ keys, gaps = [] }: BandTexts, length: number): number =>
  (length - gaps.length * gapSize(gaps.length, length)) / Math.max(1, keys.length);

const areHidden = ({ labelledFrom = 0 }: BandTexts, step: number): boolean => step < labelledFrom;

/** Widths that were measured, as layouts ask for those of the same labels again; of very many it takes long. */
const widths = new WeakMap<string[], Map<string, number>>();

function widestOf(labels: string[], font: number, common: Common): number {
  let most = 0;
  for (const label of labels) {
    const width = textWidth(kept(label, common), font);
    if (width > most) most = width;
  }
  return most;
}

/** Width of the widest label without what is dropped of it. */
function widest(labels: string[], font: number, common: Common = NONE): number {
  const known = widths.get(labels) ?? new Map<string, number>();
  widths.set(labels, known);
  const key = `${font} ${common.skip} ${common.drop}`;
  const found = known.get(key) ?? widestOf(labels, font, common);
  known.set(key, found);
  return found;
}
const radians = (degrees: number): number => (Math.abs(degrees) * Math.PI) / 180;

/** What may be dropped of labels, the least first. */
const droppable = ({ labels, isWritten }: BandTexts): Common[] => (isWritten ? [NONE] : commons(labels));

/** Numbers of bands by their keys. */
const numbersOf = (keys: Key[]): Map<unknown, number> => new Map(keys.map((key, i) => [key.valueOf(), i]));

/** Numbers of every so manieth band of `n`. */
const everyOf = (n: number, every: number): number[] =>
  Array.from({ length: Math.ceil(n / every) || Math.min(n, 1) }, (_, k) => (k ? k * every : 0));

/** Labels have ticks where not all bands have labels. */
const tickSize = (every: number): number => (every > 1 ? TICK : 0);

/** Marks need as much room as ticks. */
const tickPadding = ({ isMarked }: BandTexts, every: number): number => PADDING + (isMarked && every === 1 ? TICK : 0);

function tickAttributes(axis: "x" | "y", bands: BandTexts, every: number, font: number, cut: Cut): Attributes {
  const { keys, labels } = bands;
  let numbers: Map<unknown, number> | null = null;
  const numberOf = (key: Key): number | undefined => (numbers ??= numbersOf(keys)).get(key.valueOf());
  const shown = everyOf(keys.length, every);
  const drawn = bands.ticks ? bands.ticks.map(numberOf).filter((i) => i !== undefined) : shown;
  const measure = (text: string): number => textWidth(text, font);
  const texts = textsOf(labels, drawn, cut, measure);
  const by = new Map(drawn.map((i, k) => [keys[i].valueOf(), texts[k]]));
  const textOf = (key: Key): string => {
    const text = by.get(key.valueOf());
    if (text !== undefined) return text;
    const i = numberOf(key);
    return i === undefined ? String(key) : textsOf(labels, [i], cut, measure)[0];
  };
  return {
    [`${axis}Ticks`]: shown.map((i) => keys[i]),
    [`${axis}TickFormat`]: textOf,
    [`${axis}TickSize`]: tickSize(every),
    [`${axis}TickPadding`]: tickPadding(bands, every),
  };
}

/** What the vertical axis has to fit, and what the caller chose. */
export interface YRoom {
  width: number;
  frame: number;
  font: number;
  /** Room between the longest label and the edge of the picture. */
  edge?: number;
  margin?: number;
}

/** The first of what may be dropped that leaves labels in their room, or the last. */
function fitting(bands: BandTexts, font: number, most: number): Common {
  const all = droppable(bands);
  return all.find((common) => widest(bands.labels, font, common) <= most) ?? all[all.length - 1];
}

/** Labels of the vertical axis stand beside their bands. */
export function fitY(
  bands: BandTexts,
  side: string | null,
  isTitled: boolean,
  { width, frame, font, edge, margin: given }: YRoom,
): AxisFit {
  const line = font * LEADING;
  const step = stepIn(bands, frame);
  const isHidden = areHidden(bands, step);
  const every = isHidden ? Infinity : labelStep(line, step);
  const tick = PADDING + (every > 1 ? TICK : 0);
  const least = given === undefined ? Math.max(48, width * MOST) : given - tick - 2 - (isTitled ? TITLE : 0);
  const most = Math.max(8, least);
  const common = fitting(bands, font, most);
  const said = isHidden ? null : saidOf(bands.labels, common);
  const titled = isTitled || said !== null;
  const room = Math.min(isHidden ? HIDDEN_ROOM : widest(bands.labels, font, common), most);
  const none = edge ?? EDGE;
  const margin = side === null ? none : Math.ceil(room + tick + (edge ?? 4) + (titled ? TITLE : 0));
  const attributes = {
    ...tickAttributes("y", bands, every, font, { room, ...common }),
    marginLeft: side === "right" ? none : margin,
    marginRight: side === "right" || side === "both" ? margin : none,
  };
  return { attributes, room, ...common, said, rotate: 0, spacing: line, isHidden };
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

/** Labels of the horizontal axis, some of them left out. */
interface Row extends Common {
  turn: number;
  /** Width of the longest label. */
  full: number;
  room: number;
  spacing: number;
  every: number;
}

function rowOf(bands: BandTexts, common: Common, titled: boolean, x: XRoom): Row {
  const { frame, height, left, font, rotate, margin } = x;
  const full = widest(bands.labels, font, common);
  const step = stepIn(bands, frame);
  const turn = rotate ?? rotation(full, step, font * LEADING);
  const sine = Math.sin(radians(turn));
  const cosine = Math.cos(radians(turn));
  const around = PADDING + TICK + font * cosine + (titled ? TITLE : 0);
  const deep = margin === undefined ? height * MOST : Math.max(8, margin - around);
  const room =
    turn === 0
      ? Math.min(full, Math.max(frame * MOST, step - 8))
      : Math.min(full, deep / sine, (left + step / 2 - 4) / Math.max(cosine, 0.05));
  const spacing = turn === 0 ? room + 8 : Math.min(room + 8, tight(font, sine));
  return { ...common, turn, full, room, spacing, every: labelStep(spacing, step) };
}

/** A row that a reader gets who zooms: of its labels only a template is drawn. */
function hiddenRow(bands: BandTexts, font: number): Row {
  const common = droppable(bands).at(-1)!;
  const full = widest(bands.labels, font, common);
  const room = Math.min(full, HIDDEN_ROOM);
  return { ...common, turn: 0, full, room, spacing: room + 8, every: Infinity };
}

/** The row that shows all labels level, or else turned, or else after all has been dropped that can be. */
function bestRow(bands: BandTexts, titled: boolean, x: XRoom): Row {
  const rows = droppable(bands).map((common) => rowOf(bands, common, titled || common !== NONE, x));
  const isWhole = ({ every, room, full }: Row): boolean => every === 1 && room >= full;
  return rows.find((row) => isWhole(row) && row.turn === 0) ?? rows.find(isWhole) ?? rows[rows.length - 1];
}

export function fitX(
  bands: BandTexts,
  side: string | null,
  isTitled: boolean,
  x: XRoom,
): AxisFit & { height: number; overhang: number; lead: number } {
  const { font } = x;
  const step = stepIn(bands, x.frame);
  const isHidden = areHidden(bands, step);
  const row = isHidden ? hiddenRow(bands, font) : bestRow(bands, isTitled, x);
  const { turn, room, spacing, every, skip, drop } = row;
  const cut = { room, skip, drop };
  const said = isHidden ? null : saidOf(bands.labels, cut);
  const sine = Math.sin(radians(turn));
  const cosine = Math.cos(radians(turn));
  const tall = turn === 0 ? font * LEADING : room * sine + font * cosine;
  const title = isTitled || said !== null ? TITLE : 0;
  const space = side === null ? EDGE : Math.ceil(tall + tickPadding(bands, every) + tickSize(every) + 4 + title);
  const attributes = { ...tickAttributes("x", bands, every, font, cut), xTickRotate: turn || undefined };
  const last = bands.labels[Math.floor((bands.labels.length - 1) / every) * every] ?? "";
  const half = Math.min(textWidth(kept(last, cut), font), room) / 2;
  const overhang = turn === 0 && side !== null ? Math.ceil(Math.max(0, half - step / 2)) : 0;
  const lead = turn < 0 && side !== null ? Math.ceil(room * cosine - step / 2 + 4) : 0;
  return { attributes, ...cut, said, rotate: turn, spacing, isHidden, height: space, overhang, lead };
}

export { EDGE };
