/** Scores of which lower ones are better, turned over: all that is counted of them may take higher ones as better. */
import type { Plane } from "./analysis/plane";
import type { Kind } from "./difficulty";

/** What scores are subtracted from: those from 0 to 1 stay there. */
export const turnsAt = ({ isShare }: Pick<Kind, "isShare">): number => (isShare ? 1 : 0);

/** Scores turned over, or back. */
export const turnedOver = (values: Float64Array, at: number): Float64Array => values.map((value) => at - value);

/** A number turned back to be told: without the last digits of two subtractions. */
export const toldValue = (value: number | null, at: number): number | null =>
  value === null ? null : Number((at - value).toPrecision(15));

/** One number turned over or back, where there is one. */
export const turnedValue = (value: number | null | undefined, at: number): number | null =>
  value === null || value === undefined ? null : at - value;

/** A plane with its scores turned over. */
export const turnedPlane = ({ values, epochs, ...size }: Plane, at: number): Plane => ({
  ...size,
  values: turnedOver(values, at),
  epochs: epochs && turnedEpochs(epochs, at),
});

/** The least and the greatest score of epochs, turned over. */
export const turnedEpochs = (
  { low, high }: NonNullable<Plane["epochs"]>,
  at: number,
): NonNullable<Plane["epochs"]> => ({
  low: turnedOver(high, at),
  high: turnedOver(low, at),
});
