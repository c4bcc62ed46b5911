/** Natural order of labels: runs of digits compare as numbers, "2" before "10". */

const PARTS = /(\d+)/;

const digits = (text: string): string => text.replace(/^0+(?=\d)/, "");

function compareParts(a: string, b: string, numeric: boolean): number {
  if (numeric) {
    const p = digits(a);
    const q = digits(b);
    if (p.length !== q.length) return p.length - q.length;
    if (p !== q) return p < q ? -1 : 1;
    return 0;
  }
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Negative when `a` comes first. Equal in value but not in text ("1", "01"): by code units. */
export function naturalOrder(a: string, b: string): number {
  const p = a.split(PARTS);
  const q = b.split(PARTS);
  for (let i = 0; i < Math.min(p.length, q.length); i++) {
    const order = compareParts(p[i], q[i], i % 2 === 1);
    if (order) return order;
  }
  return p.length - q.length || (a === b ? 0 : a < b ? -1 : 1);
}
