/** Colours of bars: of few values, told apart by colour-blind readers and from scores; greys of numbers. */
import { frequent, type Attribute } from "../attributes";
import { brief, count } from "../format";

/** Orange, mint, plum, lilac, olive, pink: 0.11 of OKLab apart for all kinds of sight, and 0.09 from the blues of
 * scores and the red of errors. */
export const PALETTE = ["#f5a91f", "#4fcb9c", "#8c335f", "#be9df7", "#a28c0a", "#d25d95"];
export const OTHERS = "#9aa3b0";
const GREYS = [214, 52];

/** What a value, or several, are called in a key, and their colour; empty for no value. */
export interface Swatch {
  text: string;
  color: string;
}

export interface Coloured {
  /** Of each value; empty where there is none. */
  colors: string[];
  key: Swatch[];
}

const known = new WeakMap<Attribute["codes"], Coloured>();

function hex(level: number): string {
  const byte = Math.round(level).toString(16).padStart(2, "0");
  return `#${byte}${byte}${byte}`;
}

/** Numbers from light to dark. */
function greys({ labels, numbers }: Attribute): Coloured {
  const values = Array.from(numbers!, (value, i) => (labels[i] === undefined ? NaN : value));
  const given = values.filter((value) => value === value);
  const [low, high] = [Math.min(...given), Math.max(...given)];
  const colorOf = (value: number): string =>
    value === value ? hex(GREYS[0] + ((value - low) / (high - low || 1)) * (GREYS[1] - GREYS[0])) : "";
  const ends = low < high ? [low, (low + high) / 2, high] : [low];
  const key = given.length ? ends.map((value) => ({ text: brief(value), color: colorOf(value) })) : [];
  const lacking = labels.filter((_, i) => values[i] !== values[i]).map((text) => ({ text, color: "" }));
  return { colors: values.map(colorOf), key: [...key, ...lacking] };
}

/** The most frequent values each with a colour, in their order; all others have one. */
function hues({ labels, codes, isLacking }: Attribute): Coloured {
  const n = labels.length - Number(isLacking ?? false);
  const named = frequent(codes, n, n > PALETTE.length ? PALETTE.length - 1 : PALETTE.length);
  const place = new Map(named.map((value, k) => [value, PALETTE[k]]));
  const rest = n - named.length;
  const key = named.map((value) => ({ text: labels[value], color: place.get(value)! }));
  if (rest) key.push({ text: `${count(rest)} others`, color: OTHERS });
  if (isLacking) key.push({ text: labels.at(-1)!, color: "" });
  return {
    colors: labels.map((_, i) => (isLacking && i === labels.length - 1 ? "" : (place.get(i) ?? OTHERS))),
    key,
  };
}

/** The colours of a column's values. */
export function colored(attribute: Attribute): Coloured {
  const found = known.get(attribute.codes);
  if (found) return found;
  const own = attribute.isNumber ? greys(attribute) : hues(attribute);
  known.set(attribute.codes, own);
  return own;
}
