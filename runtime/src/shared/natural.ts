/** Natural order of labels: runs of digits compare as numbers, "2" before "10". */

const ZERO = 48;
const isDigit = (code: number): boolean => code >= ZERO && code <= 57;

/** The end of a run of digits. */
function runEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** The first digit that counts; the last one does always. */
function significant(text: string, from: number, end: number): number {
  let at = from;
  while (at < end - 1 && text.charCodeAt(at) === ZERO) at++;
  return at;
}

const byUnits = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Negative when `a` comes first. Equal in value but not in text ("1", "01"): by code units. */
export function naturalOrder(a: string, b: string): number {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const [p, q] = [a.charCodeAt(i), b.charCodeAt(j)];
    if (isDigit(p) && isDigit(q)) {
      const [endA, endB] = [runEnd(a, i), runEnd(b, j)];
      const [fromA, fromB] = [significant(a, i, endA), significant(b, j, endB)];
      const order = endA - fromA - (endB - fromB) || byUnits(a.slice(fromA, endA), b.slice(fromB, endB));
      if (order) return order;
      i = endA;
      j = endB;
    } else if (p !== q) {
      return isDigit(p) ? -1 : isDigit(q) ? 1 : p - q;
    } else {
      i++;
      j++;
    }
  }
  return a.length - i - (b.length - j) || byUnits(a, b);
}

/** Indices of labels in natural order; equal ones as they were given. */
export const naturally = (labels: string[]): number[] =>
  labels.map((_, i) => i).sort((i, j) => naturalOrder(labels[i], labels[j]));
