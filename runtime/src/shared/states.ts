/** How the states of a cell look. Shapes differ, so that no state is told by its hue alone. */
import { px } from "./format";
import { ABSENT, ERROR, INFINITE, LIMIT, UNSCORED } from "./payload";

/** Fill of a cell without a value; a grey that no default scheme holds. */
export const STATE_FILL = "#dcdfe4";

/** Cells smaller than this carry a strip along their lower edge instead of a glyph, in user units. */
export const TINY = 7;

/** Shades of the strips, by state: they differ in lightness. */
export const STRIP_FILL: Record<number, string> = {
  [ERROR]: "#111111",
  [LIMIT]: "#c2410c",
  [INFINITE]: "#7d8590",
  [UNSCORED]: "#7d8590",
  [ABSENT]: "#ffffff",
};

/** A line through the middle of a cell that has no row: empty, and still not the paper. */
export const ABSENT_INK = "#7d8590";
const DASH = 12;

export function absentDash(x: number, y: number, width: number, height: number): string {
  const length = Math.min(width, DASH);
  return `M${px(x + (width - length) / 2)} ${px(Math.floor(y + height / 2) + 0.5)}h${px(length)}`;
}

const cross = (cx: number, cy: number, r: number): string =>
  `M${px(cx - r)} ${px(cy - r)}l${px(2 * r)} ${px(2 * r)}m0 ${px(-2 * r)}l${px(-2 * r)} ${px(2 * r)}`;

const ring = (cx: number, cy: number, r: number): string =>
  `M${px(cx - r)} ${px(cy)}a${px(r)} ${px(r)} 0 1 0 ${px(2 * r)} 0a${px(r)} ${px(r)} 0 1 0 ${px(-2 * r)} 0`;

const corner = (x: number, y: number, width: number, r: number): string =>
  `M${px(x + width - r)} ${px(y)}h${px(r)}v${px(r)}z`;

/** Path data of the sign of a state: a cross (error), a ring (no score that counts), a filled corner (limit). */
export function stateGlyph(state: number, x: number, y: number, width: number, height: number): string {
  const small = Math.min(width, height);
  const r = Math.min(4, small * 0.24);
  if (state === ERROR) return cross(x + width / 2, y + height / 2, r);
  if (state === UNSCORED || state === INFINITE) return ring(x + width / 2, y + height / 2, r);
  return corner(x, y, width, Math.min(7, small * 0.45));
}

/** Height of the strip in a cell (or a row of a raster) of this height. */
export const stripHeight = (height: number): number => Math.min(6, Math.max(1, height * 0.16));

/** A limit's corner has its own colour; a light edge sets it off from any cell. */
export const LIMIT_LOOK = { fill: STRIP_FILL[LIMIT], stroke: "#ffffff", "stroke-width": 0.75 };

/** A line above the strip that keeps it apart from any colour. */
export const STRIP_EDGE = "#ffffff";

export const stripEdge = (x: number, y: number, width: number, height: number, h = stripHeight(height)): string =>
  `M${px(x)} ${px(y + height - h - 0.5)}h${px(width)}`;

export function stateStrip(x: number, y: number, width: number, height: number, h = stripHeight(height)): string {
  return `M${px(x)} ${px(y + height - h)}h${px(width)}v${px(h)}h${px(-width)}z`;
}
