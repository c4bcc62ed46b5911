/** A text that rows are searched for. */
import { clauseMatch, type SelectionClause } from "@uwdata/mosaic-core";
import { cast, column, isNotNull, literal, Query, sql } from "@uwdata/mosaic-sql";
import type { World } from "../world";
import { Control, type Given, type Kind } from "./control";
import { askedOptions } from "./values";

/** As many suggestions as somebody reads. */
const SUGGESTIONS = 200;

export class SearchControl extends Control {
  readonly kind: Kind = "search";
  readonly placeholder: string;

  constructor(given: Given, world: World) {
    super(given, world);
    this.placeholder = (given["placeholder"] as string | undefined) ?? "Search";
    this.start(undefined);
  }

  override get value(): string {
    return (this.chosen as string | undefined) ?? "";
  }

  /** What is chosen, in words. */
  get text(): string {
    return this.value || "everything";
  }

  override choose(text: unknown): void {
    super.choose(this.isOfSelection ? text || undefined : text);
  }

  override query(filter: never[] = []): never {
    const { from } = this.given;
    if (from === undefined || this.given.column === undefined) return null as never;
    const value = cast(column(this.given.column), "VARCHAR");
    const asked = Query.from(from)
      .select({ value })
      .distinct()
      .where(filter, isNotNull(column(this.given.column)));
    return asked.orderby("value").limit(SUGGESTIONS) as never;
  }

  override queryResult(answer: unknown): this {
    this.options = askedOptions(answer);
    return this;
  }

  /** Upper and lower case are the same; Mosaic would lower the letters of a regular expression, `\D` among them. */
  protected override clause(text: unknown): SelectionClause {
    const method = this.given["type"] as "contains" | "prefix" | "suffix" | "regexp";
    const field = cast(column(this.field), "VARCHAR");
    const made = clauseMatch(field, text as string | undefined, { source: this, method });
    if (method !== "regexp" || !text) return made;
    return { ...made, predicate: sql`regexp_matches(${field}, ${literal(text)}, 'i')` };
  }

  protected override get example(): unknown {
    return "a";
  }
}
