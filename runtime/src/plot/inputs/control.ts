/**
 * An input without a document: it asks for its options or its range, holds what is chosen, and tells params and
 * selections. V8 draws it, pages put an element over its box. Its life: Mosaic connects it, `query` and `queryResult`
 * bring what the data offers, `update` says that the first state is known; `choose` is a reader's choice.
 */
import {
  isParam,
  isSelection,
  MosaicClient,
  type Param,
  type Selection,
  type SelectionClause,
} from "@uwdata/mosaic-core";
import { orderClauses } from "../clauses";
import type { World } from "../world";

export type Kind = "menu" | "slider" | "search" | "checkbox" | "checkboxGroup" | "radioGroup" | "legend" | "table";

export interface Option {
  /** undefined: no condition. */
  value: unknown;
  label: string;
}

export interface Range {
  min: number;
  max: number;
  step: number;
}

/** What an input of a spec gives, with its references resolved. */
export interface Given {
  number: number;
  rank?: number;
  as: Param<unknown> | Selection;
  from?: string;
  column?: string;
  field?: string;
  filterBy?: Selection;
  label?: string;
  [option: string]: unknown;
}

const ranked = new WeakMap<Selection, Map<number, Control>>();

/** The input of a page that has this place already; otherwise this one has it from now on. */
function twinOf(selection: Selection, control: Control): Control | null {
  const known = ranked.get(selection) ?? new Map<number, Control>();
  ranked.set(selection, known);
  const twin = known.get(control.rank) ?? null;
  if (!twin) known.set(control.rank, control);
  return twin;
}

/** Options with the params unwrapped that stand for texts with a `$`. */
export function unwrapped(given: Record<string, unknown>): Given {
  const isTarget = (key: string): boolean => key === "as" || key === "filterBy";
  const value = (key: string, item: unknown): unknown => (isParam(item) && !isTarget(key) ? item.value : item);
  return Object.fromEntries(Object.entries(given).map(([key, item]) => [key, value(key, item)])) as Given;
}

export abstract class Control extends MosaicClient {
  abstract readonly kind: Kind;
  /** Its place among the inputs and selecting legends of the picture. */
  readonly number: number;
  /** Its place among all inputs of the page. */
  readonly rank: number;
  readonly label: string | null;
  readonly width: number | null;
  options: readonly Option[] = [];
  range: Range | null = null;
  /** Kept when the first state is known. */
  readonly ready: Promise<void>;
  protected chosen: unknown;
  /** Whether the last answer did not come. */
  private isStale = false;
  /** The same input in another picture of the page: it sets their one condition. */
  private twin: Control | null = null;
  private readonly listeners = new Set<() => void>();
  private begin!: () => void;

  constructor(
    protected readonly given: Given,
    private readonly world: Pick<World, "fail">,
  ) {
    super(given.filterBy);
    this.number = given.number;
    this.rank = given.rank ?? given.number;
    this.label = given.label ?? null;
    this.width = (given["width"] as number | undefined) ?? null;
    this.ready = new Promise((resolve) => (this.begin = resolve));
  }

  /** What is chosen: a value, a list, a text; undefined for no condition. */
  get value(): unknown {
    return this.chosen;
  }

  get isOfSelection(): boolean {
    return isSelection(this.given.as);
  }

  /** What it sets; undefined for nothing. */
  get target(): Param<unknown> | Selection | undefined {
    return this.given.as;
  }

  /** The columns of its condition. */
  get fields(): readonly unknown[] {
    return [this.field];
  }

  protected get field(): string {
    return this.given.field ?? this.given.column!;
  }

  /** The condition on rows that a choice is. */
  protected abstract clause(value: unknown): SelectionClause;

  /** Something that `activate` can stand for: Mosaic prepares for the choices that may follow. */
  protected get example(): unknown {
    return undefined;
  }

  /** The first state, told before the first question of the picture; follows the param where it has one. */
  protected start(first: unknown): this {
    const { as } = this.given;
    if (isSelection(as)) {
      orderClauses([as]);
      this.twin = this.given.rank === undefined ? null : twinOf(as, this);
      this.chosen = this.twin ? this.twin.chosen : first;
      this.twin?.onChange(() => {
        this.chosen = this.twin!.chosen;
        this.changed();
      });
      if (first !== undefined && !this.twin) as.update(this.clause(first));
      return this;
    }
    this.chosen = as.value;
    as.addEventListener("value", (value: unknown) => {
      this.chosen = value;
      this.changed();
    });
    return this;
  }

  /** A reader's choice. */
  choose(value: unknown): void {
    if (this.twin) return this.twin.choose(value);
    this.chosen = value;
    const { as } = this.given;
    if (isSelection(as)) as.update(this.clause(value));
    else as.update(value);
    this.changed();
  }

  /** The reader comes near: pages call it before the first choice. */
  activate(): void {
    const { as } = this.given;
    if (isSelection(as)) as.activate(this.clause(this.example));
  }

  /** Mosaic takes the choice back, where another input has set a selection of one. */
  reset(): void {
    this.chosen = undefined;
    this.changed();
  }

  /** Calls `listener` whenever options, range or value have changed. */
  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  protected changed(): void {
    this.listeners.forEach((listener) => listener());
  }

  /** Asks again what was given up. */
  catchUp(): void {
    if (!this.isStale) return;
    this.isStale = false;
    if (this.initialized) void this.requestQuery();
    else this.initialize();
  }

  /** What precedes its question may fail, too. */
  override initialize(): void {
    super.initialize();
    this.pending?.catch((error: Error) => this.queryError(error));
  }

  override queryError(error: Error): this {
    this.isStale = true;
    this.world.fail(error);
    return this;
  }

  protected fail(message: string): void {
    this.world.fail(new Error(message));
  }

  override update(): this {
    this.begin();
    this.changed();
    return this;
  }
}
