/** Pictures: plots drawn by Mosaic and Plot, put beside and above each other in one svg. */
import { format as formatSpecifier } from "d3-format";
import { Coordinator } from "@uwdata/mosaic-core";
import { astToDOM, parseSpec } from "@uwdata/mosaic-spec";
import { createAPIContext } from "@uwdata/vgplot";
import { px } from "../shared/format";
import type { Box, CellPlot, Payload } from "../shared/payload";
import { raster, type Raster } from "../shared/raster";
import { hasStrips, rects } from "../shared/rects";
import { CellMark, type CellContext } from "./cell-mark";
import { checkPixels } from "./checks";
import { describe } from "./describe";
import { escape } from "./escape";
import { extrasOf, isOwn, plainMark, sorted, type OwnAttributes } from "./extras";
import { imageElement } from "./image";
import { legendOf, stateKey, type Drawing, type LegendOptions, type NumberFormat } from "./legend";
import {
  concat,
  framed,
  isInside,
  PAPER,
  sideOf,
  total,
  withKey,
  withLegend,
  withNote,
  type DrawnPlot,
  type Moved,
} from "./place";
import { plotOf, shifted } from "./plots";
import { plain, problemsDrawing, told } from "./problems";
import type { PlotScale } from "./scale";
import { FONT_FAMILY, fontSize, Ids, plotAttributes, serialize } from "./svg";
import { coveredByFont } from "./text";
import { titleDrawing, titleStart } from "./title";
import type { Figure, FigureOptions, PlotView, View } from "./view";

type Connector = { query(request: { type: string; sql: string }): Promise<unknown> };

const FONT_SIZE = 10;
const INK = "#1f2937";

interface LivePlot {
  synch: { promise: Promise<void> };
  render(): Promise<void>;
  marks: unknown[];
  getAttribute(name: string): unknown;
}

export class FigureMaker {
  private readonly warnings: string[] = [];
  private readonly rasters: Raster[] = [];
  private readonly problems = new Set<string>();
  private readonly ids: Ids;
  private covered = true;
  private plotCount = 0;

  constructor(
    private readonly connector: Connector,
    private readonly options: FigureOptions,
    private readonly fail: (error: unknown) => void,
  ) {
    this.ids = new Ids(options.idPrefix);
  }

  async make(view: View): Promise<Figure> {
    const drawn = await this.draw(view);
    const width = Math.ceil(drawn.width);
    const height = Math.ceil(drawn.height);
    const plots = drawn.plots.map((p) => p.plot);
    const problems = [...this.problems];
    const description = [this.options.description ?? describe(plots), told(problems)].filter(Boolean).join(" ");
    const payload: Payload = {
      version: 2,
      title: this.options.title,
      description,
      width,
      height,
      plots,
      ...(problems.length ? { problems } : {}),
    };
    const head = `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escape(this.options.title)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escape(FONT_FAMILY)}" font-size="10" color="${INK}" fill="currentColor">`;
    const about = `<desc>${escape(description)}</desc><metadata>${escape(this.options.metadata)}</metadata>`;
    const paper = `<rect data-part="background" width="${width}" height="${height}" fill="${PAPER}"/>`;
    const svg = `${head}${about}${paper}${drawn.svg}</svg>`;
    this.covered &&= coveredByFont(svg.replace(/<[^>]*>/g, ""));
    return {
      svg,
      payload,
      details: drawn.plots.flatMap((p) => p.details),
      warnings: this.warnings,
      rasters: this.rasters,
      covered: this.covered,
    };
  }

  private async draw(view: View): Promise<DrawnPlot> {
    if (view.type === "plot") return this.drawPlot(view);
    if ("size" in view) {
      const size = typeof view.size === "number" ? view.size : parseFloat(view.size) * (/em$/.test(view.size) ? 16 : 1);
      return {
        svg: "",
        width: view.type === "hspace" ? size : 0,
        height: view.type === "vspace" ? size : 0,
        plots: [],
      };
    }
    const children: DrawnPlot[] = [];
    for (const child of view.children) children.push(await this.draw(child));
    return concat(children, view.type === "hconcat");
  }

  private api(contexts: CellContext[]): ReturnType<typeof createAPIContext> {
    const coordinator = new Coordinator(
      this.connector as never,
      { logger: null as never, cache: false, consolidate: false, preagg: { enabled: false } } as never,
    );
    const api = createAPIContext({ coordinator } as never) as ReturnType<typeof createAPIContext> & {
      cell: (...args: unknown[]) => unknown;
    };
    const plain = api.cell as (...args: unknown[]) => unknown;
    const own = (source: never, encodings: { stash?: number }) => (plot: { addMark(mark: unknown): void }) => {
      const { stash, ...rest } = encodings;
      plot.addMark(new CellMark(source, rest as never, contexts[stash!]));
    };
    return {
      ...api,
      cell: (source: never, encodings: { stash?: number }) =>
        encodings?.stash === undefined ? plain(source, encodings) : own(source, encodings),
    } as never;
  }

