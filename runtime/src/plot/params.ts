/** Params in the attributes of plots: what we lay out ourselves goes by the values that they have first. */
import type { MarkSpec } from "./spec";

const isReference = (value: unknown): value is string => typeof value === "string" && value.startsWith("$");

/** What a param of a spec holds first; undefined for a selection. */
function held(param: unknown): unknown {
  if (param === null || typeof param !== "object" || Array.isArray(param)) return param;
  return (param as { value?: unknown }).value;
}

/** The attributes with the first values of params in place of references; those of selections are left out. */
export function firstValues<T extends MarkSpec>(attributes: T, params: Record<string, unknown>): T {
  const first = (value: unknown): unknown => (isReference(value) ? held(params[value.slice(1)]) : value);
  const entries = Object.entries(attributes).map(([name, value]) => [name, first(value)] as const);
  return Object.fromEntries(
    entries.filter(([name, value]) => value !== undefined || !isReference(attributes[name])),
  ) as T;
}

/** The references among the attributes that Mosaic is told of: it follows them. */
export const references = (given: MarkSpec, told: MarkSpec): MarkSpec =>
  Object.fromEntries(
    Object.entries(given).filter(([name, value]) => isReference(value) && (name in told || isDomain(name))),
  );

const isDomain = (name: string): boolean => name.endsWith("Domain");
