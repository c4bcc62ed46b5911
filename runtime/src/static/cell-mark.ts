/** The cell mark inside Mosaic: asks for a matrix, fits the axes, and lets Plot give it the real scales. */
import { Mark } from "@uwdata/mosaic-plot";
import { oneLine } from "../shared/ticks";
import type { BandAxis, CellDetails, CellPlot } from "../shared/payload";
import { EDGE, fitX, fitY, type AxisFit, type BandTexts } from "./axes";
import {
  axisTable,
  colorDomain,
  columnsOf,
  drawnBands,
  extentOfValues,
  gridOf,
  sortable,
  type AxisTable,
  type Columns,
  type Grid,
  type Table,
} from "./grid";
import {
  axisQuery,
  cellQuery,
  channelExpression,
  expression,
  isAggregate,
  linkQuery,
  rowValue,
  type CellExtras,
  type Question,
} from "./matrix";
import { checkBands, checkColors, checkFrame, checkPlace, checkScale } from "./checks";
import { detailsOf } from "./details";
import { colorTable, isContinuous, type PlotScale } from "./scale";
import { sortOf } from "./sort";

interface PlotScales {
  x: BandScale;
  y: BandScale;
  scales: { color?: PlotScale };
}

interface BandScale {
  (key: unknown): number;
  bandwidth(): number;
}

interface Dimensions {
  width: number;
  height: number;
  marginTop: number;
  marginRight: number;
  marginBottom: number;
  marginLeft: number;
}

interface Encodings {
  x: unknown;
  y: unknown;
  fill: unknown;
  inset?: number;
  rx?: number;
  ry?: number;
}

/** What the figure gives a cell mark besides its encodings. */
export interface CellContext {
  extras: CellExtras;
  /** Names of plot attributes that the caller gave. */
  given: Set<string>;
  /** Height that the title takes from the top. */
  titleHeight: number;
  /** Size of the tick labels. */
  font: number;
  warn(message: string): void;
  /** Mosaic keeps errors to itself; the figure must hear of them. */
  fail(error: unknown): void;
}

/** Share of the width that turned labels may reach to the left of the frame. */
const LEAD = 0.14;
const RECTS_UP_TO = 5000;
const RECTS_FROM_PX = 3;
const NUMERIC = /^(BOOLEAN|.*INT.*|FLOAT|DOUBLE|DECIMAL.*)$/;
const VALUE_SCALES = /^(quantile|quantize|threshold|ordinal|categorical)/;

export class CellMark extends Mark {
  private readonly question: Question;
  private xs: AxisTable = { keys: [], labels: [] };
  private ys: AxisTable = { keys: [], labels: [] };
  private links: Table | null = null;
  private grid: Grid | null = null;
  private fits: { x: AxisFit; y: AxisFit } | null = null;
  private isPlain = false;
  /** What was drawn, in the plot's own coordinates. */
  result: { plot: CellPlot; details: CellDetails | null } | null = null;

  constructor(
    source: never,
    private readonly encodings: Encodings,
    private readonly cell: CellContext,
  ) {
    super("cell", source, {
      x: encodings.x,
      y: encodings.y,
      fill: encodings.fill,
      inset: encodings.inset,
      rx: encodings.rx,
      ry: encodings.ry,
    });
    const aggregate = isAggregate(encodings.fill);
    const fill = expression(encodings.fill);
    this.question = {
      table: String(this.sourceTable()),
      x: expression(encodings.x),
      y: expression(encodings.y),
      fill,
      aggregate,
      value: cell.extras.value ?? (aggregate ? rowValue(encodings.fill) : fill),
      channels: cell.extras.channels.map(([, entry]) => channelExpression(entry)),
      extras: cell.extras,
    };
  }

  private ask(sql: string): Promise<Table> {
    return this.coordinator!.query(sql) as unknown as Promise<Table>;
  }

  override async prepare(): Promise<null> {
    try {
      return await this.prepareMatrix();
    } catch (error) {
      this.cell.fail(error);
      throw error;
    }
  }

  private async prepareMatrix(): Promise<null> {
    const { question: q } = this;
    if (this.cell.extras.value === null) {
      const type = await this.ask(`SELECT typeof(${q.fill}) AS type FROM "${q.table}" LIMIT 1`);
      this.isPlain = type.numRows > 0 && !NUMERIC.test(String(type.getChild("type")!.at(0)));
    }
    if (this.isPlain) return super.prepare() as Promise<null>;
    const [x, y] = await Promise.all([this.ask(axisQuery(q, "x")), this.ask(axisQuery(q, "y"))]);
    this.xs = axisTable(x);
    this.ys = axisTable(y);
    const links = linkQuery(q);
    this.links = links === null ? null : await this.ask(links);
    return null;
  }

  override query(filter?: unknown): unknown {
    return this.isPlain ? super.query(filter) : cellQuery(this.question);
  }

  override queryResult(data: unknown): this {
    if (this.isPlain) return super.queryResult(data);
    try {
      this.layOut(columnsOf(data as Table, this.question.channels.length));
    } catch (error) {
      this.cell.fail(error);
    }
    return this;
  }

