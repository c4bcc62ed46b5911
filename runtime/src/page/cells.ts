/** The cells of one mark, as a plot's things. */
import { bandAt, placeOf } from "../shared/bands";
import { colorOf } from "../shared/color";
import { count, counted, exact } from "../shared/format";
import { DASH, kinds } from "../shared/ink";
import {
  INFINITE,
  LIMIT,
  STATE_NAMES,
  UNPARSABLE,
  type BandAxis,
  type Box,
  type CellPlot,
  type ReasonName,
} from "../shared/payload";
import { whenIdle } from "./dom";
import { bandsIn, clamp, type Maps, type Point, type Way } from "./geometry";
import {
  NONE,
  type Beside,
  type CellThings,
  type Facts,
  type Models,
  type Move,
  type Named,
  type TableFacts,
} from "./plot";
import { detailsOf, errorOf, runsOf, sourceOf } from "./runs";
import { later } from "./second";
import type { Row } from "../shared/rows";
import { standings } from "./standing";
import type { Details } from "./unpacked";

type Cell = Record<Way, number>;

/** What is said of a cell by its state. */
const WORDS = [
  "",
  "not run",
  "not run yet",
  "no score",
  "infinite score",
  "unparsable answer",
  "empty answer",
  "refused",
  "declared invalid",
  "grader or scorer failed",
  "stopped by a limit",
  "error",
];
/** What is said of cells that are not those of samples and models. */
const PLAIN = ["", "no row", "", "no value"];
/** Reasons that are told of cells with several rows. */
const REASONS = STATE_NAMES.slice(UNPARSABLE, LIMIT).reverse() as ReasonName[];

const ARROWS: Partial<Record<Move, Cell>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

const other = (way: Way): Way => (way === "x" ? "y" : "x");

/** "2 of 3 scored, 1 error" for a cell with several rows. */
function tally(plot: CellPlot, at: number, rows: number): string {
  const scored = plot.scored?.[at] ?? 0;
  const errors = plot.errors?.[at] ?? 0;
  const limits = plot.limits?.[at] ?? 0;
  const solved = Math.round(plot.values[at] * scored);
  const all = plot.standing?.isBinary ? `${count(solved)} of ${count(rows)}` : `mean of ${count(rows)}`;
  const parts = [scored === rows ? all : `${count(scored)} of ${count(rows)} scored`];
  if (errors) parts.push(counted(errors, "error"));
  if (limits) parts.push(`${count(limits)} stopped by a limit`);
  for (const name of REASONS) {
    const n = plot.reasons?.[name]?.[at];
    if (n) parts.push(`${count(n)} ${WORDS[STATE_NAMES.indexOf(name)]}`);
  }
  return parts.join(", ");
}

function stateSentence(plot: CellPlot, at: number): string {
  const rows = plot.rows?.[at] ?? 1;
  if (rows > 1) return tally(plot, at, rows);
  const state = plot.states[at];
  const word = (!plot.areModels && PLAIN[state]) || WORDS[state];
  return state > INFINITE && !Number.isFinite(plot.values[at]) ? `no score, ${word}` : word;
}

export class Cells implements CellThings {
  #told: { of: CellPlot["standing"]; tell: ReturnType<typeof standings> } | null = null;
  readonly #way: Way;
  /** Samples first. */
  readonly #ways: [Way, Way];

  constructor(
    public plot: CellPlot,
    private readonly number: number,
    private readonly details: Details,
  ) {
    this.#way = plot.sampleAxis;
    this.#ways = [this.#way, other(this.#way)];
    whenIdle(() => this.#standing);
  }

  get tip(): boolean {
    return this.plot.tip;
  }

  get summary(): string {
    return `${counted(this.plot.x.labels.length, "column")}, ${counted(this.plot.y.labels.length, "row")}`;
  }

  get #samples(): BandAxis {
    return this.plot[this.#way];
  }

  get names(): string[] {
    return this.#samples.labels;
  }

  get places(): string[] {
    return this.#ways.flatMap((way) => this.plot[way].labels);
  }

  get grain(): Point {
    return { x: this.plot.x.step, y: this.plot.y.step };
  }

  get isPacked(): boolean {
    return this.plot.hasDetails && !this.details.known;
  }

  async unpack(): Promise<void> {
    if (this.plot.hasDetails) await this.details.load();
  }

  #index(cell: Cell): number {
    return cell.y * this.plot.x.labels.length + cell.x;
  }

