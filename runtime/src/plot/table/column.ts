/** A column of a table: its expression, what its values are, how they are written. */
import { column as columnOf, isAggregateExpression, isNode, type ExprNode } from "@uwdata/mosaic-sql";
import { kindOf, type ValueKind } from "./kinds";
import { writerOf, type Write } from "./write";

export type Align = "left" | "right" | "center" | "justify";

/** A column in a spec; names without a note are those of the functions in Python. */
export interface GivenColumn {
  value: string | ExprNode;
  /** Name of the column with the addresses that its texts lead to. */
  href?: string;
  label?: string;
  align?: Align;
  headerAlign?: Align;
  format?: string;
  width?: number;
  minWidth?: number;
  maxWidth?: number;
  flex?: number;
  autoHeight?: boolean;
  wrapText?: boolean;
  headerAutoHeight?: boolean;
  headerWrapText?: boolean;
  sortable?: boolean;
  filterable?: boolean;
  resizable?: boolean;
}

export class TableColumn {
  readonly label: string;
  readonly expression: ExprNode;
  readonly isAggregate: boolean;
  type = "VARCHAR";
  kind: ValueKind = "text";
  write: Write = String;

  constructor(
    readonly given: GivenColumn,
    /** Its name in questions. */
    readonly name: string,
  ) {
    const { value, label } = given;
    this.expression = isNode(value) ? (value as ExprNode) : columnOf(value as string);
    this.label = label ?? String(value);
    this.isAggregate = isNode(value) && isAggregateExpression(this.expression) > 0;
  }

  typed(type: string): void {
    this.type = type;
    this.kind = kindOf(type);
    this.written([]);
  }

  /** Settles how numbers are written, by the first of them. */
  written(first: readonly unknown[]): void {
    this.write = writerOf(this.kind, this.given.format, first);
  }

  get align(): Align {
    return this.given.align ?? (this.kind === "number" || this.kind === "exact" ? "right" : "left");
  }

  get headerAlign(): Align {
    return this.given.headerAlign ?? this.align;
  }
}