  private async drawPlot(view: PlotView): Promise<DrawnPlot> {
    const { plot: marks, ...all } = view.spec;
    const { own, rest: attributes } = sorted(all);
    const width = Number(attributes["width"] ?? 640);
    const title = view.title ? titleDrawing(view.title, width) : null;
    const given = new Set(Object.keys(attributes));
    const font = fontSize(own.style ?? "") ?? FONT_SIZE;
    const contexts: CellContext[] = [];
    const stashed = marks.map((mark) => {
      if (!isOwn(mark)) return { ...(own.clip === undefined ? {} : { clip: own.clip }), ...plainMark(mark) };
      contexts.push({
        extras: extrasOf(mark, this.options.details),
        given,
        titleHeight: title?.height ?? 0,
        font,
        warn: (message) => void this.warnings.push(message),
        fail: this.fail,
      });
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
    return this.compose(view, own, element as Element, live, title);
  }

  private compose(
    view: PlotView,
    own: OwnAttributes,
    element: Element,
    live: LivePlot,
    title: Drawing | null,
  ): DrawnPlot {
    const svg = element.querySelector("svg") as SVGSVGElement & { scale(name: string): PlotScale | undefined };
    const figure = svg as unknown as { scale?: (name: string) => PlotScale | undefined };
    const width = Number(svg.getAttribute("width"));
    const height = Number(svg.getAttribute("height"));
    const cells = live.marks.filter((mark): mark is CellMark => mark instanceof CellMark && mark.result !== null);
    const number = this.plotCount;
    if (cells.length) this.plotCount++;
    let next = 0;
    const parts = Array.from(svg.childNodes, (child) =>
      serialize(child, this.ids, (e) => (e.hasAttribute("data-paint") ? this.paint(cells[next++].result!.plot) : null)),
    );
    const frame = cells[0]?.result!.plot.area ?? frameOf(live, width, height);
    const titled = title ? `<g transform="translate(${px(titleStart(title, frame, width))},8)">${title.svg}</g>` : "";
    const hits = cells.length ? hitArea(cells[0].result!.plot) : "";
    const { attributes, background } = plotAttributes(own.style ?? "", {
      "aria-label": own.ariaLabel,
      "aria-description": own.ariaDescription,
    });
    const back = background ? `<rect width="${px(width)}" height="${px(height)}" fill="${escape(background)}"/>` : "";
    const plot = `<g${cells.length ? ` data-plot="${number}"` : ""}>${back}<g fill="currentColor" text-anchor="middle"${attributes}>${parts.join("")}</g>${titled}${hits}</g>`;
    let drawn: Moved = { svg: plot, width, height, dx: 0, dy: 0 };
    for (const options of view.legends) {
      const legend = this.legend(options, frame, cells, figure, live);
      if (legend) drawn = withLegend(drawn, legend, options, frame);
    }
    const problems = plain(view.problems ?? []);
    problems.forEach((problem) => this.problems.add(problem));
    if (problems.length) drawn = withNote(drawn, frame, (room) => problemsDrawing(problems, room));
    if (!cells.length) return { ...drawn, plots: [] };
    const answering = plotOf(
      number,
      cells.map(({ result }) => result!.plot),
    );
    const details = cells.map(({ result }) => result!.details);
    return { ...drawn, plots: [{ plot: shifted(answering, drawn.dx, drawn.dy), details }] };
  }

  private paint(plot: CellPlot): string {
    const inside = plot.paint === "rects" ? rects(plot) : this.image(plot);
    return `<g data-part="paint" aria-label="cell">${inside}</g>`;
  }

  private image(plot: CellPlot): string {
    checkPixels(plot.area.width * this.options.scale, plot.area.height * this.options.scale);
    this.rasters.push(raster(plot, this.options.scale));
    return imageElement(plot, this.rasters.length - 1);
  }

  private legend(
    options: LegendOptions,
    frame: Box,
    cells: CellMark[],
    figure: { scale?: (name: string) => PlotScale | undefined },
    live: LivePlot,
  ): Drawing | null {
    const scale = figure.scale?.(options.legend);
    if (!scale) {
      this.warnings.push(`legend: the plot has no ${options.legend} scale, so its legend is left out`);
      return null;
    }
    const plot = cells[0]?.result?.plot;
    const label = options.label !== undefined ? options.label : (scale.label ?? plot?.valueName ?? null);
    const atSide = /left|right/.test(sideOf(options)) && !isInside(options);
    const ramp = legendOf(scale, options, label, frame.width, numberFormat(live));
    const room = atSide ? ramp.width : frame.width;
    const key =
      plot && options.legend === "color"
        ? stateKey(total(cells.map((c) => c.result!.plot.counts)), hasStrips(plot), room)
        : null;
    return framed(key ? withKey(ramp, key, room) : ramp, options);
  }
}

/** The plot's own way of writing colour values: a d3 format, or per cent. */
function numberFormat(live: LivePlot): NumberFormat {
  const given = live.getAttribute("colorTickFormat");
  if (typeof given === "string") return formatSpecifier(given);
  return live.getAttribute("colorPercent") === true ? (value) => `${Number((value * 100).toPrecision(6))}%` : null;
}

function frameOf(live: LivePlot, width: number, height: number): Box {
  const margin = (name: string): number => Number(live.getAttribute(name) ?? 0);
  const [x, y] = [margin("marginLeft"), margin("marginTop")];
  return { x, y, width: width - x - margin("marginRight"), height: height - y - margin("marginBottom") };
}

function hitArea({ area }: CellPlot): string {
  return `<rect data-part="cells" x="${px(area.x)}" y="${px(area.y)}" width="${px(area.width)}" height="${px(area.height)}" fill="none" pointer-events="all"/>`;
}
