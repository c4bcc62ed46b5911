/** Samples of states for a key, as the picture shows them at its zoom. */
import type { Bands } from "./bands";
import { DASH, inkOn, kinds } from "./ink";
import type { CellPlot } from "./payload";
import { hasBadges, hasStrips } from "./rects";
import { below, ON_PAPER, stripOf, WIDE } from "./trouble";
import { ABSENT_INK, absentDash, badge, glyph, signs, STATE_FILL, strip } from "./states";

/** How states are shown: by signs, by corners of cells with many rows, below small cells, there by the share of the
 * cells that have them, or in small cells. */
export type SignForm = "glyph" | "badge" | "below" | "share" | "strip";

export function formOf(plot: CellPlot, isRaster: boolean, x: Bands, y: Bands): SignForm {
  if (isRaster || hasStrips(x, y)) return stripOf(plot, x, y).height ? (x.step < WIDE ? "share" : "below") : "strip";
  return hasBadges(plot) ? "badge" : "glyph";
}

/** Side of a sample, in user units. */
export const SAMPLE = 12;

/** The strip of a sample, as high as that of a usual row. */
const STRIP = { height: 3, gap: 1 };
const CELL = SAMPLE - STRIP.height - STRIP.gap;
/** A dark cell, on which a sign has its other ink. */
const DARK = "#1b2d55";

const rectangle = (x: number, width: number, height: number, look: string): string =>
  `<rect x="${x}" width="${width}" height="${height}" ${look}/>`;

/** A cell above its sign; those without a row are empty, and have one only among others. */
function belowSample(kind: number, isShare: boolean): string {
  const width = isShare ? SAMPLE / 3 : SAMPLE;
  const sign = `<path d="${below(kind, (SAMPLE - width) / 2, CELL, width, STRIP)}" fill="${ON_PAPER[kind]}"/>`;
  const dash = (height: number): string =>
    `<path d="${absentDash(0, 0, SAMPLE, height)}" stroke="${ABSENT_INK}" fill="none"/>`;
  if (kind === DASH) return isShare ? dash(CELL) + sign : dash(SAMPLE);
  return rectangle(0, SAMPLE, CELL, `fill="${STATE_FILL}" data-fill="none"`) + sign;
}

/** A light and a dark cell with the sign on their feet. */
function stripSample(kind: number): string {
  const half = SAMPLE / 2;
  const foot = (x: number, under: string): string =>
    `<path d="${strip(x, 0, half, SAMPLE, 4)}" fill="${inkOn(kind, under)}"/>`;
  const cells =
    rectangle(0, half, SAMPLE, `fill="${STATE_FILL}" data-fill="none"`) +
    rectangle(half, half, SAMPLE, `fill="${DARK}"`);
  return cells + foot(0, STATE_FILL) + foot(half, DARK);
}

/** A sample of a state as markup. */
export function stateSample(state: number, form: SignForm): string {
  const kind = kinds[state];
  const place = [0, 0, SAMPLE, SAMPLE] as const;
  if (form === "below" || form === "share") return belowSample(kind, form === "share");
  if (kind === DASH) return `<path d="${absentDash(...place)}" stroke="${ABSENT_INK}" fill="none"/>`;
  if (form === "strip") return stripSample(kind);
  const filled = form === "badge";
  const d = filled ? badge(kind, 1, ...place) : glyph(kind, ...place);
  return (
    rectangle(0, SAMPLE, SAMPLE, `fill="${STATE_FILL}" data-fill="none"`) + signs(kind, d, filled || undefined).join("")
  );
}
