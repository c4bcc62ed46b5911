/**
 * The cell mark inside Mosaic. Its life: Mosaic connects it and calls `prepare` (bands and links are asked for), then
 * `query` and `queryResult` (the cells are asked for, sorted and laid out), then `plotSpecs`, whose one dummy cell
 * makes Plot call `render` with its real scales; there the facts are known and the cells are painted. A change of a
 * param or a selection begins again at `query`.
 */
import { Mark } from "@uwdata/mosaic-plot";
import { column } from "@uwdata/mosaic-sql";
import { oneLine } from "../../shared/ticks";
import { Watched, type WatchableMark } from "../points/watch";
import { Settings } from "../settings";
import { detailsOf } from "./details";
import { factsOf, labelledOf, type CellLook, type Dimensions, type PlotScales } from "./facts";
import { axisTable, type AxisTable, type Answer } from "./bands";
import { columnsOf } from "./columns";
import type { CellContext, CellResult, Encodings } from "./context";
import { boundsOf, DataCells, rowsIn } from "./data";
import { markPending } from "./grid";
import { wishOf } from "../../shared/wish";
import { isOfValues, layOut, placed, type Ground, type Layout } from "./layout";
import { ground, paint } from "./paint";
import { axisQuery, cellQuery, questionOf, rowsOf, whereOf, type Bounds, type Question } from "./question";
import { askRows, NO_ROWS } from "./rows";

export type { CellContext, CellResult, Encodings } from "./context";

/** What is asked where the bands are not known yet; its answer changes nothing. */
const LATER = "later";
const AGAIN = `SELECT true AS ${LATER}`;
/** What Plot leaves above a frame. */
const TITLE_ROOM = 20;
const NUMERIC = /^(BOOLEAN|.*INT.*|FLOAT|DOUBLE|DECIMAL.*)$/;

export class CellMark extends Mark {
  private question: Question;
  /** Preparations that began; the last one counts, and is over when its bands are known. */
  private rounds = 0;
  private isPrepared = false;
  private bands: { x: AxisTable; y: AxisTable } = { x: { keys: [], labels: [] }, y: { keys: [], labels: [] } };
  private bounds: Bounds = { x: 0, y: 0, rows: 0, areSingle: false };
  /** The question for rows, while each seems to be the only one of its cell. */
  private rows: Question | null = null;
  private beneath = NO_ROWS;
  layout: Layout | null = null;
  /** What the layout came from, kept where other marks of cells share the axes. */
  private answer: Answer | null = null;
  private isPlain = false;
  /** Whether another answer is awaited. */
  isAsking = false;
  /** Whether a page paints the cells. */
  private isBare = false;
  result: CellResult | null = null;
  /** What answers where Plot draws the cells. */
  points: Watched | null = null;

  constructor(
    source: never,
    private readonly encodings: Encodings,
    private readonly context: CellContext,
  ) {
    const { x, y, fill, inset, rx, ry } = encodings;
    super("cell", source, { x, y, fill, inset, rx, ry });
    this.question = questionOf(String(this.sourceTable()), encodings, context.wish);
  }

  private get settings(): Settings {
    return new Settings(this.plot, this.context.chosen);
  }

  private ask(sql: string): Promise<Answer> {
    return this.coordinator!.query(sql) as unknown as Promise<Answer>;
  }

  override async prepare(): Promise<null> {
    try {
      return await this.prepareMatrix();
    } catch (error) {
      this.context.world.fail(error);
      throw error;
    }
  }

  private async prepareMatrix(): Promise<null> {
    const round = ++this.rounds;
    this.isPrepared = false;
    const question = questionOf(String(this.sourceTable()), this.encodings, this.context.wish);
    question.where = whereOf(this.filterBy?.predicate(this as never, true));
    this.question = question;
    this.isPlain = await this.isOfTexts();
    if (this.isPlain) {
      this.becomePlain();
      return super.prepare() as Promise<null>;
    }
    const [x, y] = await Promise.all([this.ask(axisQuery(question, "x")), this.ask(axisQuery(question, "y"))]);
    const bounds = boundsOf(x, y);
    const beneath = await askRows((sql) => this.ask(sql), question, this.context.wish, bounds, rowsIn(x).all);
    if (round !== this.rounds) return null;
    this.bands = { x: axisTable(x), y: axisTable(y) };
    this.rows = rowsOf(question, bounds);
    Object.assign(this, { bounds, beneath, isPrepared: true });
    return null;
  }

