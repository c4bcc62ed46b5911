/** Numbers as text. */

const GROUPS = new Intl.NumberFormat("en-US");

/** A count with thousands separators. */
export const count = (n: number): string => GROUPS.format(n);

/** The shortest text that reads back as the same number; a true minus sign. */
export const exact = (value: number | string): string => String(value).replace("-", "\u2212");

/** Five significant digits, all of a whole part. */
export const sensible = (value: number): string =>
  exact(Math.abs(value) < 1e4 ? Number(value.toPrecision(5)) : Math.round(value));

/** Decimals that leave about three significant digits. */
const decimalsOf = (size: number): number => (size >= 100 ? 0 : size >= 10 ? 1 : 2);

/** About three significant digits, for small places. */
export function brief(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e6))
    return value.toExponential(1).replace("-", "\u2212").replace("e+", "e");
  return exact(Number(value.toFixed(decimalsOf(size))));
}

/** Numbers as `brief` writes them, with as many decimals as one of them needs, and no more than the largest has where
 * that leaves two digits of the smallest. */
export function briefAlike(numbers: Iterable<number>): (value: number) => string {
  let [most, low, high] = [0, Infinity, 0];
  for (const value of numbers) {
    const size = Math.abs(value);
    most = Math.max(most, /\.\d+$/.exec(brief(value))?.[0].length ?? 0);
    if (size > 0) [low, high] = [Math.min(low, size), Math.max(high, size)];
  }
  const all = decimalsOf(high);
  const areAlike = low * 10 ** all >= 10;
  return (value) => {
    const text = brief(value);
    const decimals = Math.min(most - 1, areAlike ? all : decimalsOf(Math.abs(value)));
    if (most < 2 || /e/.test(text)) return text;
    return exact((Number(value.toFixed(decimals)) || 0).toFixed(decimals));
  };
}

/** "3 errors" or "1 error". */
export const counted = (n: number, noun: string): string => `${count(n)} ${noun}${n === 1 ? "" : "s"}`;

/** A length in an svg: at most three decimals. */
export const px = (value: number): string => String(Math.round(value * 1000) / 1000);

/** "61 %"; what is there is never 0 %, and what is not all is never 100 %. */
export function percent(count: number, of: number): string {
  const share = (100 * count) / of;
  if (share > 0 && share < 0.5) return "<1\u00a0%";
  return share < 100 && share >= 99.5 ? ">99\u00a0%" : `${Math.round(share)}\u00a0%`;
}
