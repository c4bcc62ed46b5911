/** Paths as runs of places. */

/** The places of one run, as x and y of each. */
export type Run = number[];

const COMMAND = /([a-zA-Z])([^a-zA-Z]*)/g;
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;
/** Places that stand for a curve or an arc. */
const STEPS = 8;

const last = (run: Run): [number, number] => [run[run.length - 2], run[run.length - 1]];

function curve(run: Run, [x1, y1, x2, y2, x3, y3]: number[]): void {
  const [x0, y0] = last(run);
  for (let k = 1; k <= STEPS; k++) {
    const [t, u] = [k / STEPS, 1 - k / STEPS];
    const at = (a: number, b: number, c: number, d: number): number =>
      u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    run.push(at(x0, x1, x2, x3), at(y0, y1, y2, y3));
  }
}

/** An arc of a circle, by its radius, whether it is the larger part, and its sense. */
function arc(run: Run, [r, , , large, sweep, x2, y2]: number[]): void {
  const [x1, y1] = last(run);
  const [dx, dy] = [x2 - x1, y2 - y1];
  const chord = Math.hypot(dx, dy);
  if (!chord) return void run.push(x2, y2);
  const far = Math.sqrt(Math.max(0, r * r - (chord * chord) / 4)) * (large === sweep ? -1 : 1);
  const [cx, cy] = [(x1 + x2) / 2 - (far * dy) / chord, (y1 + y2) / 2 + (far * dx) / chord];
  const start = Math.atan2(y1 - cy, x1 - cx);
  let turn = Math.atan2(y2 - cy, x2 - cx) - start;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  const radius = Math.hypot(x1 - cx, y1 - cy);
  for (let k = 1; k < STEPS; k++) {
    const angle = start + (turn * k) / STEPS;
    run.push(cx + radius * Math.cos(angle), cy + radius * Math.sin(angle));
  }
  run.push(x2, y2);
}

function drawTo(run: Run, command: string, numbers: number[]): boolean {
  const [x, y] = last(run);
  if (command === "L") run.push(...numbers);
  else if (command === "H") run.push(numbers[0], y);
  else if (command === "V") run.push(x, numbers[0]);
  else if (command === "A") for (let k = 0; k < numbers.length; k += 7) arc(run, numbers.slice(k, k + 7));
  else if (command === "C") for (let k = 0; k < numbers.length; k += 6) curve(run, numbers.slice(k, k + 6));
  else if (command === "Z") run.push(run[0], run[1]);
  else return false;
  return true;
}

/** The runs of a path of absolute commands; null for any other path. Arcs are taken for those of circles. */
export function runsOf(d: string): Run[] | null {
  const runs: Run[] = [];
  for (const [, command, rest] of d.matchAll(COMMAND)) {
    const numbers = (rest.match(NUMBER) ?? []).map(Number);
    if (command === "M") runs.push(numbers);
    else if (!runs.length || !drawTo(runs[runs.length - 1], command.replace("z", "Z"), numbers)) return null;
  }
  return runs.length ? runs : null;
}

/** The sides of a box around places. */
export function boxAround(runs: readonly Run[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const run of runs)
    for (let k = 0; k < run.length; k += 2) {
      box[0] = Math.min(box[0], run[k]);
      box[1] = Math.min(box[1], run[k + 1]);
      box[2] = Math.max(box[2], run[k]);
      box[3] = Math.max(box[3], run[k + 1]);
    }
  return box;
}

/** The run without places that are less than a unit from the one before; its ends stay. */
export function thinned(run: Run): Run {
  const out = run.slice(0, 2);
  for (let k = 2; k < run.length; k += 2) {
    const [x, y] = last(out);
    if (k === run.length - 2 || Math.hypot(run[k] - x, run[k + 1] - y) >= 1) out.push(run[k], run[k + 1]);
  }
  return out;
}
