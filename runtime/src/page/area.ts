/** One plot of cells on screen: its view, its drawing, and the places of its cells. */
import type { Box, CellPlot } from "../shared/payload";
import { Axes } from "./axes";
import { part, set } from "./dom";
import { bandAt, sampleWay, toClient, toUser, type Cell, type Point, type Way } from "./geometry";
import { Marks } from "./marks";
import { Painter, type Bands2 } from "./paint";
import { boxOf, Signs } from "./signs";
import { bandsIn, centred, home, isHome, revealed, type View } from "./view";

/** Cells of a found sample are made at least this wide, in user units. */
const SEEN = 6;
const CLOSE = 12;

export class Area {
  readonly #group: Element;
  readonly hit: SVGRectElement;
  #view: View;
  #followers: { axes: Axes; marks: Marks } | null = null;
  readonly #paint: Element;
  readonly #painter: Painter;
  readonly #signs: Signs;
  #pending = 0;
  #moved = false;
  #pointed: Cell | null = null;
  #samples: readonly number[] = [];

  constructor(
    readonly root: SVGSVGElement,
    group: Element,
    readonly plot: CellPlot,
    readonly number: number,
  ) {
    this.#group = group;
    this.hit = part<SVGRectElement>(group, "cells")!;
    this.#view = home(plot);
    this.#paint = part(group, "paint")!;
    this.#painter = new Painter(root, this.#paint, plot);
    this.#signs = new Signs(root, this.hit, plot);
  }

  get bands(): Bands2 {
    return { x: bandsIn(this.plot, this.#view, "x"), y: bandsIn(this.plot, this.#view, "y") };
  }

  get current(): View {
    return this.#view;
  }

  get isZoomed(): boolean {
    return !isHome(this.plot, this.#view);
  }

  get sampleWay(): Way {
    return sampleWay(this.plot);
  }

  get samplesAxis() {
    return this.plot[this.sampleWay];
  }

  /** The cell at a place of the window. */
  cellAt(client: Point): Cell | null {
    const at = toUser(this.root, client);
    const { x, y } = this.bands;
    const cell = { x: bandAt(x, at.x), y: bandAt(y, at.y) };
    const isBand = (way: Way): boolean => cell[way] >= 0 && cell[way] < this.plot[way].labels.length;
    return isBand("x") && isBand("y") ? cell : null;
  }

  /** Where a cell is in the window. */
  clientBox(cell: Cell): Box {
    return toClient(this.root, boxOf(this.bands, cell));
  }

  /** Cells that share the pixel of a cell. */
  crowd(): number {
    const scale = this.root.getScreenCTM()!.a * devicePixelRatio;
    const under = (way: Way): number => Math.max(1, Math.round(1 / (this.bands[way].step * scale)));
    return under("x") * under("y");
  }

  point(cell: Cell | null): void {
    this.#pointed = cell;
    this.#signs.point(this.bands, cell);
  }

  /** Frames samples by their index; an empty list frames none. */
  mark(samples: readonly number[]): void {
    this.#samples = samples;
    this.#signs.mark(
      this.bands,
      samples.map((i) => ({ [this.sampleWay]: i })),
    );
  }

  /** Shows another slice; it is drawn in the next frame. */
  show(view: View): void {
    this.#view = view;
    this.root.style.touchAction = this.isZoomed ? "none" : "";
    this.point(this.#pointed);
    this.mark(this.#samples);
    this.#moved = true;
    this.#pending ||= requestAnimationFrame(() => this.#frame());
  }

  /** Brings a cell into sight. */
  reveal(cell: Cell): void {
    if (!this.isZoomed) return;
    const across = revealed(this.plot, this.#view, "x", cell.x);
    this.show(revealed(this.plot, across, "y", cell.y));
  }

  /** Brings a sample into sight, closer when it is too thin to be seen. */
  seek(i: number): void {
    const way = this.sampleWay;
    const isThin = this.bands[way].step < SEEN;
    const isHidden = revealed(this.plot, this.#view, way, i)[way] !== this.#view[way];
    if (isThin || isHidden) this.show(centred(this.plot, this.#view, way, i, isThin ? CLOSE : 0));
  }

  /** Draws again where the pixels of the screen have changed. */
  resize(): void {
    if (this.#painter.isBlurred()) this.#painter.paint(this.bands, false);
  }

  #frame(): void {
    const moving = this.#moved;
    this.#moved = false;
    this.#followers ??= {
      axes: new Axes(this.root, this.#group, this.plot),
      marks: new Marks(this.root, this.#paint, this.plot),
    };
    this.#followers.axes.draw(this.bands);
    this.#followers.marks.follow(this.bands);
    const done = this.#painter.paint(this.bands, moving);
    this.#pending = done ? 0 : requestAnimationFrame(() => this.#frame());
  }

  /** Makes the area a thing that can be focused and read out. */
  name(label: string, described: string): void {
    this.#paint.removeAttribute("aria-label");
    set(this.hit, {
      tabindex: 0,
      role: "application",
      "aria-roledescription": "heatmap",
      "aria-label": label,
      "aria-describedby": described,
    });
  }
}