  #cell(i: number): Cell {
    const nx = this.plot.x.labels.length;
    return { x: i % nx, y: Math.floor(i / nx) };
  }

  at(place: Point, maps: Maps): number | null {
    const band = (way: Way): number => bandAt(bandsIn(this.plot[way], maps[way]), place[way]);
    const cell = { x: band("x"), y: band("y") };
    const isBand = (way: Way): boolean => cell[way] >= 0 && cell[way] < this.plot[way].labels.length;
    return isBand("x") && isBand("y") ? this.#index(cell) : null;
  }

  part(i: number, place: Point, maps: Maps): string {
    return this.plot.epochs ? later().partText(this.plot, this.#cell(i), place, maps, WORDS) : "";
  }

  isEmpty(i: number): boolean {
    return kinds[this.plot.states[i]] === DASH;
  }

  box(i: number, maps: Maps): Box {
    const cell = this.#cell(i);
    const x = bandsIn(this.plot.x, maps.x);
    const y = bandsIn(this.plot.y, maps.y);
    return {
      x: placeOf(x, cell.x),
      y: placeOf(y, cell.y),
      width: x.bandwidth,
      height: y.bandwidth,
    };
  }

  get #standing(): ReturnType<typeof standings> {
    if (this.#told?.of !== this.plot.standing || !this.#told)
      this.#told = { of: this.plot.standing, tell: standings(this.plot) };
    return this.#told.tell;
  }

  /** The number of a cell in the picture that came with the page. */
  sourceOf(i: number): number {
    const { moved } = this.plot;
    return moved ? moved.y[Math.floor(i / moved.x.length)] * moved.columns + moved.x[i % moved.x.length] : i;
  }

  rowsAt(source: number): Row[] {
    return this.details.rows(this.number, source);
  }

  /** Scores of all models for the sample of a cell. */
  #column(cell: Cell): number[] {
    const [, across] = this.#ways;
    return this.plot[across].labels.map((_, k) => this.plot.values[this.#index({ ...cell, [across]: k })]);
  }

  facts(i: number): Facts {
    const { plot } = this;
    const value = plot.values[i];
    const scored = Number.isFinite(value);
    const cell = this.#cell(i);
    const [what, who] = this.#ways.map((way) => plot[way].labels[cell[way]]);
    const source = this.sourceOf(i);
    const rows = this.rowsAt(source);
    const names = plot.details ?? [];
    return {
      lead: plot.areModels ? { who, what } : null,
      rank: this.#standing(cell[this.#way], this.#column(cell).filter(Number.isFinite)),
      rows: this.#ways.map((way) => [plot[way].name, plot[way].labels[cell[way]]]),
      value: [plot.valueName, scored ? exact(value) : NONE],
      color: scored && !plot.baseline ? colorOf(plot.color, value) : null,
      sentence: [stateSentence(plot, i), plot.baseline && later().differenceText(plot, i)].filter(Boolean).join(", "),
      channels: plot.told
        ? plot.told.map(([name, texts]) => [name, texts[i]])
        : [...this.details.channels(this.number, source), ...later().groupsOf(plot, i)],
      ...runsOf(rows, this.details.links(this.number, source), (v) => colorOf(plot.color, v), WORDS),
      details: detailsOf(rows, names),
      error: errorOf(rows, names),
      source: sourceOf(rows, what),
      naming: "id",
    };
  }

  beside(i: number): Beside[] {
    return later().besideOf(this, i);
  }

  name(i: number): string {
    return this.#samples.labels[this.#cell(i)[this.#way]];
  }

  /** The whole row or column of a sample, or else of a model. */
  named(name: string): Named[] {
    const way = this.#ways.find((way) => this.plot[way].labels.includes(name));
    if (!way) return [];
    const { area, [way]: axis } = this.plot;
    const [from, length] = [placeOf(axis, axis.labels.indexOf(name)), axis.bandwidth];
    return [
      { box: { ...area, ...(way === "x" ? { x: from, width: length } : { y: from, height: length }) }, ways: [way] },
    ];
  }

  /** A tenth of the samples in sight. */
  #page(maps: Maps): number {
    const length = this.#way === "x" ? this.plot.area.width : this.plot.area.height;
    const seen = Math.min(this.names.length, length / (this.#samples.step * maps[this.#way].k));
    return Math.max(1, Math.round(seen / 10));
  }

  #target(here: Cell, move: Move, maps: Maps): Cell {
    const arrow = ARROWS[move];
    if (arrow) return { x: here.x + arrow.x, y: here.y + arrow.y };
    if (move === "back" || move === "on")
      return { ...here, [this.#way]: here[this.#way] + this.#page(maps) * (move === "on" ? 1 : -1) };
    const end = move === "start" || move === "first" ? 0 : Infinity;
    return move === "first" || move === "last" ? { x: end, y: end } : { ...here, [this.#way]: end };
  }

  move(from: number | null, move: Move, maps: Maps): number {
    const to = this.#target(this.#cell(from ?? 0), from === null ? "first" : move, maps);
    const { x, y } = this.plot;
    return this.#index({ x: clamp(to.x, 0, x.labels.length - 1), y: clamp(to.y, 0, y.labels.length - 1) });
  }

  crowd(_i: number, maps: Maps, pixels: number): string {
    const both = later().bothHint(this);
    const under = (way: Way): number => Math.max(1, Math.round(1 / (this.plot[way].step * maps[way].k * pixels)));
    const n = under("x") * under("y");
    return [both, n > 1 && `1 of about ${n} cells in this pixel`].filter(Boolean).join(" \u00b7 ");
  }

  get table(): TableFacts {
    return later().cellTable(this.plot);
  }

  get models(): Models | null {
    return later().modelsOf(this.plot, WORDS);
  }

  modelOf(i: number): number {
    return this.#cell(i)[other(this.#way)];
  }

  csv(): Iterable<string> {
    return later().cellLines(this.plot);
  }
}