  /** Takes back what our own cells do without Mosaic: extra channels and the order. */
  private becomePlain(): void {
    if (this.points) return;
    const { channels, sort, tip, formats, notes } = this.context.wish;
    const mark = this as unknown as WatchableMark;
    for (const [name, entry] of channels) {
      mark.detail.add(name);
      mark.channels.push({ channel: name, field: column(String(entry)), as: String(entry) });
    }
    if (sort !== null) mark.channels.push({ channel: "sort", value: sort });
    const { titleHeight } = this.context.around;
    if (titleHeight) this.settings.offer({ marginTop: TITLE_ROOM + titleHeight });
    const { x, y, value } = notes.names ?? {};
    this.points = new Watched(mark, { mark: "cell", tip, formats }, this.context.world, { x, y, fill: value });
  }

  /** A fill of texts has no mean: Plot draws it. */
  private async isOfTexts(): Promise<boolean> {
    if (this.context.wish.notes.value !== undefined) return false;
    const { fill, table } = this.question;
    const type = await this.ask(`SELECT typeof(${fill}) AS type FROM "${table}" LIMIT 1`);
    return type.numRows > 0 && !NUMERIC.test(String(type.getChild("type")!.at(0)));
  }

  /** Another condition makes other bands, so that everything is asked for anew. */
  override query(filter?: unknown): unknown {
    if (this.isPlain) return super.query(filter);
    const isAnother = whereOf(filter) !== this.question.where;
    if (isAnother) this.initialize();
    if (isAnother || !this.isPrepared) return AGAIN;
    return cellQuery(this.rows ?? this.question, this.bounds);
  }

  /** Bands change with conditions, so that no answer can be made of one that came before. */
  override get filterStable(): boolean {
    return this.isPlain && super.filterStable;
  }

  override queryResult(data: unknown): this {
    if (this.isPlain) return super.queryResult(data);
    this.isAsking = Boolean((data as Answer).getChild(LATER));
    if (this.isAsking) return this;
    if (this.isEmpty) {
      Object.assign(this, { layout: null, answer: null, result: null });
      return this;
    }
    try {
      const { siblings, world } = this.context;
      const cells = this.cellsOf(data as Answer);
      this.isAsking = this.rows !== null && cells.areRepeated;
      if (this.isAsking) return this.askForCells();
      this.answer = siblings.areSeveral ? (data as Answer) : null;
      this.layout = this.layOut(cells, (message) => world.warn(message));
    } catch (error) {
      this.context.world.fail(error);
    }
    return this;
  }

  /** Whether no row meets the condition, so that nothing is drawn. */
  get isEmpty(): boolean {
    return this.question.where !== "" && !this.isPlain && this.bounds.x * this.bounds.y === 0;
  }

  private cellsOf(data: Answer): DataCells {
    const { x, y } = this.bands;
    return new DataCells(columnsOf(data, this.question.channels.length), x.keys.length, y.keys.length, this.isLower);
  }

  private get isLower(): boolean {
    return this.context.wish.notes.lower === true;
  }

  /** Rows that share a cell are asked for their mean. */
  private askForCells(): this {
    this.rows = null;
    void this.requestQuery();
    return this;
  }

  /** Mosaic calls it when an answer is there; the plot waits for the last one. */
  override update(): Promise<void> {
    return this.isAsking ? Promise.resolve() : super.update();
  }

  private layOut(cells: DataCells, warn: (message: string) => void): Layout {
    const { wish } = this.context;
    const names = wish.channels.map(([name]) => name);
    const { sampleAxis } = wish.notes;
    const layout = layOut({ ...this.bands, cells, beside: this.beneath }, names, wish.sort, this.ground, warn);
    const labels = { x: layout.x.labels, y: layout.y.labels };
    if (wish.notes.pending && sampleAxis) markPending(layout.grid, wish.notes.pending, labels, sampleAxis);
    return layout;
  }

  /** Whether the plot can be laid out in another width: it has no other marks, and labels that no param changes. */
  get isFluid(): boolean {
    const { isAlone, siblings, followed } = this.context;
    const isFollowed = ["xLabel", "yLabel", "width"].some((name) => followed.has(name));
    return this.layout !== null && isAlone && !siblings.areSeveral && !isFollowed;
  }

  /** Whether the caller chose the ticks of an axis, or writes them. */
  isWritten(way: "x" | "y"): boolean {
    return [`${way}Ticks`, `${way}TickFormat`].some((name) => this.settings.has(name));
  }

