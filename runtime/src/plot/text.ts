/** Widths of text in the package's font, from its table of advances; other glyphs are estimated. */
import type { Make, Pen } from "../shared/elements";
import { wrapped } from "../shared/wrap";
import advances from "./advances.json";

const { unitsPerEm, regular, bold } = advances as {
  unitsPerEm: number;
  regular: Record<string, number>;
  bold: Record<string, number>;
};

const WIDE_RANGES = [
  "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60",
  "\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}",
];
const WIDE = new RegExp(`[${WIDE_RANGES.join("")}]`, "u");
const ZERO = /[\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f]/;

function unknownAdvance(letter: string): number {
  if (ZERO.test(letter)) return 0;
  return WIDE.test(letter) ? 1.3 : 0.7;
}

/** Fonts of a picture; the package brings the last named one, which has the widths of the first. */
export const FONT_FAMILY = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif";

/** Size of text for which nobody chose another, in user units. */
export const FONT_SIZE = 11;

/** Advances by code unit, NaN for those that the font has not: names come in hundreds of thousands. */
const byUnit = (table: Record<string, number>): Float64Array => {
  const most = Object.keys(table).reduce((last, letter) => Math.max(last, letter.charCodeAt(0)), 0);
  const units = new Float64Array(most + 1).fill(NaN);
  for (const [letter, width] of Object.entries(table)) units[letter.charCodeAt(0)] = width / unitsPerEm;
  return units;
};
const UNITS = { regular: byUnit(regular), bold: byUnit(bold) };

/** Width of one line of text, in user units. */
export function textWidth(text: string, size = FONT_SIZE, weight = 400): number {
  const units = weight >= 600 ? UNITS.bold : UNITS.regular;
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const known = units[text.charCodeAt(i)];
    if (known === known && known !== undefined) {
      width += known;
      continue;
    }
    const letter = String.fromCodePoint(text.codePointAt(i)!);
    width += unknownAdvance(letter);
    i += letter.length - 1;
  }
  return width * size;
}

/** Whether the package's font has every glyph; if not, the host looks into the system's fonts. */
export function coveredByFont(text: string): boolean {
  for (const letter of text) if (regular[letter] === undefined && letter > " ") return false;
  return true;
}

/** A pen of these elements. */
export const penOf = (make: Make): Pen => ({ make, width: textWidth });

/** Text in lines no wider than `room`; a word wider than that is shortened. */
export const wrap = (text: string, room: number, size: number, weight: number): string[] =>
  wrapped(text, room, (line) => textWidth(line, size, weight));
