/** Kinds of signs, and their inks: one of the two stands out 3:1 from any colour, since they stand 9:1 apart. */
import { luminance, luminanceOf } from "./color";
import { ABSENT, ERROR, FAILED, LIMIT, OK, PENDING, STATE_NAMES } from "./payload";

/** Kinds of signs, the gravest last: a dash, a ring, a filled corner, a cross. */
export const DASH = 0;
export const RING = 1;
export const CORNER = 2;
export const CROSS = 3;

/** Number of kinds. */
export const KINDS = 4;

/** The kind of sign of states that have another one than a ring: that of scores which are none. */
const KIND: Record<number, number> = {
  [OK]: KINDS,
  [ABSENT]: DASH,
  [PENDING]: DASH,
  [LIMIT]: CORNER,
  [FAILED]: CROSS,
  [ERROR]: CROSS,
};

/** Kind by state; KINDS for cells without a sign. */
export const kinds = Uint8Array.from(STATE_NAMES, (_, state) => KIND[state] ?? RING);

/** Names of the inks in a picture, by which a dark page finds them. */
export const INK_NAMES = ["dash", "ring", "corner", "cross"] as const;

/** The ink of each kind on light paper, and its counterpart for dark colours. */
export const DEEP = ["#23282f", "#1f2937", "#553608", "#7a0c0c"] as const;
export const PALE = ["#cdd2d9", "#dbe1ea", "#ffe9a8", "#ffe4d3"] as const;

/** Where both inks of a kind stand out alike. */
const MIDDLE = DEEP.map((deep, kind) => Math.sqrt((luminance(deep) + 0.05) * (luminance(PALE[kind]) + 0.05)) - 0.05);

/** The ink that stands out from a colour. */
export const inkOn = (kind: number, color: string): string => (luminance(color) > MIDDLE[kind] ? DEEP : PALE)[kind];

const bytesOf = (color: string): [number, number, number] => {
  const n = parseInt(color.slice(1), 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
};
const DEEP_BYTES = DEEP.map(bytesOf);
const PALE_BYTES = PALE.map(bytesOf);

/** Writes the ink that stands out from the colour of a pixel over it. */
export function writeInk(kind: number, rgba: Uint8ClampedArray, at: number): void {
  const isLight = luminanceOf(rgba[at], rgba[at + 1], rgba[at + 2]) > MIDDLE[kind];
  rgba.set((isLight ? DEEP_BYTES : PALE_BYTES)[kind], at);
}
