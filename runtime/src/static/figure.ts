/** Pictures: plots drawn by Mosaic and Plot, put beside and above each other in one svg. */
import { Coordinator } from "@uwdata/mosaic-core";
import { astToDOM, parseSpec } from "@uwdata/mosaic-spec";
import { createAPIContext } from "@uwdata/vgplot";
import { brief, count, px } from "../shared/format";
import { oneLine } from "../shared/ticks";
import type { Box, CellDetails, CellPlot, Payload, StateCounts } from "../shared/payload";
import { raster, type Raster } from "../shared/raster";
import { hasStrips, rects } from "../shared/rects";
import { CellMark, type CellContext } from "./cell-mark";
import { escape } from "./escape";
import { legendOf, stateKey, type Drawing, type LegendOptions } from "./legend";
import { canonical, type CellExtras } from "./matrix";
import { imageElement } from "./image";
import type { PlotScale } from "./scale";
import { Ids, serialize } from "./svg";
import { coveredByFont, textWidth, wrap } from "./text";

export interface TitleSpec {
  text: string;
  marginTop: number;
  fontSize?: number | null;
  fontFamily?: string | null;
  fontWeight?: number | null;
}

export interface PlotView {
  type: "plot";
  spec: { plot: Record<string, unknown>[] } & Record<string, unknown>;
  title: TitleSpec | null;
  legends: LegendOptions[];
}

export type View =
  | PlotView
  | { type: "hconcat" | "vconcat"; children: View[] }
  | { type: "hspace" | "vspace"; size: number | string };

export interface FigureOptions {
  /** Pixels of a raster for each user unit. */
  scale: number;
  /** The picture goes to a page, which shows links and extra channels. */
  details: boolean;
  /** Prefix of the ids in the svg. */
  idPrefix: string;
  title: string;
  description: string | null;
  metadata: string;
}

export interface Figure {
  svg: string;
  payload: Payload;
  details: (CellDetails | null)[];
  warnings: string[];
  /** Pixels of the images, which the svg names by their number. */
  rasters: Raster[];
  /** Every glyph is in the package's font. */
  covered: boolean;
}

type Connector = { query(request: { type: string; sql: string }): Promise<unknown> };

/** Options of a cell that our own mark draws; with any other one Plot draws it. */
const OWN = new Set(["mark", "data", "x", "y", "fill", "inset", "rx", "ry", "sort", "channels", "tip", "inspect", "ariaLabel", "ariaDescription"]);
const FONT_FAMILY = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif";
const INK = "#1f2937";
const PAPER = "#ffffff";

const isOwn = (mark: Record<string, unknown>): boolean =>
  mark["mark"] === "cell" && ["data", "x", "y", "fill"].every((key) => mark[key] !== undefined && mark[key] !== null) && Object.keys(mark).every((key) => OWN.has(key));

const NO_EXTRAS: CellExtras = { channels: [], sort: null, tip: false, value: null, text: null, error: null, limit: null, link: null, epoch: null, names: {}, sampleAxis: null };

function extrasOf(mark: Record<string, unknown>, details: boolean): CellExtras {
  const inspect = (mark["inspect"] ?? {}) as Partial<CellExtras>;
  const channels = Object.entries((mark["channels"] ?? {}) as Record<string, unknown>);
  const named = (channel: string): string | undefined =>
    channels.find(([, entry]) => canonical(entry) === canonical(mark[channel]))?.[0];
  const shown = channels.filter(([, entry]) => !["x", "y", "fill"].some((c) => canonical(entry) === canonical(mark[c])));
  const names = { x: named("x"), y: named("y"), value: named("fill") };
  return {
    ...NO_EXTRAS,
    ...inspect,
    channels: details ? shown : shown.filter(([name]) => JSON.stringify(mark["sort"] ?? null).includes(JSON.stringify(name).slice(1, -1))),
    link: details ? (inspect.link ?? null) : null,
    names: { ...names, ...inspect.names },
    sort: mark["sort"] ?? null,
    tip: mark["tip"] !== undefined && mark["tip"] !== null && mark["tip"] !== false,
  };
}

interface DrawnPlot extends Drawing {
  plots: { plot: CellPlot; details: CellDetails | null }[];
}

interface LivePlot {
  synch: { promise: Promise<void> };
  render(): Promise<void>;
  marks: unknown[];
  getAttribute(name: string): unknown;
}

const lineHeight = (size: number): number => Math.round(size * 1.25);

export class FigureMaker {
  private readonly warnings: string[] = [];
  private readonly rasters: Raster[] = [];
  private readonly ids: Ids;
  private covered = true;
  private plotCount = 0;

  constructor(private readonly connector: Connector, private readonly options: FigureOptions, private readonly fail: (error: unknown) => void) {
    this.ids = new Ids(options.idPrefix);
  }

