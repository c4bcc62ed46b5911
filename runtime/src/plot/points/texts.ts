/** Values of channels as texts. */
import { exact, sensible } from "../../shared/format";

const DAY = 86_400_000;

/** A moment as people write it, in UTC; without a time where it is midnight. */
function momentText(date: Date): string {
  const time = date.getTime();
  if (!Number.isFinite(time)) return "";
  const iso = date.toISOString();
  return time % DAY === 0 ? iso.slice(0, 10) : iso.slice(0, 19).replace("T", " ");
}

/** A value as text; "" for none. Numbers are exact unless there is a format. */
export function textOf(value: unknown, format?: (value: number) => string): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Number.isNaN(value) ? "" : (format ?? exact)(value);
  if (value instanceof Date) return momentText(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** "0.25 – 0.3", with as many digits as a tip shows; one value where both ends are the same. */
export function rangeText(from: unknown, to: unknown, format = sensible): string {
  const ends = [from, to].map((value) => textOf(value, format)).filter(Boolean);
  return [...new Set(ends)].join(" \u2013 ");
}

/** Whether the values are numbers, as far as there are any. */
export function areNumbers(values: ArrayLike<unknown>): boolean {
  let found = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === null || value === undefined) continue;
    if (typeof value !== "number" && typeof value !== "bigint") return false;
    found = true;
  }
  return found;
}
