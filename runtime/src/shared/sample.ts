/** Samples of states for a key, as the picture shows them at its zoom. */
import type { Bands } from "./bands";
import { DASH, inkOn, kinds } from "./ink";
import type { CellPlot } from "./payload";
import { hasBadges, hasStrips } from "./rects";
import { ABSENT_INK, absentDash, badge, glyph, signs, STATE_FILL, strip } from "./states";

/** How states are shown: by signs, by corners of cells with many rows, or by strips of small cells. */
export type SignForm = "glyph" | "badge" | "strip";

export function formOf(plot: CellPlot, isRaster: boolean, x: Bands, y: Bands): SignForm {
  if (isRaster || hasStrips(x, y)) return "strip";
  return hasBadges(plot) ? "badge" : "glyph";
}

/** Side of a sample, in user units. */
export const SAMPLE = 12;

/** A sample of a state as markup. */
export function stateSample(state: number, form: SignForm): string {
  const kind = kinds[state];
  const place = [0, 0, SAMPLE, SAMPLE] as const;
  if (kind === DASH) return `<path d="${absentDash(...place)}" stroke="${ABSENT_INK}" fill="none"/>`;
  const grey = `<rect width="${SAMPLE}" height="${SAMPLE}" fill="${STATE_FILL}" data-fill="none"/>`;
  if (form === "strip") return `${grey}<path d="${strip(...place, 4)}" fill="${inkOn(kind, STATE_FILL)}"/>`;
  const filled = form === "badge";
  const d = filled ? badge(kind, 1, ...place) : glyph(kind, ...place);
  return grey + signs(kind, d, filled || undefined).join("");
}