  async make(view: View): Promise<Figure> {
    const drawn = await this.draw(view);
    const width = Math.ceil(drawn.width);
    const height = Math.ceil(drawn.height);
    const plots = drawn.plots.map((p) => p.plot);
    const description = this.options.description ?? describe(plots);
    const payload: Payload = { version: 1, title: this.options.title, description, width, height, plots };
    const head = `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escape(this.options.title)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escape(FONT_FAMILY)}" font-size="10" color="${INK}" fill="currentColor">`;
    const about = `<desc>${escape(description)}</desc><metadata>${escape(this.options.metadata)}</metadata>`;
    const paper = `<rect data-part="background" width="${width}" height="${height}" fill="${PAPER}"/>`;
    const svg = `${head}${about}${paper}${drawn.svg}</svg>`;
    this.covered &&= coveredByFont(svg.replace(/<[^>]*>/g, ""));
    return { svg, payload, details: drawn.plots.map((p) => p.details), warnings: this.warnings, rasters: this.rasters, covered: this.covered };
  }

  private async draw(view: View): Promise<DrawnPlot> {
    if (view.type === "plot") return this.drawPlot(view);
    if ("size" in view) {
      const size = typeof view.size === "number" ? view.size : parseFloat(view.size) * (/em$/.test(view.size) ? 16 : 1);
      return { svg: "", width: view.type === "hspace" ? size : 0, height: view.type === "vspace" ? size : 0, plots: [] };
    }
    const children: DrawnPlot[] = [];
    for (const child of view.children) children.push(await this.draw(child));
    return concat(children, view.type === "hconcat");
  }

  private api(contexts: CellContext[]): ReturnType<typeof createAPIContext> {
    const coordinator = new Coordinator(this.connector as never, { logger: null as never, cache: false, consolidate: false, preagg: { enabled: false } } as never);
    const api = createAPIContext({ coordinator } as never) as ReturnType<typeof createAPIContext> & { cell: (...args: unknown[]) => unknown };
    const plain = api.cell as (...args: unknown[]) => unknown;
    const own = (source: never, encodings: { stash?: number }) => (plot: { addMark(mark: unknown): void }) => {
      const { stash, ...rest } = encodings;
      plot.addMark(new CellMark(source, rest as never, contexts[stash!]));
    };
    return { ...api, cell: (source: never, encodings: { stash?: number }) => (encodings?.stash === undefined ? plain(source, encodings) : own(source, encodings)) } as never;
  }

  private async drawPlot(view: PlotView): Promise<DrawnPlot> {
    const { plot: marks, ...attributes } = view.spec;
    const width = Number(attributes["width"] ?? 640);
    const title = view.title ? titleDrawing(view.title, width) : null;
    const given = new Set(Object.keys(attributes));
    const contexts: CellContext[] = [];
    const stashed = marks.map((mark) => {
      if (!isOwn(mark)) return plainMark(mark);
      contexts.push({ extras: extrasOf(mark, this.options.details), given, titleHeight: title?.height ?? 0, warn: (message) => void this.warnings.push(message), fail: this.fail });
      const { channels: _c, sort: _s, tip: _t, inspect: _i, ...rest } = mark;
      return { ...rest, stash: contexts.length - 1 };
    });
    if (title && !contexts.length && !given.has("marginTop")) attributes["marginTop"] = 20 + title.height;
    const ast = parseSpec({ plot: stashed, ...attributes } as never);
    const { element } = await astToDOM(ast, { api: this.api(contexts) });
    const live = (element as unknown as { value: LivePlot }).value;
    const render = live.render.bind(live);
    live.render = () => render().catch(this.fail);
    await live.synch.promise;
    return this.compose(view, element as Element, live, title);
  }

  private compose(view: PlotView, element: Element, live: LivePlot, title: Drawing | null): DrawnPlot {
    const svg = element.querySelector("svg") as SVGSVGElement & { scale(name: string): PlotScale | undefined };
    const figure = svg as unknown as { scale?: (name: string) => PlotScale | undefined };
    const width = Number(svg.getAttribute("width"));
    const height = Number(svg.getAttribute("height"));
    const cells = live.marks.filter((mark): mark is CellMark => mark instanceof CellMark && mark.result !== null);
    const number = this.plotCount;
    cells.forEach(({ result }, i) => (result!.plot.index = number + i));
    this.plotCount += cells.length;
    let next = 0;
    const parts = Array.from(svg.childNodes, (child) =>
      serialize(child, this.ids, (e) => (e.hasAttribute("data-paint") ? this.paint(cells[next++].result!.plot) : null)));
    const frame = cells[0]?.result!.plot.area ?? frameOf(live, width, height);
    const titled = title ? `<g transform="translate(${px(frame.x)},8)">${title.svg}</g>` : "";
    const hits = cells.map(({ result }) => hitArea(result!.plot)).join("");
    const plot = `<g${cells.length ? ` data-plot="${number}"` : ""}><g fill="currentColor" text-anchor="middle">${parts.join("")}</g>${titled}${hits}</g>`;
    const drawn = this.withLegends(view.legends, { svg: plot, width, height }, frame, cells, figure);
    const plots = cells.map(({ result }) => ({ plot: shifted(result!.plot, drawn.dx, drawn.dy), details: result!.details }));
    return { ...drawn, plots };
  }