  private attribute(name: string): unknown {
    return this.plot.getAttribute(name);
  }

  private offer(attributes: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (!this.cell.given.has(name)) this.plot.setAttribute(name, value, { silent: true });
    }
  }

  private layOut(columns: Columns): void {
    const { extras } = this.cell;
    const entries = sortable(
      columns,
      this.xs,
      this.ys,
      extras.channels.map(([name]) => name),
    );
    const bands = (axis: "x" | "y", table: AxisTable) =>
      drawnBands(
        axis,
        table,
        entries,
        sortOf(axis, extras.sort),
        this.attribute(`${axis}Domain`),
        this.attribute(`${axis}Reverse`) === true,
      );
    for (const [axis, table] of [
      ["x", this.xs],
      ["y", this.ys],
    ] as const)
      this.warnOfUnknown(axis, table);
    const x = bands("x", this.xs);
    const y = bands("y", this.ys);
    checkBands("x", x.codes, this.xs.labels);
    checkBands("y", y.codes, this.ys.labels);
    this.grid = gridOf(columns, x.codes, y.codes, this.xs.keys.length, this.ys.keys.length);
    checkColors(
      this.attribute("colorScale"),
      this.attribute("colorDomain"),
      this.attribute("colorRange"),
      extentOfValues(this.grid.values),
    );
    if (this.grid.hidden) this.warnOfHidden(this.grid.hidden);
    this.xs = x.table;
    this.ys = y.table;
    for (const [axis, table] of [
      ["x", x.table],
      ["y", y.table],
    ] as const) {
      this.plot.setAttribute(`${axis}Domain`, table.keys, { silent: true });
      this.plot.setAttribute(`${axis}Reverse`, undefined, { silent: true });
      this.offer({ [`${axis}Scale`]: "band", [`${axis}Round`]: false });
      checkScale(axis, this.attribute(`${axis}Scale`));
    }
    this.fit(x.table, y.table);
    if (this.takesDomain()) this.offer({ colorDomain: colorDomain(extentOfValues(this.grid.values)) });
    if (!this.cell.given.has("colorScheme") && !this.cell.given.has("colorRange"))
      this.offer({ colorScheme: "viridis" });
  }

  private warnOfUnknown(axis: "x" | "y", { keys }: AxisTable): void {
    const domain = this.attribute(`${axis}Domain`);
    const known = new Set(keys.map(String));
    const unknown = Array.isArray(domain) ? domain.map(String).filter((key) => !known.has(key)) : [];
    if (unknown.length)
      this.cell.warn(
        `${axis}_domain: ${unknown.slice(0, 5).join(", ")} ${unknown.length === 1 ? "is" : "are"} not in the data`,
      );
  }

  private warnOfHidden(n: number): void {
    this.cell.warn(
      `cell: ${n} ${n === 1 ? "row lies" : "rows lie"} under another row with the same x and y, and only the last is seen; fill=avg(...) shows their mean`,
    );
  }

  private takesDomain(): boolean {
    const scale = String(this.attribute("colorScale") ?? "linear");
    return !VALUE_SCALES.test(scale) && !scale.endsWith("log");
  }

  private side(axis: "x" | "y", normal: string): string | null {
    const value = this.cell.given.has(`${axis}Axis`)
      ? this.attribute(`${axis}Axis`)
      : this.cell.given.has("axis")
        ? this.attribute("axis")
        : undefined;
    return value === undefined ? normal : (value as string | null);
  }

  private fit(x: BandTexts, y: BandTexts): void {
    const { given, titleHeight, font } = this.cell;
    const width = Number(this.attribute("width"));
    const height = Number(this.attribute("height") ?? this.autoHeight(y.keys.length));
    const titled = (axis: "x" | "y"): boolean => !given.has(`${axis}Label`) || this.attribute(`${axis}Label`) !== null;
    const ySide = this.side("y", "left");
    const xSide = this.side("x", "bottom");
    const chosen = (side: string | null): number | undefined => {
      const name = side === null || side === "both" ? "" : `margin${side[0].toUpperCase()}${side.slice(1)}`;
      return given.has(name) ? Number(this.attribute(name)) : undefined;
    };
    const margin = (side: string, otherwise: unknown): number => chosen(side) ?? Number(otherwise);
    const yFit = (frame: number): AxisFit => fitY(y, ySide, titled("y"), { width, frame, font, margin: chosen(ySide) });
    const first = yFit(height);
    const beside = margin("left", first.attributes["marginLeft"]);
    const reach = chosen("left") ?? Math.max(beside, width * LEAD);
    const right = margin("right", first.attributes["marginRight"]);
    const rotate = given.has("xTickRotate") ? Number(this.attribute("xTickRotate")) : undefined;
    const fx = fitX(x, xSide, titled("x"), {
      frame: width - beside - right,
      height,
      left: reach,
      font,
      rotate,
      margin: chosen(xSide),
    });
    const left = Math.max(beside, fx.lead);
    const top = EDGE + titleHeight + (xSide === "top" || xSide === "both" ? fx.height - EDGE : 0);
    const bottom = xSide === "bottom" || xSide === "both" ? fx.height : EDGE;
    const fy = yFit(Math.max(1, height - margin("top", top) - margin("bottom", bottom)));
    this.fits = { x: fx, y: fy };
    this.offer({
      height,
      ...fx.attributes,
      ...fy.attributes,
      marginLeft: left,
      marginTop: top,
      marginBottom: bottom,
      marginRight: Math.max(right, EDGE + fx.overhang),
    });
  }

  private autoHeight(bands: number): number {
    return Math.min(2000, Math.max(120, bands * 20 + 80));
  }

  override plotSpecs(): object[] {
    if (this.isPlain || this.grid === null) return super.plotSpecs();
    const values = this.fillValues();
    const render = (
      _index: unknown,
      scales: PlotScales,
      _values: unknown,
      dimensions: Dimensions,
      context: { document: Document },
    ): Element => {
      this.result = {
        plot: this.describe(scales, dimensions),
        details: detailsOf(this.cell.extras, this.grid!, this.links),
      };
      const group = context.document.createElementNS("http://www.w3.org/2000/svg", "g");
      group.setAttribute("data-paint", "");
      return group;
    };
    const repeat = <T>(value: T): T[] => values.map(() => value);
    const options = {
      x: repeat(this.xs.keys[0]),
      y: repeat(this.ys.keys[0]),
      fill: { value: values, scale: "color" },
      render,
    };
    return [{ type: "cell", data: { length: values.length }, options }];
  }

  /** Two values stand for all, unless the scale is made of the values themselves. */
  private fillValues(): number[] {
    const finite = extentOfValues(this.grid!.values);
    if (VALUE_SCALES.test(String(this.attribute("colorScale"))))
      return Array.from(this.grid!.values.filter((v) => Number.isFinite(v)));
    return finite ?? [0, 1];
  }

  private anchor(axis: "x" | "y"): BandAxis["anchor"] {
    const normal = axis === "x" ? "bottom" : "left";
    const side = this.side(axis, normal);
    return side === "both" ? normal : (side as BandAxis["anchor"]);
  }

  private axis(axis: "x" | "y", scale: BandScale, table: AxisTable, fit: AxisFit, name: string): BandAxis {
    const { keys, labels } = table;
    const start = keys.length ? scale(keys[0]) : 0;
    const bandwidth = scale.bandwidth();
    const step = keys.length > 1 ? (scale(keys[keys.length - 1]) - start) / (keys.length - 1) : bandwidth;
    return {
      kind: "band",
      name,
      labels,
      start,
      step,
      bandwidth,
      room: fit.room,
      skip: fit.skip,
      rotate: fit.rotate,
      spacing: fit.spacing,
      anchor: this.anchor(axis),
    };
  }

  private name(channel: "x" | "y" | "value"): string {
    const given = this.cell.extras.names[channel];
    if (given) return oneLine(given);
    const entry = this.encodings[channel === "value" ? "fill" : channel];
    return oneLine(typeof entry === "string" ? entry : String(entry).replaceAll('"', ""));
  }

  private describe(scales: PlotScales, d: Dimensions): CellPlot {
    const grid = this.grid!;
    const { extras } = this.cell;
    const area = {
      x: d.marginLeft,
      y: d.marginTop,
      width: d.width - d.marginLeft - d.marginRight,
      height: d.height - d.marginTop - d.marginBottom,
    };
    checkFrame(area, d);
    const x = this.axis("x", scales.x, this.xs, this.fits!.x, this.name("x"));
    const y = this.axis("y", scales.y, this.ys, this.fits!.y, this.name("y"));
    checkPlace("x", x, grid.nx, area.x, area.width);
    checkPlace("y", y, grid.ny, area.y, area.height);
    const color = scales.scales.color;
    if (!color || !isContinuous(color))
      throw new Error(`cell: color_scale '${String(this.attribute("colorScale"))}' cannot colour numbers`);
    const few = grid.nx * grid.ny <= RECTS_UP_TO && Math.min(x.step, y.step) >= RECTS_FROM_PX;
    const several = grid.rows.some((n) => n > 1);
    return {
      kind: "cells",
      area,
      x,
      y,
      valueName: this.name("value"),
      sampleAxis: extras.sampleAxis ?? (grid.nx >= grid.ny ? "x" : "y"),
      inset: Number(this.encodings.inset ?? 0),
      radius: [
        Number(this.encodings.rx ?? this.encodings.ry ?? 0),
        Number(this.encodings.ry ?? this.encodings.rx ?? 0),
      ],
      text: extras.text,
      tip: extras.tip,
      paint: few ? "rects" : "raster",
      color: colorTable(color, extentOfValues(grid.values) ?? [0, 1]),
      values: grid.values,
      states: grid.states,
      counts: grid.counts,
      ...(several ? { rows: grid.rows, scored: grid.scored, errors: grid.errors, limits: grid.limits } : {}),
      hasDetails: extras.channels.length > 0 || this.links !== null,
    };
  }
}
