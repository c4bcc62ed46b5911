/** One plot that Mosaic keeps drawn, with its title, legends and notes around it. */
import { px } from "../shared/format";
import type { Box } from "../shared/payload";
import { oneLine } from "../shared/ticks";
import type { LegendNotes } from "../shared/sidecar";
import { hitArea, sizeOf, withLook } from "./area";
import { groupAttributes } from "./attributes";
import { answeringMarks, isCells, plotFacts, type AnsweringMark } from "./answering";
import { CellMark, type CellResult } from "./cell/mark";
import type { Drawing, Make, Pen } from "../shared/elements";
import { inventoryOf, type Inventory } from "./inventory";
import { legendDrawing } from "./legend/drawn";
import type { LegendControl } from "./legend/selecting";
import { isHearing } from "./inplace";
import { LeftOut } from "./lost/index";
import { footerDrawing, headerDrawing, INDENT } from "../shared/frame/header";
import { dropTicks, settleTicks } from "./frame/gaps";
import { footerFacts, signsOf } from "../shared/frame/footer";
import { marginNodes } from "./frame/nodes";
import { barsKey, below } from "./legend/bars";
import type { MosaicPlot } from "./mosaic";
import { withFooter, withHeader, withLegend, withNote } from "./place";
import type { DrawnPlot, Moved } from "./place";
import { shifted } from "./plots";
import type { PositionScale } from "./points/axes";
import type { Watched } from "./points/watch";
import type { PlannedPlot } from "./plan";
import { bareNote, isBare, NO_ROWS } from "./bare";
import { plain, problemsDrawing, remarksDrawing } from "./problems";
import { reportOf } from "./report";
import { saidOf, type Said } from "./said";
import type { PlotScale } from "./scale";
import { askAgain, isFailing } from "./telling";
import { penOf } from "./text";
import { titleStart } from "./title";

type Scaled = SVGSVGElement & { scale?(name: string): PlotScale | undefined };

const TITLE_TOP = 8;

export class LivingPlot {
  /** What Plot drew last: compositions take it out of Plot's own svg. */
  private drawing: { svg: Element; nodes: Node[] } | null = null;

  private readonly pen: Pen;
  private readonly lost: LeftOut;

  constructor(
    private readonly planned: PlannedPlot,
    readonly mosaic: MosaicPlot,
    private readonly make: Make,
    private readonly warn: (message: string) => void,
    private readonly watched: ReadonlyMap<object, Watched>,
    private readonly selecting: ReadonlyMap<LegendNotes, LegendControl>,
    private readonly named: (name: string) => LivingPlot | undefined,
  ) {
    this.pen = penOf(make);
    this.lost = new LeftOut(planned, mosaic);
  }

  /** Kept when the plot is drawn. */
  get drawn(): Promise<void> {
    return this.mosaic.synch.promise;
  }

  private get svg(): Scaled {
    return this.mosaic.element.querySelector("svg") as Scaled;
  }

  /** What was drawn and answers, in the order of the marks. */
  private get answering(): AnsweringMark[] {
    return answeringMarks(this.mosaic.marks, this.watched);
  }

  /** The cells in the frame of a view, where nothing else is drawn; null elsewhere. */
  get fluid(): CellMark | null {
    const [mark, ...others] = this.mosaic.marks;
    const isFramed = this.planned.notes.frame !== undefined && others.length === 0;
    return isFramed && mark instanceof CellMark && mark.isFluid ? mark : null;
  }

  get width(): number {
    return Number(this.mosaic.getAttribute("width"));
  }

  /** Whether something is drawn whose places a page does not know, such as a grid. */
  get isRigid(): boolean {
    const isKnown = (element: Element): boolean =>
      element.localName === "style" ||
      element.hasAttribute("data-part") ||
      /^[xy]-axis /.test(element.getAttribute("aria-label") ?? "");
    return this.drawing?.nodes.some((node) => node.nodeType === 1 && !isKnown(node as Element)) ?? true;
  }

  /** Whether nobody chose the width. */
  get isOpen(): boolean {
    return this.planned.notes.frame?.columns === true;
  }

  /** Draws the plot anew in another width, without its cells. */
  async relay(width: number): Promise<void> {
    this.mosaic.setAttribute("width", width, { silent: true });
    this.fluid!.relay();
    await this.mosaic.draw();
  }

