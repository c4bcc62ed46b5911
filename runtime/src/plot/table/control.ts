/**
 * A table without a document. Its life: Mosaic connects it and changes the filter; it asks for the types of its
 * columns, then how many rows there are, then for all of them where they are few, or for those in sight. `sortBy`,
 * `filterOn`, `turnTo` and `pick` are a reader's.
 */
import type { Selection, SelectionClause } from "@uwdata/mosaic-core";
import type { FilterExpr } from "@uwdata/mosaic-sql";
import type { Answer } from "../cell/bands";
import { Control, type Given, type Kind } from "../inputs/control";
import type { World } from "../world";
import { Choice, type SelectMode } from "./choice";
import { TableColumn, type GivenColumn } from "./column";
import { condition, type Condition } from "./condition";
import { addressColumns, addressOf } from "./links";
import { onParams } from "./params";
import { MOST_HELD, Question, type Sort, type Wanted } from "./question";
import { HeldRows, valuesOf, WindowedRows, type Rows } from "./rows";
import { rowsInSight, type GivenTable } from "./sizes";
import { Windows } from "./windows";

/** Rows by which widths and digits are settled. */
const FIRST = 50;

export class TableControl extends Control {
  readonly kind: Kind = "table";
  readonly columns: readonly TableColumn[];
  readonly choice: Choice;
  readonly look: GivenTable;
  rows: Rows = new WindowedRows(0, () => Promise.reject(new Error("no rows are known")));
  /** How many rows there are without the reader's filters. */
  total = 0;
  /** What rows are sorted by, the most important first. */
  sorts: readonly Sort[] = [];
  page = 0;
  /** What readers wrote into filters, by column. */
  readonly filters = new Map<number, string>();
  private readonly conditions = new Map<number, Condition>();
  private readonly question: Question;
  /** Columns of addresses, by that whose texts lead there. */
  private readonly addresses: readonly (TableColumn | null)[];
  private readonly asked: readonly TableColumn[];
  private filter: FilterExpr | undefined;
  /** Rows of a page. */
  size: number;
  private state = 0;
  /** Whether all rows are at hand, as far as is known: filters need no question then. */
  private isWhole = true;
  private isSettled = false;
  private wish: [from: number, to: number][] | null = null;
  private isBringing = false;

  constructor(given: Given, world: World) {
    super(given, world);
    this.look = given as unknown as GivenTable;
    this.columns = (given["columns"] as GivenColumn[]).map((column, i) => new TableColumn(column, `c${i}`));
    this.choice = new Choice(this.look.select ?? ("none" as SelectMode), this.columns);
    this.addresses = addressColumns(this.columns);
    this.asked = [...this.columns, ...this.addresses.filter((column) => column !== null)];
    this.question = new Question(given.from!, this.asked);
    this.size = typeof this.look.pageSize === "number" ? this.look.pageSize : rowsInSight(this.look);
    onParams(this.columns, () => void this.initialize());
  }

  /** Other conditions change which rows there are, whatever they are. */
  override get filterStable(): boolean {
    return false;
  }

  override async prepare(): Promise<void> {
    const answer = (await this.ask(this.question.types())) as Answer;
    const types = Array.from(answer.getChild("column_type")!.toArray(), String);
    this.asked.forEach((column, i) => column.typed(types[i]));
  }

  /** Its own condition does not narrow its rows: others could not be chosen any more. */
  override query(_filter?: FilterExpr): never {
    const selection: Selection | undefined = this.given.filterBy;
    this.filter = selection?.remove(this as never).predicate(this) as FilterExpr | undefined;
    this.state++;
    return this.question.count(this.wanted) as never;
  }

  override queryResult(answer: unknown): this {
    this.counted(answer).catch((error: Error) => this.queryError(error));
    return this;
  }

  /** The rows come later than the answer that Mosaic knows of. */
  override update(): this {
    return this;
  }

  private get wanted(): Wanted {
    const conditions = this.isWhole ? [] : [...this.conditions.values()];
    return { filter: this.filter, conditions, sorts: this.isWhole ? [] : this.sorts };
  }

  private ask(sql: string): Promise<unknown> {
    return Promise.resolve(this.coordinator!.query(sql, { cache: false }));
  }

  private async counted(answer: unknown): Promise<void> {
    const { state } = this;
    const [count, all, bytes] = ["rows", "all", "bytes"].map((name) =>
      Number((answer as Answer).getChild(name)!.at(0)),
    );
    const isFew = all <= MOST_HELD.rows && bytes <= MOST_HELD.bytes;
    if (isFew !== this.isWhole && (this.conditions.size > 0 || isFew)) {
      this.isWhole = isFew;
      this.requestQuery();
      return;
    }
    this.isWhole = isFew;
    const rows = isFew ? await this.held(all) : await this.windowed(count);
    if (state !== this.state) return;
    this.total = all;
    this.take(rows);
  }

  private async held(count: number): Promise<Rows> {
    const sql = this.question.window(this.wanted, Math.max(1, count), 0);
    const rows = new HeldRows(valuesOf(await this.ask(sql), this.asked), this.asked);
    if (this.sorts.length || this.conditions.size) rows.arrange(this.sorts, this.conditions);
    return rows;
  }

