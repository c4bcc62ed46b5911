/** What answers beside the cells: names of blocks, and the strip over the samples. */
import type { Block } from "../shared/blocks";
import { counted } from "../shared/format";
import { sampleHandles } from "../shared/margins/difficulty";
import type { CellPlot } from "../shared/payload";
import { measureLike } from "./axes";
import { on, part, set, svg } from "./dom";
import { bandsIn, clientOf, isDragged, type Point } from "./geometry";
import { Knobs } from "./knobs";
import type { Plot } from "./plot";
import type { Measure } from "../shared/ticks";
import { blockName } from "./select";
import { howOf, type How, type Selection } from "./selection";

export interface HandleActions {
  /** Selects the bands [from, to) under a name. */
  block(block: Block, how: How): void;
  /** A press on the strip begins, goes on and ends; `isDrag` where the pointer has moved. */
  begin(client: Point, how: How): void;
  drag(client: Point): void;
  end(isDrag: boolean): void;
}

/** "Select nobody: 3 samples" */
const labelOf = (block: Block, labels: readonly string[]): string =>
  `Select ${blockName(block, labels)}: ${counted(block.count, "sample")}`;

export class Handles {
  readonly #blocks = new Knobs("Blocks of samples");
  readonly #strip = svg("rect", { "data-sign": "strip" });
  readonly #layer: SVGElement;
  #start: Point | null = null;
  #isDrag = false;
  #font: { of: Element; measure: Measure } | null = null;
  /** Blocks all of whose samples are selected. */
  #whole: { of: readonly Block[]; selection: Selection; blocks: Set<Block> } | null = null;

  constructor(
    private readonly root: SVGSVGElement,
    private readonly plot: Plot,
    private readonly act: HandleActions,
    /** What answers elsewhere. */
    ...others: readonly SVGElement[]
  ) {
    const hint = "Click: samples with such a bar. Drag: a stretch of samples. Shift adds, Alt removes.";
    this.#strip.append(svg("title", {}, hint));
    this.#layer = svg("g", { "data-part": "handles" }, ...others, this.#strip, this.#blocks.element);
    // Browsers do not ask parts of an svg for their touch-action.
    on(this.#strip, "touchstart", (event) => event.preventDefault(), { passive: false });
    on(this.#strip, "pointerdown", (event) => this.#press(event));
    on(this.#strip, "pointermove", (event) => this.#move(event));
    on(this.#strip, "pointerup", () => this.#end());
    on(this.#strip, "pointercancel", () => this.#end());
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#start = clientOf(event);
    this.#isDrag = false;
    this.#strip.setPointerCapture(event.pointerId);
    event.preventDefault();
    this.act.begin(this.#start, howOf(event));
  }

  #move(event: PointerEvent): void {
    if (!this.#start) return;
    const client = clientOf(event);
    this.#isDrag ||= isDragged(this.#start, client);
    if (this.#isDrag) this.act.drag(client);
  }

  #end(): void {
    if (this.#start) this.act.end(this.#isDrag);
    this.#start = null;
  }

  /** Draws them where the view has put what they are of. */
  draw(selection: Selection): void {
    const { svg, plot } = { svg: this.root, plot: this.plot.cells[0].plot };
    const group = part(this.plot.hit.closest("[data-plot]")!, "samples");
    if (this.#layer.parentNode !== svg) svg.append(this.#layer);
    const isBeside = plot.beside !== undefined && group !== null;
    set(this.#strip, { display: isBeside ? "inline" : "none" });
    if (isBeside) this.#place(plot, group, selection);
    else this.#blocks.show([], 1);
  }

  #place(plot: CellPlot, group: Element, selection: Selection): void {
    const { beside, area, inset, sampleAxis: way } = plot;
    const axis = plot[way];
    const bands = bandsIn(axis, this.plot.maps[way]);
    if (this.#font?.of !== group) this.#font = { of: group, measure: measureLike(group) };
    const { labels, strip } = sampleHandles(beside!, axis, bands, area, inset, this.#font.measure);
    set(this.#strip, { ...strip });
    const whole = this.#wholeOf(beside!.blocks, axis.labels, selection);
    const knobs = labels.map(({ block, box }) => ({
      key: `${block.from} ${block.label}`,
      label: labelOf(block, axis.labels),
      box,
      isPressed: whole.has(block),
      act: (event: MouseEvent | KeyboardEvent) => this.act.block(block, howOf(event)),
    }));
    this.#blocks.show(knobs, this.root.getScreenCTM()!.a);
  }

  #wholeOf(blocks: readonly Block[], labels: readonly string[], selection: Selection): Set<Block> {
    if (this.#whole?.of === blocks && this.#whole.selection === selection) return this.#whole.blocks;
    const isIn = (label: string): boolean => selection.has(label);
    const whole = blocks.filter(({ from, to }) => selection.size > 0 && labels.slice(from, to).every(isIn));
    this.#whole = { of: blocks, selection, blocks: new Set(whole) };
    return this.#whole.blocks;
  }
}