  private paint(plot: CellPlot): string {
    const inside = plot.paint === "rects" ? rects(plot) : this.image(plot);
    return `<g data-part="paint" aria-label="cell">${inside}</g>`;
  }

  private image(plot: CellPlot): string {
    this.rasters.push(raster(plot, this.options.scale));
    return imageElement(plot, this.rasters.length - 1);
  }

  private withLegends(
    legends: LegendOptions[], plot: Drawing, frame: Box, cells: CellMark[], figure: { scale?: (name: string) => PlotScale | undefined },
  ): Drawing & { dx: number; dy: number } {
    let { svg, width, height } = plot;
    let dx = 0;
    let dy = 0;
    for (const options of legends) {
      const legend = this.legend(options, frame, cells, figure);
      if (!legend) continue;
      if (isInside(options)) {
        const at = anchored(options, legend, frame);
        svg += `<g transform="translate(${px(at.x + dx)},${px(at.y + dy)})">${legend.svg}</g>`;
        continue;
      }
      const side = (options.frameAnchor ?? "bottom").split("-")[0];
      if (side === "left" || side === "right") {
        const x = side === "right" ? width + 10 : 8;
        const shift = side === "left" ? legend.width + 18 : 0;
        svg = `${shift ? `<g transform="translate(${px(shift)},0)">${svg}</g>` : svg}<g transform="translate(${px(x)},${px(frame.y + dy)})">${legend.svg}</g>`;
        dx += shift;
        width += legend.width + 18;
        height = Math.max(height, frame.y + dy + legend.height + 8);
      } else {
        const x = Math.max(8, horizontal(options.frameAnchor ?? "bottom", legend, frame) + dx);
        const shift = side === "top" ? legend.height + 10 : 0;
        const y = side === "top" ? 8 : height + 2;
        svg = `${shift ? `<g transform="translate(0,${px(shift)})">${svg}</g>` : svg}<g transform="translate(${px(x)},${px(y)})">${legend.svg}</g>`;
        dy += shift;
        height += legend.height + 10;
        width = Math.max(width, x + legend.width + 8);
      }
    }
    return { svg, width, height, dx, dy };
  }

  private legend(options: LegendOptions, frame: Box, cells: CellMark[], figure: { scale?: (name: string) => PlotScale | undefined }): Drawing | null {
    const scale = figure.scale?.(options.legend);
    if (!scale) {
      this.warnings.push(`legend: the plot has no ${options.legend} scale, so its legend is left out`);
      return null;
    }
    const plot = cells[0]?.result?.plot;
    const label = options.label !== undefined ? options.label : (scale.label ?? plot?.valueName ?? null);
    const beside = /^(left|right)/.test(options.frameAnchor ?? "") && !isInside(options);
    const ramp = legendOf(scale, options, label, frame.width);
    const room = beside ? ramp.width : frame.width;
    const key = plot && options.legend === "color" ? stateKey(total(cells.map((c) => c.result!.plot.counts)), hasStrips(plot), room) : null;
    return framed(key ? withKey(ramp, key, room) : ramp, options);
  }
}

/** A mark that Plot draws: our own extras are left out. */
function plainMark(mark: Record<string, unknown>): Record<string, unknown> {
  const { inspect: _inspect, ...rest } = mark;
  return rest;
}

function total(counts: StateCounts[]): StateCounts {
  const sum = (name: keyof StateCounts): number => counts.reduce((n, c) => n + c[name], 0);
  return { absent: sum("absent"), unscored: sum("unscored"), limit: sum("limit"), error: sum("error") };
}

function withKey(ramp: Drawing, key: Drawing, room: number): Drawing {
  const fits = ramp.width + 28 + key.width <= room;
  const x = fits ? ramp.width + 28 : 0;
  const y = fits ? Math.max(0, ramp.height - key.height - 8) : ramp.height + 4;
  const svg = `${ramp.svg}<g data-part="legend-key" transform="translate(${px(x)},${px(y)})">${key.svg}</g>`;
  return { svg, width: Math.max(ramp.width, x + key.width), height: Math.max(ramp.height, y + key.height) };
}