  private get ground(): Ground {
    const { wish, around, siblings, isAlone } = this.context;
    const { sampleAxis, order, threshold, level, bars, suspects } = wish.notes;
    const { isLower } = this;
    const own = { threshold, level, bars, isLower, suspects };
    const view = order && sampleAxis ? { order, sampleAxis, ...own, ...wishOf(wish.notes) } : null;
    return { settings: this.settings, around, siblings, mark: this.index, isAlone, view };
  }

  /** Lays the cells out anew in the size that the plot has now; they are not painted again. */
  relay(): void {
    const { settings } = this;
    for (const name of ["xLabel", "yLabel"]) settings.set(name, settings.given(name));
    this.isBare = true;
    this.layout = placed(this.layout!, this.ground);
  }

  /** The layout over the bands of all marks: those that were answered later may have added some. */
  private get current(): Layout | null {
    if (this.answer && this.layout) this.layout = this.layOut(this.cellsOf(this.answer), () => {});
    return this.layout;
  }

  override plotSpecs(): object[] {
    const layout = this.isPlain ? null : this.current;
    if (this.isEmpty) return [];
    if (this.isPlain || layout === null) return super.plotSpecs();
    const values = this.fillValues(layout);
    const repeat = <T>(value: T): T[] => values.map(() => value);
    const render = (_index: unknown, scales: PlotScales, _values: unknown, dimensions: Dimensions): Element =>
      this.render(layout, scales, dimensions);
    const { x, y } = layout;
    const options = { x: repeat(x.keys[0]), y: repeat(y.keys[0]), fill: { value: values, scale: "color" }, render };
    return [{ type: "cell", data: { length: values.length }, options }];
  }

  /** Two values stand for all, unless the scale is made of the values themselves. */
  private fillValues({ grid }: Layout): number[] {
    if (isOfValues(this.settings.get("colorScale"))) return Array.from(grid.values.filter((v) => Number.isFinite(v)));
    return grid.extent ?? [0, 1];
  }

  private render(layout: Layout, scales: PlotScales, dimensions: Dimensions): Element {
    const { wish, world } = this.context;
    const plot = factsOf(layout, this.look(), this.settings, scales, dimensions);
    const { frame, fits } = layout;
    const { margin, isTitled, isSubtitled } = fits;
    const { isBare } = this;
    const details = isBare ? null : detailsOf(wish, layout, this.beneath);
    const framed = frame && { frame, margin, isTitled, isSubtitled, isForPage: wish.isForPage };
    this.result = { plot, details, framed, labelled: labelledOf(layout, scales), isBare };
    return isBare ? ground(world) : paint(plot, world);
  }

  private name(channel: "x" | "y" | "value"): string {
    const given = this.context.wish.notes.names?.[channel];
    if (given) return oneLine(given);
    const entry = this.encodings[channel === "value" ? "fill" : channel];
    return oneLine(typeof entry === "string" ? entry : String(entry).replaceAll('"', ""));
  }

  private look(): CellLook {
    const { wish, around } = this.context;
    const { grid, topics } = this.layout!;
    const { inset, rx, ry } = this.encodings;
    return {
      names: { x: this.name("x"), y: this.name("y"), ...(topics && { [wish.notes.sampleAxis!]: topics.name }) },
      threshold: wish.notes.threshold,
      hasSuspects: wish.notes.suspects === true,
      wish: wishOf(wish.notes),
      valueName: this.name("value"),
      sampleAxis: wish.notes.sampleAxis ?? (grid.nx >= grid.ny ? "x" : "y"),
      ...(wish.notes.sampleAxis && !around.frame?.notes.plain && { areModels: true }),
      inset: Number(inset ?? 0),
      radius: [Number(rx ?? ry ?? 0), Number(ry ?? rx ?? 0)],
      text: wish.notes.text ?? null,
      tip: wish.tip,
      ...(this.context.siblings.areSeveral ? { isShared: true as const } : {}),
      hasDetails:
        topics !== null || wish.channels.length > 0 || this.beneath.links !== null || this.beneath.told !== null,
      ...(this.isLower && { isLower: true as const }),
      ...(wish.notes.details && { details: wish.notes.details }),
      ...(wish.notes.group && { group: wish.notes.group }),
      ...(wish.notes.bars && { bars: wish.notes.bars }),
    };
  }
}
