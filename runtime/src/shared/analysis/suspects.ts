/** Samples that strong models fail and weak ones pass: where a target or a grader may be wrong. */
import { brief } from "../format";
import type { Items } from "./items";
import type { Plane } from "./plane";

export interface Suspect {
  /** Column of the plane. */
  sample: number;
  /** Why it is one, in words. */
  reason: string;
  /** Rows of the best models that fail, the best first; where scores are grades, of the best third. */
  failing: number[];
}

/** With fewer models the correlation cannot tell a wrong sample from chance. */
export const TELLING_FROM = 12;

const groupWords = (size: number, word: string): string => (size === 1 ? `the ${word}` : `the ${size} ${word}`);

/** "the 3 best fail", "2 of the 3 best fail", "the best fails". */
function share(count: number, size: number, word: string, verb: string): string {
  const plural = verb.endsWith("s") ? `${verb}es` : `${verb}s`;
  if (size === 1) return count ? `the ${word} ${plural}` : `not even the ${word} ${plural}`;
  if (count === size) return `${groupWords(size, word)} ${verb}`;
  return `${count || "none"} of ${groupWords(size, word)} ${verb}`;
}

function reasonOf(best: number[], weakest: number[], threshold: number | null): string {
  const size = best.length;
  if (threshold !== null) {
    const failing = best.filter((value) => value < threshold).length;
    const passing = weakest.filter((value) => value >= threshold).length;
    return `${share(failing, size, "best", "fail")}, ${share(passing, size, "weakest", "pass")}`;
  }
  const mean = (values: number[]): string => brief(values.reduce((a, b) => a + b, 0) / values.length);
  const verb = size === 1 ? "scores" : "score";
  const all = size === 1 ? "" : " on average";
  return `${groupWords(size, "best")} ${verb} ${mean(best)}${all}, ${groupWords(size, "weakest")} ${mean(weakest)}`;
}

function suspect({ values, nx, ny }: Plane, sample: number, threshold: number | null): Suspect {
  const rows = Array.from({ length: ny }, (_, y) => y).filter(
    (y) => values[y * nx + sample] === values[y * nx + sample],
  );
  const third = Math.max(1, Math.floor(rows.length / 3));
  const valueOf = (y: number): number => values[y * nx + sample];
  const [best, weakest] = [rows.slice(0, third), rows.slice(-third)];
  const reason = reasonOf(best.map(valueOf), weakest.map(valueOf), threshold);
  return { sample, reason, failing: best.filter((y) => threshold === null || valueOf(y) < threshold) };
}

/** Samples whose scores go against how models do elsewhere, those that do so most first; at most so many. */
export function suspectsOf(
  plane: Plane,
  { discrimination }: Pick<Items, "discrimination">,
  threshold: number | null,
  most: number,
): Suspect[] {
  const order = Array.from(discrimination.keys()).filter((x) => discrimination[x] < 0);
  order.sort((a, b) => discrimination[a] - discrimination[b]);
  return order.slice(0, most).map((sample) => suspect(plane, sample, threshold));
}
