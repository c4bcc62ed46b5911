/** The steps of a scale of classes as things that can be selected: stretches between its thresholds. */
import { and, gte, lt, or, type ExprNode } from "@uwdata/mosaic-sql";
import { brief } from "../../shared/format";
import type { Option } from "../inputs/control";
import { optionOf } from "../inputs/values";
import type { PlotScale } from "../scale";

/** From a threshold, which belongs to it, to before the next; null where there is none. */
export type Step = readonly [number | null, number | null];

function nameOf([low, high]: Step): string {
  if (low === null) return high === null ? "all" : `below ${brief(high)}`;
  return high === null ? `${brief(low)} and more` : `${brief(low)} to ${brief(high)}`;
}

/** The steps of a scale, from low values to high ones. */
export function stepsOf(scale: PlotScale): Option[] {
  const edges = scale.domain.map(Number);
  return [null, ...edges].map((low, i) => {
    const step: Step = [low, edges[i] ?? null];
    return optionOf(step, nameOf(step));
  });
}

function within(field: ExprNode, [low, high]: Step): ExprNode {
  const sides = [...(low === null ? [] : [gte(field, low)]), ...(high === null ? [] : [lt(field, high)])];
  return sides.length === 1 ? sides[0] : and(...sides);
}

/** The condition that a value lies in one of some steps; null for none. */
export function amongSteps(field: ExprNode, steps: readonly Step[] | undefined): ExprNode | null {
  if (!steps?.length) return null;
  const sides = steps.map((step) => within(field, step));
  return sides.length === 1 ? sides[0] : or(...sides);
}
