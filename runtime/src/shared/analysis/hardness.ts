/** By what samples stand in order of difficulty. */
import { difficulties, type Kind } from "../difficulty";
import { filled, snapped, type Means } from "../statistics/additive";

const difficultiesOf = ({ mean, adjusted }: Means, models: Means): Float64Array =>
  difficulties(mean, snapped(adjusted), filled(models));

/** Values of which equal ones stand in the order of others. */
function withTies(values: Float64Array, others: Float64Array): Float64Array {
  const least = 1e-6 / (others.reduce((most, v) => Math.max(most, Math.abs(v) || 0), 0) || 1);
  return values.map((value, i) => value + least * others[i]);
}

/** How hard samples are; `shares`: their means of scores that reach a threshold, where the caller chose one. */
export function hardness(kind: Kind, samples: Means, models: Means, shares: Means | null): Float64Array {
  if (shares) return withTies(difficultiesOf(shares, models), samples.adjusted);
  return kind.isBinary ? difficultiesOf(samples, models) : snapped(samples.adjusted);
}