  /** Whether something in it shows what it was answered before. */
  get isFailing(): boolean {
    return isFailing(this.mosaic);
  }

  /** Asks again what was given up. */
  catchUp(): void {
    askAgain(this.mosaic);
  }

  /** What is wrong with the data, a line each. */
  get problems(): string[] {
    return plain(this.planned.notes.problems ?? []);
  }

  /** What is worth knowing of the data, a line each. */
  get remarks(): string[] {
    const isEmpty = this.mosaic.marks.some((mark) => mark instanceof CellMark && mark.isEmpty);
    return plain([...(this.planned.notes.remarks ?? []), ...(isEmpty ? [NO_ROWS] : []), ...this.lost.told(this.svg)]);
  }

  /** What is drawn, in numbers. */
  get inventory(): Inventory {
    const { svg } = this;
    const nodes = this.drawing?.svg === svg ? this.drawing.nodes : [...svg.childNodes];
    return inventoryOf(nodes, (name) => svg.scale?.(name));
  }

  /** What a spec can say of the plot as it is drawn. */
  get said(): Said {
    return saidOf(this.mosaic, this.planned);
  }

  /** The plot as it is now, with all that stands around it; `number` is that of plots that answer. */
  compose(number: number): DrawnPlot {
    const { svg, answering, problems, remarks } = this;
    const cells = answering.filter(isCells);
    const frame = cells[0]?.plot.area ?? this.frame();
    const framed = cells[0]?.framed ?? null;
    if (cells[0]?.isBare) dropTicks(svg, (way) => this.fluid?.isWritten(way) ?? true);
    if (cells[0] && this.drawing?.svg !== svg) settleTicks(svg, cells[0].plot, cells[0].labelled);
    const around = framed ? marginNodes(this.make, framed, cells[0].plot, !cells[0].isBare) : [];
    if (isBare(this.mosaic.marks)) around.push(bareNote(this.make, frame));
    const group = this.group(svg, frame, answering.length ? number : null, around);
    const { plot, details } = plotFacts(number, answering, frame, { scale: this.scale, label: this.label });
    let drawn: Moved = { nodes: [group], ...sizeOf(svg), dx: 0, dy: 0 };
    const inHeader = this.planned.notes.frame?.legend === true;
    if (!inHeader)
      for (const options of this.legends) {
        const legend = this.legend(options, frame.width);
        if (legend) drawn = withLegend(this.make, drawn, legend, options, frame);
      }
    const edge = this.planned.notes.frame ? INDENT : null;
    if (this.planned.notes.frame)
      drawn = this.framed(drawn, cells[0] ?? null, this.headed(inHeader, cells, drawn.width));
    if (problems.length)
      drawn = withNote(this.make, drawn, frame, edge, (room) => problemsDrawing(this.make, problems, room));
    if (remarks.length)
      drawn = withNote(this.make, drawn, frame, edge, (room) => remarksDrawing(this.make, remarks, room));
    const reports = cells.flatMap(({ plot: own, framed }) => (framed ? [reportOf(own, framed.frame)] : []));
    const placed = { plot: shifted(plot, drawn.dx, drawn.dy), details, reports };
    return { ...drawn, plots: answering.length ? [placed] : [] };
  }

  /** The plot between its header and its footer. */
  private framed(plot: Moved, cells: CellResult | null, legend: Drawing | null): Moved {
    const { title } = this.planned.notes;
    const framed = cells?.framed;
    const subtitle = framed?.isSubtitled ? framed.frame.subtitle : null;
    const words = { title: title ?? null, heading: framed?.isTitled ? framed.frame.heading : null, subtitle };
    const header = headerDrawing(this.pen, words, legend, plot.width);
    const footer = framed
      ? footerDrawing(
          this.pen,
          footerFacts(framed.frame, framed.isTitled, cells!.plot, framed.isForPage),
          signsOf(framed.frame, cells!.plot),
          plot.width,
        )
      : null;
    return withFooter(this.make, withHeader(this.make, plot, header), footer);
  }

  /** What stands in the header besides words: the legend, and the key of bars. */
  private headed(inHeader: boolean, cells: CellResult[], width: number): Drawing | null {
    const legend = inHeader ? this.headerLegend(width) : null;
    const bars = cells[0] ? barsKey(this.make, cells[0].plot, width - 2 * INDENT) : null;
    return legend && bars ? below(this.make, legend, bars) : (legend ?? bars);
  }

