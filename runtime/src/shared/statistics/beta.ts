/** The regularised incomplete beta function: what binomial tails and Student's t are made of. */

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const HALF_LOG_TAU = 0.9189385332046727;
const SERIES_FROM = 16;

/** Logarithm of the gamma function of `n + 1`, by Lanczos's sum (g = 7); for `n` of -0.5 and more. */
function logFactorial(n: number): number {
  const t = n + 7.5;
  const sum = LANCZOS.reduce((total, c, i) => total + (i ? c / (n + i) : c), 0);
  return HALF_LOG_TAU + (n + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** What Stirling's formula lacks of the logarithm of `n!`. */
function stirlingError(n: number): number {
  if (n < SERIES_FROM) return logFactorial(n) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TAU;
  const s = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / s) / s) / s) / s) / s) / n;
}

/** `x log(x / m) + m - x`, without the loss of digits where both are near. */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 1; j < 100; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** `x^a y^b / B(a, b)` with `y = 1 - x`, by the saddle-point expansion (C. Loader, 2000). */
export function betaKernel(x: number, a: number, b: number, y = 1 - x): number {
  if (x <= 0 || y <= 0) return 0;
  const n = a + b;
  const log = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return Math.exp(log - HALF_LOG_TAU) * Math.sqrt((a * b) / n);
}

const TINY = 1e-300;
const off = (value: number): number => (Math.abs(value) < TINY ? TINY : value);

/** The continued fraction of the incomplete beta function, by Lentz's method; converges fast below the mean. */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / off(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / off(1 + even * d);
    c = off(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / off(1 + odd * d);
    c = off(1 + odd / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return h;
}

/** I_x(a, b) for `a`, `b` above 0. `y` is `1 - x`, for callers that know it to more digits. */
export function incompleteBeta(x: number, a: number, b: number, y = 1 - x): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const kernel = betaKernel(x, a, b, y);
  return x < (a + 1) / (a + b + 2) ? (kernel * fraction(x, a, b)) / a : 1 - (kernel * fraction(y, b, a)) / b;
}

/** The root of a rising function between `low` and `high`: Newton's steps, halved where they leave the bracket. */
export function root(f: (x: number) => number, slope: (x: number) => number, low: number, high: number): number {
  let x = (low + high) / 2;
  for (let i = 0; i < 200; i++) {
    const value = f(x);
    if (value === 0) return x;
    if (value < 0) low = x;
    else high = x;
    const step = x - value / slope(x);
    const next = step > low && step < high ? step : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-15 * Math.abs(next)) return next;
    x = next;
  }
  return x;
}

/** The x at which I_x(a, b) is `p`. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0 || p >= 1) return p <= 0 ? 0 : 1;
  const slope = (x: number): number => betaKernel(x, a, b) / (x * (1 - x));
  return root((x) => incompleteBeta(x, a, b) - p, slope, 0, 1);
}
