/** Where the texts of a table lead to: an address of another column, or their own. */
import { max, type ExprNode } from "@uwdata/mosaic-sql";
import { safeHref } from "../../shared/link";
import { TableColumn } from "./column";

const ADDRESS = /^https?:\/\//i;

/** Columns of addresses that are asked for and not shown; of groups one of their addresses. */
export function addressColumns(columns: readonly TableColumn[]): (TableColumn | null)[] {
  const isGrouped = columns.some((column) => column.isAggregate);
  return columns.map(({ given }, i) => {
    if (given.href === undefined) return null;
    const name = `h${i}`;
    return new TableColumn({ value: isGrouped ? (max(given.href) as unknown as ExprNode) : given.href }, name);
  });
}

/** A text of a cell as an address; null where it is none, or no safe one. */
export function addressOf(value: unknown, isNamed: boolean): string | null {
  return typeof value === "string" && (isNamed || ADDRESS.test(value)) ? safeHref(value) : null;
}
