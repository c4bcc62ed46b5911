/** Rows of a table as text for the clipboard. */
import { oneLine } from "../../shared/ticks";
import type { TableControl } from "./control";

const told = (value: unknown): string => (value === null || value === undefined ? "" : oneLine(String(value)));

/** Rows with tabs between their values, which keep all digits, below the names of columns. */
export function tabbed({ columns, rows }: TableControl, wanted: readonly number[]): string {
  const lines = wanted.map((row) => columns.map((_, column) => told(rows.value(row, column))));
  return [columns.map(({ label }) => oneLine(label)), ...lines].map((line) => line.join("\t")).join("\n");
}
