/** One of two values: what holds while it is checked, and while it is not. */
import { clausePoint, type SelectionClause } from "@uwdata/mosaic-core";
import { column } from "@uwdata/mosaic-sql";
import type { World } from "../world";
import { Control, type Given, type Kind } from "./control";
import { optionOf } from "./values";

export class CheckboxControl extends Control {
  readonly kind: Kind = "checkbox";
  private readonly values: readonly [unknown, unknown];

  constructor(given: Given, world: World) {
    super(given, world);
    this.values = given["values"] as [unknown, unknown];
    this.options = this.values.map((value) => optionOf(value));
    this.start(this.held(given["checked"] === true));
  }

  /** Whether it is checked. */
  override get value(): boolean {
    return this.chosen === this.values[0];
  }

  /** What is chosen, in words. */
  get text(): string {
    return this.value ? "on" : "off";
  }

  override choose(isChecked: unknown): void {
    super.choose(this.held(isChecked === true));
  }

  private held(isChecked: boolean): unknown {
    return this.values[isChecked ? 0 : 1];
  }

  /** null is no condition. */
  protected override clause(value: unknown): SelectionClause {
    return clausePoint(column(this.field), value ?? undefined, { source: this });
  }

  protected override get example(): unknown {
    return this.values[0] ?? this.values[1];
  }
}