  private async windowed(count: number): Promise<Rows> {
    const windows = new Windows(this.question, this.wanted, count, this.asked, (sql) => this.ask(sql));
    const rows = new WindowedRows(count, (limit, offset) => windows.ask(limit, offset));
    await rows.bring(0, Math.max(FIRST, this.size));
    return rows;
  }

  private take(rows: Rows): void {
    this.rows = rows;
    this.page = Math.min(this.page, this.pages - 1);
    if (!this.isSettled) this.columns.forEach((column, i) => column.written(this.first(i)));
    this.isSettled = true;
    super.update();
  }

  /** The first values of a column. */
  first(column: number): unknown[] {
    const length = Math.min(FIRST, this.rows.count);
    return Array.from({ length }, (_, row) => this.rows.value(row, column));
  }

  /** What stands in a cell; null where the row is not at hand yet. */
  text(row: number, column: number): string | null {
    return this.rows.has(row) ? this.columns[column].write(this.rows.value(row, column)) : null;
  }

  /** Where a cell leads to. */
  link(row: number, column: number): string | null {
    const own = this.addresses[column];
    return addressOf(this.rows.value(row, own ? this.asked.indexOf(own) : column), own !== null);
  }

  /** Has rows brought that come into sight, and one besides; listeners hear when they are there. */
  want(from: number, to: number, besides: number | null = null): void {
    this.wish = [[Math.max(0, from), to]];
    if (besides !== null) this.wish.push([besides, besides + 1]);
    if (!this.isBringing) this.bring().catch((error: Error) => this.queryError(error));
  }

  /** Rows are asked for one wish after the other: what was scrolled past meanwhile is not. */
  private async bring(): Promise<void> {
    this.isBringing = true;
    try {
      while (this.wish && this.rows instanceof WindowedRows) {
        const { wish, rows } = this;
        this.wish = null;
        const news = await Promise.all(wish.map(([from, to]) => rows.bring(from, to)));
        if (news.includes(true) && rows === this.rows) this.changed();
      }
    } finally {
      this.isBringing = false;
    }
  }

  get isPaged(): boolean {
    return this.look.pageSize !== undefined;
  }

  get pages(): number {
    return Math.max(1, Math.ceil(this.rows.count / this.size));
  }

  turnTo(page: number): void {
    this.page = Math.max(0, Math.min(page, this.pages - 1));
    this.want(this.page * this.size, (this.page + 1) * this.size);
    this.changed();
  }

  resize(size: number): void {
    const first = this.page * this.size;
    this.size = size;
    this.turnTo(Math.floor(first / size));
  }

  canSort(column: number): boolean {
    return this.columns[column].given.sortable ?? this.look.sorting ?? true;
  }

  canFilter(column: number): boolean {
    return this.look.filtering !== undefined && (this.columns[column].given.filterable ?? true);
  }

  /** Sorts by columns, the most important first, or by none. */
  sortBy(sorts: readonly Sort[]): void {
    this.sorts = sorts;
    this.arrange();
  }

  /** Filters a column by what a reader wrote; false where that says nothing. */
  filterOn(column: number, text: string): boolean {
    const found = text.trim() ? condition(this.columns[column], text) : undefined;
    if (found === null) return false;
    this.filters.delete(column);
    this.conditions.delete(column);
    if (found) {
      this.filters.set(column, text);
      this.conditions.set(column, found);
    }
    this.arrange();
    return true;
  }

  private arrange(): void {
    this.page = 0;
    if (this.rows instanceof HeldRows) {
      this.rows.arrange(this.sorts, this.conditions);
      this.changed();
    } else this.requestQuery();
  }

  /** What tells a row apart. */
  known(row: number): unknown[] {
    return this.choice.keys.map((column) => this.rows.value(row, column));
  }

  isChosen(row: number): boolean {
    return this.rows.has(row) && this.choice.has(this.known(row));
  }

  /** Chooses a row, or no longer. */
  pick(row: number): void {
    if (!this.rows.has(row) || this.choice.mode === "none") return;
    this.choice.toggle(this.known(row));
    this.publish();
  }

  /** Chooses no row. */
  clear(): void {
    if (this.choice.size === 0) return;
    this.choice.clear();
    this.publish();
  }

  override get fields(): readonly unknown[] {
    return this.choice.keys.map((column) => this.columns[column].expression);
  }

  override get value(): unknown {
    return this.choice.value;
  }

  /** Chooses these rows and no other. */
  override choose(rows: unknown): void {
    this.choice.set(rows as readonly unknown[][] | undefined);
    this.publish();
  }

  /** What can be chosen: none or one of the rows, if they are at hand and no more than `most`; otherwise null. */
  states(most: number): unknown[] | null {
    const { rows } = this;
    if (!(rows instanceof HeldRows)) return null;
    if (this.choice.mode === "none") return [undefined];
    if (this.choice.mode === "multiple_row" || rows.count > most) return null;
    return [undefined, ...Array.from({ length: rows.count }, (_, row) => [this.known(row)])];
  }

  private publish(): void {
    const { as } = this.given as { as?: Selection };
    as?.update(this.clause());
    this.changed();
  }

  override activate(): void {}

  override reset(): void {
    this.choice.clear();
    this.changed();
  }

  protected override clause(): SelectionClause {
    return this.choice.clause(this);
  }
}