  private headerLegend(width: number): Drawing | null {
    const [options] = this.legends;
    return options ? this.legend(options, width - 2 * INDENT) : null;
  }

  private readonly scale = (name: "x" | "y"): PositionScale | undefined =>
    this.svg.scale?.(name) as unknown as PositionScale | undefined;

  /** The name that the caller gave to the scale of a channel. */
  private readonly label = (channel: string): string | null => {
    const scale = { fill: "color", stroke: "color" }[channel] ?? channel;
    const given = /^(x|y|color)$/.test(scale) ? this.mosaic.getAttribute(`${scale}Label`) : null;
    return typeof given === "string" ? oneLine(given) : null;
  };

  /** The drawing with what stands over it; `number` is null for a plot that does not answer. */
  private group(svg: SVGSVGElement, frame: Box, number: number | null, around: Node[]): SVGElement {
    const { make } = this;
    const { attributes, background } = groupAttributes(this.planned.own);
    const { width, height } = sizeOf(svg);
    const back = background ? [make("rect", { width: px(width), height: px(height), fill: background })] : [];
    const look = { fill: "currentColor", "text-anchor": "middle", ...attributes };
    const inner = this.isInPlace ? withLook(this.mosaic.element, look) : make("g", look, ...this.nodesOf(svg));
    const hits = number === null ? [] : [hitArea(make, frame, this.isTaken)];
    const about = number === null ? {} : { "data-plot": number };
    return make("g", about, ...back, inner, ...around, ...this.title(frame, width), ...hits);
  }

  /** What Plot drew, once taken out of its svg. */
  private nodesOf(svg: SVGSVGElement): Node[] {
    if (this.drawing?.svg !== svg) this.drawing = { svg, nodes: [...svg.childNodes] };
    return this.drawing.nodes;
  }

  /** The drawing of Plot as it is now. */
  get drawnSvg(): SVGSVGElement {
    return this.svg;
  }

  private get isInPlace(): boolean {
    return this.mosaic.element.localName === "g";
  }

  /** Whether interactors hear the pointer first. */
  get isTaken(): boolean {
    return this.isInPlace && isHearing(this.mosaic);
  }

  private title(frame: Box, width: number): SVGElement[] {
    const { title } = this.planned;
    if (!title) return [];
    const transform = `translate(${px(titleStart(title, frame, width))},${TITLE_TOP})`;
    return [this.make("g", { transform }, ...title.nodes)];
  }

  private frame(): Box {
    const margin = (name: string): number => Number(this.mosaic.getAttribute(name) ?? 0);
    const { width, height } = sizeOf(this.svg);
    const [x, y] = [margin("marginLeft"), margin("marginTop")];
    return { x, y, width: width - x - margin("marginRight"), height: height - y - margin("marginBottom") };
  }

  /** A legend of a plot in a room so wide: of this one, or of that which it names. */
  private legend(options: LegendNotes, width: number): Drawing | null {
    const of = options.forPlot === undefined ? this : (this.named(options.forPlot) ?? this);
    return of.legendOf(options, width);
  }

  /** A legend of this plot, wherever it stands. */
  legendOf(options: LegendNotes, width = this.frameNow.width): Drawing | null {
    const { make, mosaic, warn, svg } = this;
    const cells = this.answering.filter(isCells);
    const scale = (name: string): PlotScale | undefined => svg.scale?.(name);
    const nodes = (): Node[] => this.nodesOf(svg);
    return legendDrawing(
      { make, mosaic, cells, scale, warn, nodes },
      options,
      width,
      this.selecting.get(options) ?? null,
    );
  }

  private get frameNow(): Box {
    return this.answering.find(isCells)?.plot.area ?? this.frame();
  }

  get name(): string | undefined {
    return this.planned.own.name;
  }

  /** Legends that stand around it, of whichever plot. */
  get legends(): readonly LegendNotes[] {
    return this.planned.notes.legends ?? [];
  }

  /** What a legend shows of a scale, as text that differs where the legend would. */
  scaleText(name: string): string {
    return JSON.stringify(this.svg.scale?.(name)) ?? "";
  }
}
