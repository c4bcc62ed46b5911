/** A number that is dragged, or two that are a range. */
import { clauseInterval, clausePoint, type SelectionClause } from "@uwdata/mosaic-core";
import { column, max, min, Query, sql } from "@uwdata/mosaic-sql";
import type { Answer } from "../cell/bands";
import type { World } from "../world";
import { Control, type Given, type Kind, type Range } from "./control";

const WHOLE = /INT|^DECIMAL\(\d+,0\)$/;
/** Steps between the ends, at least, where the ends are no whole numbers. */
const STEPS = 100;

/** The longest of 1, 2 and 5 times a power of ten that makes so many steps. */
export function stepOf(low: number, high: number, isWhole: boolean): number {
  const most = (high - low) / STEPS || 1;
  const power = 10 ** Math.floor(Math.log10(most) + 1e-9);
  const step = [5, 2, 1].map((n) => n * power).find((n) => n <= most * (1 + 1e-9)) ?? power;
  return isWhole ? Math.max(1, Math.round(step)) : Number(step.toPrecision(3));
}

export class SliderControl extends Control {
  readonly kind: Kind = "slider";
  private readonly isInterval: boolean;

  constructor(given: Given, world: World) {
    super(given, world);
    this.isInterval = given["select"] === "interval";
    const { min: low, max: high } = given as { min?: number; max?: number };
    if (low !== undefined && high !== undefined) this.range = this.ranged(low, high, false);
    this.start(given["value"]);
  }

  /** Whether it has two knobs. */
  get isPair(): boolean {
    return Array.isArray(this.chosen);
  }

  private ranged(low: number, high: number, isWhole: boolean): Range {
    const given = this.given as { min?: number; max?: number; step?: number };
    const [from, to] = [given.min ?? low, given.max ?? high];
    return { min: from, max: to, step: given.step ?? stepOf(from, to, isWhole) };
  }

  override query(filter: never[] = []): never {
    const { from } = this.given;
    if (from === undefined || this.given.column === undefined) return null as never;
    const values = column(this.given.column);
    const type = sql`any_value(typeof(${values}))`;
    return Query.from(from)
      .select({ min: min(values), max: max(values), type })
      .where(filter) as never;
  }

  override queryResult(answer: unknown): this {
    const value = (name: string): unknown => (answer as Answer).getChild(name)?.at(0);
    const [low, high] = [value("min"), value("max")];
    if (low === null || high === null) {
      if (!this.range) this.fail(`slider: column ${JSON.stringify(this.given.column)} has no numbers`);
      return this;
    }
    this.range = this.ranged(Number(low), Number(high), WHOLE.test(String(value("type"))));
    return this;
  }

  /** Numbers as the step has digits. */
  format(value: number): string {
    const digits = Math.min(6, Math.max(0, -Math.floor(Math.log10(this.range?.step ?? 1) + 1e-9)));
    return Number(value.toFixed(digits)).toFixed(digits).replace("-", "\u2212");
  }

  /** What one knob chooses, in words: a number, or all up to it. */
  worded(value: number): string {
    return `${this.isInterval && !this.isPair ? "\u2264 " : ""}${this.format(value)}`;
  }

  /** What is chosen, in words. */
  get text(): string {
    if (this.chosen === undefined) return "All";
    return (this.isPair ? (this.chosen as number[]) : [this.chosen as number]).map((n) => this.worded(n)).join(" to ");
  }

  protected override clause(value: unknown): SelectionClause {
    const field = column(this.field);
    if (!this.isInterval) return clausePoint(field, value, { source: this });
    const { min: low, step } = this.range ?? { min: 0, step: 1 };
    const domain = value === undefined ? undefined : Array.isArray(value) ? value : [low, value];
    const scale = { type: "identity", domain } as never;
    return clauseInterval(field, domain as never, { source: this, bin: "ceil", scale, pixelSize: step });
  }

  protected override get example(): unknown {
    return this.isPair ? [0, 1] : 0;
  }
}
