/** How the states of a cell look. Shapes differ, so that no state is told by its hue alone. */
import { px } from "./format";
import { CORNER, CROSS, DEEP, INK_NAMES } from "./ink";

/** Fill of a cell without a value; a grey that no default scheme holds. */
export const STATE_FILL = "#dcdfe4";

/** Cells smaller than this carry a strip along their lower edge instead of a glyph, in user units. */
export const TINY = 5;

/** The line around a sign that keeps it apart from any colour: paper. */
export const HALO = "#ffffff";

/** A line through the middle of a cell that has no row: empty, and still not the paper. */
export const ABSENT_INK = "#7d8590";
const LONGEST_DASH = 12;

export function absentDash(x: number, y: number, width: number, height: number): string {
  const length = Math.min(width, LONGEST_DASH);
  return `M${px(x + (width - length) / 2)} ${px(Math.floor(y + height / 2) + 0.5)}h${px(length)}`;
}

const cross = (cx: number, cy: number, r: number): string =>
  `M${px(cx - r)} ${px(cy - r)}l${px(2 * r)} ${px(2 * r)}m0 ${px(-2 * r)}l${px(-2 * r)} ${px(2 * r)}`;

const ring = (cx: number, cy: number, r: number): string =>
  `M${px(cx - r)} ${px(cy)}a${px(r)} ${px(r)} 0 1 0 ${px(2 * r)} 0a${px(r)} ${px(r)} 0 1 0 ${px(-2 * r)} 0`;

const corner = (x: number, y: number, r: number): string => `M${px(x - r)} ${px(y)}h${px(r)}v${px(r)}z`;

/** Half of the smallest sign; in narrow cells it reaches over their edges. */
const LEAST = 1.9;

/** Path data of a kind of sign: a cross, a ring, or a filled corner. */
export function glyph(kind: number, x: number, y: number, width: number, height: number): string {
  const small = Math.min(width, height);
  const r = Math.max(LEAST, Math.min(4, small * 0.26));
  if (kind === CROSS) return cross(x + width / 2, y + height / 2, r);
  if (kind === CORNER) return corner(x + width, y, Math.max(2 * LEAST, Math.min(7, small * 0.5)));
  return ring(x + width / 2, y + height / 2, r);
}

/** Sides of the corners of cells with many rows, in user units, and of a cell. */
const SMALLEST_CORNER = 3;
const LARGEST_CORNER = 12;
const SHARE_OF_CELL = 0.45;

/** A corner whose area is the share of a cell's rows that are in a state: each kind has a corner of its own. */
export function badge(kind: number, share: number, x: number, y: number, width: number, height: number): string {
  const most = Math.min(LARGEST_CORNER, Math.min(width, height) * SHARE_OF_CELL);
  const r = Math.max(SMALLEST_CORNER, Math.sqrt(share) * most);
  if (kind === CORNER) return corner(x + width, y, r);
  if (kind === CROSS) return `M${px(x)} ${px(y)}h${px(r)}l${px(-r)} ${px(r)}z`;
  return `M${px(x + width)} ${px(y + height)}h${px(-r)}l${px(r)} ${px(-r)}z`;
}

/** Widths of the line of a sign and of its halo, in a cell of this size. */
const LINE = 1.5;
const AROUND = 1.25;

export const attributesOf = (look: Record<string, string | number>): string =>
  Object.entries(look)
    .map(([name, value]) => `${name}="${value}"`)
    .join(" ");

/** The attributes of a sign and of the halo below it; some are filled. */
export function signLooks(kind: number, filled = kind === CORNER): Record<string, string | number>[] {
  const ink = { "data-ink": INK_NAMES[kind] + (filled && kind !== CORNER ? "-filled" : "") };
  const halo = {
    "data-ink": "halo",
    fill: "none",
    stroke: HALO,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  };
  if (filled)
    return [
      { ...halo, "stroke-width": 2 * AROUND },
      { ...ink, fill: DEEP[kind] },
    ];
  return [
    { ...halo, "stroke-width": LINE + 2 * AROUND },
    { ...ink, fill: "none", stroke: DEEP[kind], "stroke-width": LINE, "stroke-linecap": "round" },
  ];
}

/** Signs of a kind as markup: halos lie below all of them. */
export const signs = (kind: number, d: string, filled?: boolean): string[] =>
  d ? signLooks(kind, filled).map((look) => `<path d="${d}" ${attributesOf(look)}/>`) : [];

/** Height of the strip in a cell (or a row of a raster) of this height. */
export const stripHeight = (height: number): number => Math.min(6, Math.max(1, height * 0.16));

export function strip(x: number, y: number, width: number, height: number, h = stripHeight(height)): string {
  return `M${px(x)} ${px(y + height - h)}h${px(width)}v${px(h)}h${px(-width)}z`;
}
