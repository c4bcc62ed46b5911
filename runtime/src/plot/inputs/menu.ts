/** A choice from a list, of one value or of several. */
import { clausePoint, clausePoints, type SelectionClause } from "@uwdata/mosaic-core";
import { column, isNotNull, Query } from "@uwdata/mosaic-sql";
import type { World } from "../world";
import { Control, type Given, type Kind } from "./control";
import { askedOptions, givenOptions, inOrder, isSame, labelOf } from "./values";

/** Kinds by their functions in Python. */
const NAMES: Partial<Record<Kind, string>> = {
  menu: "select",
  checkboxGroup: "checkbox_group",
  radioGroup: "radio_group",
};
const told = (value: unknown): string => JSON.stringify(value);

const ALL = { value: undefined, label: "All" } as const;

export class MenuControl extends Control {
  readonly multiple: boolean;

  constructor(
    given: Given,
    world: World,
    readonly kind: Kind = "menu",
  ) {
    super(given, world);
    this.multiple = given["multiple"] === true || kind === "checkboxGroup";
    if (given["options"] !== undefined) this.options = this.offered(givenOptions(given["options"]));
    this.start(given["value"]);
  }

  /** With "All" in front, where no condition can be chosen. */
  private offered(options: Control["options"]): Control["options"] {
    return this.isOfSelection && !this.multiple ? [ALL, ...options] : options;
  }

  /** Whether a value is chosen; undefined stands for no condition. */
  isChosen(value: unknown): boolean {
    if (value === undefined) return this.values.length === 0;
    return this.values.some((chosen) => isSame(chosen, value));
  }

  /** What is chosen, one by one. */
  get values(): readonly unknown[] {
    if (this.chosen === undefined) return [];
    return this.multiple ? (this.chosen as unknown[]) : [this.chosen];
  }

  /** What is chosen, in words. */
  get text(): string {
    const label = (value: unknown): string =>
      this.options.find((option) => isSame(option.value, value))?.label ?? labelOf(value);
    return this.values.map(label).join(", ") || ALL.label;
  }

  override query(filter: never[] = []): never {
    const { from } = this.given;
    if (from === undefined || this.given.column === undefined) return null as never;
    const value = column(this.given.column);
    return Query.from(from).select({ value }).distinct().where(filter, isNotNull(value)).orderby(value) as never;
  }

  override queryResult(answer: unknown): this {
    const options = inOrder(askedOptions(answer), this.given["order"] as unknown[] | undefined);
    this.options = this.offered(options);
    if (!this.given.filterBy) this.check(options);
    return this;
  }

  /** What is chosen at first must be offered. */
  private check(options: Control["options"]): void {
    const missing = this.values.find((value) => !options.some((option) => isSame(option.value, value)));
    if (missing !== undefined && !this.isKnown)
      this.fail(`${NAMES[this.kind]!}: ${told(missing)} is no value of column ${told(this.given.column)}`);
    this.isKnown = true;
  }

  private isKnown = false;

  protected override clause(value: unknown): SelectionClause {
    const source = { source: this };
    if (!this.multiple) return clausePoint(column(this.field), value, source);
    const values = (value ?? []) as unknown[];
    return clausePoints([column(this.field)], values.length ? values.map((item) => [item]) : undefined, source);
  }

  protected override get example(): unknown {
    return this.multiple ? [0] : 0;
  }
}
