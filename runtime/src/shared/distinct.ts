/** Doubles as codes of their distinct values. */

export interface Coded {
  /** Distinct values in rising order, NaN last. */
  table: Float64Array;
  codes: Uint8Array | Uint16Array;
}

const MOST = 65536;
/** Slots for the values: four times as many as there can be, so that few share one. */
const SLOTS = 4 * MOST;

/** Values by rising size; NaN comes last, zero below zero before zero. */
const rising = (a: number, b: number): number =>
  a < b
    ? -1
    : a > b
      ? 1
      : a === b
        ? Number(Object.is(b, -0)) - Number(Object.is(a, -0))
        : Number(a !== a) - Number(b !== b);

/** Codes in order of discovery, and where each value was found first. Null where there are more than `most`. */
function discovered(plane: Float64Array, most: number): { codes: Uint16Array; first: number[] } | null {
  const bits = new Uint32Array(plane.buffer, plane.byteOffset, 2 * plane.length);
  const slots = new Uint32Array(3 * SLOTS);
  const codes = new Uint16Array(plane.length);
  const first: number[] = [];
  for (let i = 0; i < codes.length; i++) {
    const low = bits[2 * i];
    const high = bits[2 * i + 1];
    const hash = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
    let slot = 3 * ((hash ^ (hash >>> 15)) & (SLOTS - 1));
    while (slots[slot] && (slots[slot + 1] !== low || slots[slot + 2] !== high)) slot = (slot + 3) % (3 * SLOTS);
    if (!slots[slot]) {
      if (first.length >= most) return null;
      slots[slot] = first.push(i);
      slots[slot + 1] = low;
      slots[slot + 2] = high;
    }
    codes[i] = slots[slot] - 1;
  }
  return { codes, first };
}

/** Codes and table, or null where codes would not be shorter. */
export function distinct(plane: Float64Array): Coded | null {
  const found = discovered(plane, Math.min(MOST, plane.length / 2 + 32));
  if (found === null) return null;
  const { codes, first } = found;
  const order = first.map((_, code) => code).sort((a, b) => rising(plane[first[a]], plane[first[b]]));
  const rank = new Uint16Array(order.length);
  order.forEach((code, position) => (rank[code] = position));
  const ranked = order.length <= 256 ? new Uint8Array(codes.length) : codes;
  for (let i = 0; i < codes.length; i++) ranked[i] = rank[codes[i]];
  return { table: Float64Array.from(order, (code) => plane[first[code]]), codes: ranked };
}
