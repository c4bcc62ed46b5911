/** Values that can be chosen, from specs and answers. */
import type { Answer } from "../cell/bands";
import type { Option } from "./control";

const DAY = /T00:00:00(\.000)?Z$/;

/** Whole numbers that fit are numbers; others stay as they are. */
const plain = (value: unknown): unknown =>
  typeof value === "bigint" && Number.isSafeInteger(Number(value)) ? Number(value) : value;

export function labelOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().replace(DAY, "");
  return value === null ? "none" : value === "" ? "(empty)" : String(value);
}

export const optionOf = (value: unknown, label?: string): Option => ({ value, label: label ?? labelOf(value) });

/** The options of a spec: values, or values with labels. */
export const givenOptions = (options: unknown): Option[] =>
  (options as unknown[]).map((one) => {
    const { value, label } = (isLabelled(one) ? one : { value: one }) as { value: unknown; label?: string };
    return optionOf(value, label ?? undefined);
  });

const isLabelled = (one: unknown): boolean => typeof one === "object" && one !== null && "value" in one;

/** The distinct values of an answer. */
export function askedOptions(answer: unknown): Option[] {
  const values = (answer as Answer).getChild("value")?.toArray() ?? [];
  return Array.from(values, (value) => optionOf(plain(value)));
}

/** Options in the order that the data declare for their values, if any. */
export function inOrder(options: Option[], order: unknown[] | undefined): Option[] {
  if (!order) return options;
  const rank = new Map(order.map((value, i) => [value, i]));
  return [...options].sort((a, b) => rank.get(a.value)! - rank.get(b.value)!);
}

/** Whether two values are the same choice. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one instanceof Date || other instanceof Date) return labelOf(one) === labelOf(other);
  if (Array.isArray(one) && Array.isArray(other)) return String(one) === String(other);
  return one === other;
}