function framed(legend: Drawing, options: LegendOptions): Drawing {
  const border = options.border === true || options.border === undefined ? isInside(options) && "#c7ccd4" : options.border;
  const background = options.background === true || options.background === undefined ? isInside(options) && PAPER : options.background;
  const pad = border || background ? 8 : 0;
  const width = legend.width + 2 * pad;
  const height = legend.height + 2 * pad;
  const box = pad
    ? `<rect width="${px(width)}" height="${px(height)}" rx="4" fill="${background ? escape(String(background)) : "none"}"${background === PAPER ? ' data-part="background"' : ""}${border ? ` stroke="${escape(String(border))}"` : ""}/>`
    : "";
  return { svg: `<g data-part="legend">${box}<g transform="translate(${pad},${pad})">${legend.svg}</g></g>`, width, height };
}

const isInside = (o: LegendOptions): boolean => [o.inset, o.insetX, o.insetY].some((inset) => inset !== undefined && inset !== null);

function horizontal(anchor: string, legend: Drawing, frame: Box): number {
  if (/right/.test(anchor)) return frame.x + frame.width - legend.width;
  if (/left/.test(anchor)) return frame.x;
  return frame.x;
}

function anchored(o: LegendOptions, legend: Drawing, frame: Box): { x: number; y: number } {
  const anchor = o.frameAnchor ?? "bottom-right";
  const ix = o.insetX ?? o.inset ?? 0;
  const iy = o.insetY ?? o.inset ?? 0;
  const place = (low: RegExp, high: RegExp, from: number, room: number, size: number, inset: number): number =>
    low.test(anchor) ? from + inset : high.test(anchor) ? from + room - size - inset : from + (room - size) / 2;
  return {
    x: place(/left/, /right/, frame.x, frame.width, legend.width, ix),
    y: place(/top/, /bottom/, frame.y, frame.height, legend.height, iy),
  };
}

function titleDrawing(title: TitleSpec, width: number): Drawing {
  const size = title.fontSize ?? 16;
  const weight = title.fontWeight ?? 600;
  const lines = wrap(oneLine(title.text), width - 40, size, weight);
  const family = title.fontFamily ? ` font-family="${escape(title.fontFamily)}"` : "";
  const texts = lines.map((line, i) => `<text y="${px(size + i * lineHeight(size))}">${escape(line)}</text>`);
  return {
    svg: `<g data-part="title" font-size="${px(size)}" font-weight="${weight}" text-anchor="start"${family}>${texts.join("")}</g>`,
    width: Math.max(0, ...lines.map((line) => textWidth(line, size, weight))),
    height: lines.length * lineHeight(size) + title.marginTop - 8,
  };
}

function frameOf(live: LivePlot, width: number, height: number): Box {
  const margin = (name: string): number => Number(live.getAttribute(name) ?? 0);
  const [x, y] = [margin("marginLeft"), margin("marginTop")];
  return { x, y, width: width - x - margin("marginRight"), height: height - y - margin("marginBottom") };
}

function hitArea({ area }: CellPlot): string {
  return `<rect data-part="cells" x="${px(area.x)}" y="${px(area.y)}" width="${px(area.width)}" height="${px(area.height)}" fill="none" pointer-events="all"/>`;
}

function shifted(plot: CellPlot, dx: number, dy: number): CellPlot {
  return {
    ...plot,
    area: { ...plot.area, x: plot.area.x + dx, y: plot.area.y + dy },
    x: { ...plot.x, start: plot.x.start + dx },
    y: { ...plot.y, start: plot.y.start + dy },
  };
}

function concat(children: DrawnPlot[], across: boolean): DrawnPlot {
  let at = 0;
  const parts: string[] = [];
  const plots: DrawnPlot["plots"] = [];
  for (const child of children) {
    const [dx, dy] = across ? [at, 0] : [0, at];
    if (child.svg) parts.push(`<g transform="translate(${px(dx)},${px(dy)})">${child.svg}</g>`);
    plots.push(...child.plots.map((p) => ({ ...p, plot: shifted(p.plot, dx, dy) })));
    at += across ? child.width : child.height;
  }
  const most = Math.max(0, ...children.map((c) => (across ? c.height : c.width)));
  return { svg: parts.join(""), width: across ? at : most, height: across ? most : at, plots };
}

function describe(plots: CellPlot[]): string {
  return plots
    .map(({ x, y, valueName, color, counts }) => {
      const states = Object.entries(counts).filter(([, n]) => n > 0).map(([name, n]) => `${count(n)} ${name}`);
      return `${count(x.labels.length)} ${x.name} by ${count(y.labels.length)} ${y.name}; colour shows ${valueName} from ${brief(color.low)} to ${brief(color.high)}${states.length ? `; cells: ${states.join(", ")}` : ""}.`;
    })
    .join(" ");
}
