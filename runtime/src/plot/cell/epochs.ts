/** The scores of a cell's epochs, of which an answer tells the least and the greatest. */
import type { Epochs } from "../../shared/analysis/plane";
import type { Answer } from "./bands";

/** Planes of so many cells; `at`: the index of a cell by the numbers of its bands in the data, or -1. */
export function epochsOf(answer: Answer, size: number, at: (xi: number, yi: number) => number): Epochs {
  const column = (name: string): ArrayLike<number> => answer.getChild(name)!.toArray() as ArrayLike<number>;
  const [xi, yi, low, high] = ["xi", "yi", "low", "high"].map(column);
  const planes = { low: new Float64Array(size).fill(NaN), high: new Float64Array(size).fill(NaN) };
  for (let i = 0; i < low.length; i++) {
    const to = at(xi[i], yi[i]);
    if (to < 0) continue;
    planes.low[to] = low[i];
    planes.high[to] = high[i];
  }
  return planes;
}
