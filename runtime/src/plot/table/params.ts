/** Params in the expressions of columns. */
import { isParam } from "@uwdata/mosaic-core";
import { collectParams } from "@uwdata/mosaic-sql";
import type { TableColumn } from "./column";

interface Heard {
  addEventListener(type: string, heard: () => void): void;
}

/** Calls a function when a param changes that a column names. */
export function onParams(columns: readonly TableColumn[], heard: () => void): void {
  const params = columns.flatMap(({ expression }) => collectParams(expression));
  for (const param of new Set(params.filter(isParam))) (param as unknown as Heard).addEventListener("value", heard);
}
