/** Paints the visible cells anew: rectangles while they are few, else pixels that match the screen's own. */
import type { Bands } from "../shared/bands";
import { isBlended } from "../shared/cover";
import { levelFor } from "../shared/levels";
import type { Box, CellPlot } from "../shared/payload";
import { schemeOf } from "../shared/protocol";
import { raster } from "../shared/raster";
import { rects, RECTS_UP_TO } from "../shared/rects";
import { formOf, type SignForm } from "../shared/sample";
import { TINY } from "../shared/states";
import { html, set, svg, whenIdle } from "./dom";
import { later } from "./second";
import { originOf } from "./geometry";

export interface Bands2 {
  x: Bands;
  y: Bands;
}

/** Pixels of a user unit in the image of the static picture. */
const STATIC_SCALE = 2;

/** Visible cells that are drawn as rectangles when a raster is zoomed. */
const FEW = 1500;

/** A paint that takes longer, in milliseconds, waits for the end of a gesture. */
const QUICK = 12;

const counts = (plot: CellPlot, { x, y }: Bands2): number =>
  Math.min(plot.x.labels.length, plot.area.width / x.step) * Math.min(plot.y.labels.length, plot.area.height / y.step);

const asRects = (plot: CellPlot, bands: Bands2): boolean =>
  plot.paint === "rects"
    ? counts(plot, bands) <= RECTS_UP_TO
    : Math.min(bands.x.step, bands.y.step) >= TINY && counts(plot, bands) <= FEW;

/** The area, its edges moved to edges of pixels; `scale` is the number of pixels of a user unit. */
function snapped(root: SVGSVGElement, area: Box, scale: number): Box {
  const m = root.getScreenCTM()!;
  const edge = (at: number, shift: number): number => Math.round((at + shift) * scale) / scale - shift;
  const x = edge(area.x, m.e / m.a);
  const y = edge(area.y, m.f / m.d);
  return { x, y, width: edge(area.x + area.width, m.e / m.a) - x, height: edge(area.y + area.height, m.f / m.d) - y };
}

function pixels(plot: CellPlot, bands: Bands2, box: Box, scale: number): SVGElement {
  const { width, height, rgba } = raster(plot, scale, bands.x, bands.y, box);
  const canvas = html("canvas", { width, height });
  canvas
    .getContext("2d", { willReadFrequently: true })!
    .putImageData(new ImageData(rgba as Uint8ClampedArray<ArrayBuffer>, width, height), 0, 0);
  Object.assign(canvas.style, {
    display: "block",
    width: `${box.width}px`,
    height: `${box.height}px`,
    imageRendering: "pixelated",
  });
  return svg("foreignObject", { ...box, ...schemeOf(plot.color.own) }, canvas);
}

/** The group of cells of one plot. */
export class Painter {
  readonly #root: SVGSVGElement;
  readonly #group: Element;
  readonly #plot: CellPlot;
  #last: Bands2 | null = null;
  #cost = 0;
  /** How the states are shown that are drawn. */
  form: SignForm | null = null;
  /** Whether pixels show the mean of several cells. */
  isBlended = false;
  #layer: SVGElement | null = null;
  #painted = STATIC_SCALE;

  constructor(root: SVGSVGElement, group: Element, plot: CellPlot) {
    this.#root = root;
    this.#group = group;
    this.#plot = plot;
    if (plot.paint === "raster") whenIdle(() => this.#prepare());
  }

  /** Shows an image of all cells instead, if pixels are to be painted. */
  hold(image: Element): boolean {
    if (this.#plot.paint === "rects") return false;
    const origin = originOf(this.#group, this.#root);
    const { x, y, width, height } = this.#plot.area;
    set(image, { x: x - origin.x, y: y - origin.y, width, height });
    this.#group.replaceChildren(image);
    return true;
  }

  /** Makes the sums that the first frame of a zoom would wait for. */
  #prepare(): void {
    const { x, y } = this.#plot;
    if (this.#root.getScreenCTM()) levelFor(this.#plot, 1 / (Math.min(x.step, y.step) * this.#scale));
  }

  get #scale(): number {
    return this.#root.getScreenCTM()!.a * devicePixelRatio;
  }

  /** Whether the pixels on screen are not those of the cells. */
  isBlurred(): boolean {
    if (this.#plot.paint === "rects" || !this.#root.getScreenCTM()) return false;
    return Math.abs(this.#painted - this.#scale) > 1e-3;
  }

  /** Draws the bands, or only moves what is drawn when drawing is slow. True when the drawing is final. */
  paint(bands: Bands2, moving: boolean): boolean {
    if (moving && this.#last && this.#layer && this.#cost > QUICK) {
      this.#move(this.#layer, this.#last, bands);
      return false;
    }
    const from = performance.now();
    this.#draw(bands);
    this.#cost = performance.now() - from;
    return true;
  }

  #move(layer: SVGElement, from: Bands2, to: Bands2): void {
    const a = to.x.step / from.x.step;
    const d = to.y.step / from.y.step;
    set(layer, {
      transform: `matrix(${a} 0 0 ${d} ${to.x.start - a * from.x.start} ${to.y.start - d * from.y.start})`,
    });
  }

  #draw(bands: Bands2): void {
    const root = this.#root;
    const { area } = this.#plot;
    const { plot, ...shown } = later().shownAt(this.#plot, bands.x, bands.y);
    const few = asRects(plot, shown);
    this.form = formOf(plot, !few, shown.x, shown.y);
    const scale = this.#scale;
    this.isBlended = !few && isBlended(shown.x, shown.y, scale);
    const box = few ? { ...area } : snapped(root, area, scale);
    const layer = svg("g");
    if (few) layer.innerHTML = rects(plot, shown.x, shown.y, box);
    else layer.append(pixels(plot, shown, box, scale));
    const origin = originOf(this.#group, root);
    const { x, y, width, height } = box;
    const clip = svg(
      "svg",
      { x: x - origin.x, y: y - origin.y, width, height, viewBox: `${x} ${y} ${width} ${height}`, overflow: "hidden" },
      layer,
    );
    this.#group.replaceChildren(clip);
    this.#last = bands;
    this.#layer = layer;
    this.#painted = scale;
  }
}
