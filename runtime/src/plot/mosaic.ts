/** The one Mosaic world of a picture: a coordinator, the params, and an API whose `cell` is ours. */
import { Coordinator } from "@uwdata/mosaic-core";
import { astToDOM, parseSpec } from "@uwdata/mosaic-spec";
import { createAPIContext } from "@uwdata/vgplot";
import { CellMark, type CellContext, type Encodings } from "./cell/mark";
import type { Plan } from "./plan";
import type { World } from "./world";

/** A plot as Mosaic keeps it. */
export interface MosaicPlot {
  element: Element;
  synch: { promise: Promise<void> };
  render(): Promise<void>;
  marks: unknown[];
  getAttribute(name: string): unknown;
}

/** What Mosaic made of a picture. */
export interface MosaicPicture {
  coordinator: Coordinator;
  element: Element;
  /** In the order of the spec. */
  plots: MosaicPlot[];
  params: Map<string, { value: unknown; update(value: unknown): unknown }>;
}

type Call = (this: unknown, ...args: never[]) => unknown;
type Api = ReturnType<typeof createAPIContext>;

/** Questions are the same each time: none is put together with others, none is answered ahead. */
const ASK_AS_IS = { logger: null, cache: false, consolidate: false, preagg: { enabled: false } };

function apiOf(coordinator: Coordinator, cells: CellContext[], plots: MosaicPlot[]): Api {
  const api = createAPIContext({ coordinator } as never) as unknown as Record<"cell" | "plot", Call>;
  const cell = (source: never, encodings: Encodings & { stash?: number }): unknown => {
    if (encodings?.stash === undefined) return api.cell(source, encodings as never);
    const { stash, ...rest } = encodings;
    return (plot: { addMark(mark: unknown): void }) => plot.addMark(new CellMark(source, rest, cells[stash]));
  };
  function plot(this: unknown, ...directives: never[]): unknown {
    const element = api.plot.apply(this, directives) as Element & { value: MosaicPlot };
    plots.push(element.value);
    return element;
  }
  return { ...api, cell, plot } as never;
}

/** The host hears of errors while a plot is drawn, and `drawn` of every drawing. */
function watch(plot: MosaicPlot, fail: World["fail"], drawn: () => void): void {
  const render = plot.render.bind(plot);
  plot.render = () => render().then(drawn, fail);
}

/** Starts the world of a plan; its plots are drawn when their `synch` promises are kept, and again on changes. */
export async function start(plan: Plan, world: World, drawn: () => void): Promise<MosaicPicture> {
  const coordinator = new Coordinator(world.connector as never, ASK_AS_IS as never);
  const plots: MosaicPlot[] = [];
  const ast = parseSpec(plan.spec as never);
  const { element, params } = await astToDOM(ast, { api: apiOf(coordinator, plan.cells, plots) });
  for (const plot of plots) watch(plot, world.fail, drawn);
  return { coordinator, element: element as Element, plots, params: params as never };
}
