/** The one Mosaic world of a picture: a coordinator, the params, and an API whose `cell` is ours. */
import { Coordinator } from "@uwdata/mosaic-core";
import { astToDOM, parseSpec } from "@uwdata/mosaic-spec";
import { createAPIContext } from "@uwdata/vgplot";
import { askAnewFiltered } from "./anew";
import { followingBin } from "./bins";
import { keepApart } from "./apart";
import { CellMark, type Encodings } from "./cell/mark";
import { withSoundGrids } from "./grids";
import { groupByExpressions, type GroupingMark } from "./grouped";
import { colourAlike } from "./cell/lookalike";
import { highlighting } from "./highlight";
import { INTERACTORS, withNames } from "./interactors";
import { centring, NEAREST } from "./nearest";
import type { LegendNotes } from "../shared/sidecar";
import { withInsideImages } from "./images";
import type { Control, Given } from "./inputs/control";
import { controlOf } from "./inputs/index";
import { INPUTS } from "./inputs/names";
import { LegendControl } from "./legend/selecting";
import { Watched, type WatchableMark } from "./points/watch";
import { dateDomains, plainTimes } from "./dated";
import { withExclusions } from "./frames";
import { orderClauses } from "./clauses";
import { inPlace } from "./inplace";
import { see } from "./lost/seen";
import { mended } from "./mended";
import type { Plan } from "./plan";
import { given, leave } from "./sharing";
import { settle, widened, type Chosen } from "./rooms";
import { plainSingles } from "./single";
import { tellOf } from "./telling";
import { withExpressions } from "./table/expressions";
import type { World } from "./world";

/** A plot as Mosaic keeps it. */
export interface MosaicPlot {
  element: Element;
  synch: { promise: Promise<void>; resolve(): void };
  pendingRender?: boolean;
  render(): Promise<void>;
  marks: object[];
  interactors: { init(svg: SVGSVGElement): void }[];
  getAttribute(name: string): unknown;
  setAttribute(name: string, value: unknown, options: { silent: boolean }): unknown;
  /** Draws it once all its marks are answered. */
  update(): unknown;
  /** As `render`, but what fails is the caller's. */
  draw(): Promise<void>;
}

/** What Mosaic made of a picture. */
export interface MosaicPicture {
  coordinator: Coordinator;
  element: Element;
  /** In the order of the spec. */
  plots: MosaicPlot[];
  /** Inputs and legends that select, in the order of their numbers. */
  controls: Control[];
  /** Those of legends. */
  selecting: Map<LegendNotes, LegendControl>;
  /** Marks that answer by points. */
  watched: Map<object, Watched>;
  params: Map<string, { value: unknown; update(value: unknown): unknown }>;
}

type Call = (this: unknown, ...args: never[]) => unknown;
type Api = ReturnType<typeof createAPIContext>;

/** Questions are the same each time: none is put together with others, none is answered ahead. */
const ASK_AS_IS = { logger: null, cache: false, consolidate: false, preagg: { enabled: false } };

/** What a mark's function gives: it adds the mark to a plot. */
type Directive = (plot: Pick<MosaicPlot, "marks">) => void;

/** The function of a mark, whose marks are watched where the plan says so; marks without data have options alone. */
function watching(make: Call, { points }: Plan, world: World, watched: MosaicPicture["watched"]): Call {
  return function (this: unknown, ...given: unknown[]) {
    const { watch, ...options } = given[given.length - 1] as { watch?: number };
    if (watch === undefined) return make.apply(this, given as never[]);
    const directive = make.apply(this, [...given.slice(0, -1), options] as never[]) as Directive;
    return (plot: Pick<MosaicPlot, "marks">): void => {
      directive(plot);
      const mark = plot.marks[plot.marks.length - 1] as WatchableMark;
      watched.set(mark, new Watched(mark, points[watch], world));
    };
  };
}

/** The function of a mark that the plan may give further ways: texts that move apart, groups by expressions. */
function withWays(make: Call): Call {
  return function (this: unknown, ...given: unknown[]) {
    const { apart, grouped, ...options } = given[given.length - 1] as { apart?: true; grouped?: true };
    const directive = make.apply(this, [...given.slice(0, -1), options] as never[]) as Directive;
    if (!apart && !grouped) return directive;
    return (plot: Pick<MosaicPlot, "marks">): void => {
      directive(plot);
      const mark = plot.marks[plot.marks.length - 1];
      if (apart) keepApart(mark as WatchableMark);
      if (grouped) groupByExpressions(mark as GroupingMark);
    };
  };
}

type Made = Pick<MosaicPicture, "plots" | "controls" | "watched">;

/** The function of an input, which is a control of ours without a document. */
function inputting(name: string, coordinator: Coordinator, world: World, controls: Control[]): Call {
  return (given: Record<string, unknown>): Element => {
    const control = controlOf(name, given, world);
    controls[control.number] = control;
    coordinator.connect(control);
    return world.document.createElement("div");
  };
}

function apiOf(coordinator: Coordinator, plan: Plan, world: World, { plots, controls, watched }: Made): Api {
  const { cells, points } = plan;
  const own = createAPIContext({ coordinator } as never) as unknown as Record<string, Call>;
  const api: Record<string, Call> = { ...own, ...mended };
  for (const mark of plan.ways) api[mark] = withWays(api[mark]);
  api.image = withInsideImages(api.image, world.warn);
  for (const mark of new Set(points.map((wish) => wish.mark))) api[mark] = watching(api[mark], plan, world, watched);
  for (const name of INTERACTORS) api[name] = withNames(api[name]);
  for (const name of NEAREST) api[name] = centring(api[name]);
  api.highlight = highlighting(api.highlight);
  api.bin = followingBin(api.bin as never) as never;
  for (const name of INPUTS) api[name] = inputting(name, coordinator, world, controls);
  const cell = (source: never, encodings: Encodings & { stash?: number }): unknown => {
    if (encodings?.stash === undefined) return api.cell(source, encodings as never);
    const { stash, ...rest } = encodings;
    return (plot: { addMark(mark: unknown): void }) => plot.addMark(new CellMark(source, rest, cells[stash]));
  };
  function plot(this: unknown, ...directives: never[]): unknown {
    const { value } = api.plot.apply(this, directives) as { value: MosaicPlot };
    if (world.interactive) inPlace(value, world.document);
    plots.push(value);
    return value.element;
  }
  return { ...api, cell, plot } as never;
}

/** The controls of legends that select; each takes its place among the others. */
function legendControls(
  plan: Plan,
  world: World,
  made: Made,
  params: Map<string, Given["as"]>,
): MosaicPicture["selecting"] {
  const legends = plan.selecting.map(({ notes, number, plot }): [LegendNotes, LegendControl] => {
    const at = typeof plot === "number" ? plot : plan.plots.findIndex(({ own }) => own.name === plot);
    const given = { number, as: params.get(notes.target!.slice(1))!, field: notes.field, label: notes.label };
    return [notes, new LegendControl(given, world, notes.legend, made.plots[at])];
  });
  for (const [, control] of legends) made.controls[control.number] = control;
  return new Map(legends);
}

/** The host hears of errors while a plot is drawn, and `drawn` of every drawing; a plot is drawn once its margins hold
 * their labels. One that cannot be drawn holds nobody up. */
function watch(plot: MosaicPlot, chosen: Chosen | null, fail: World["fail"], drawn: (plot: MosaicPlot) => void): void {
  const render = plot.render.bind(plot);
  const renderPlain = async ({ attributes, hasLookalikes }: Chosen): Promise<void> => {
    if (hasLookalikes) colourAlike(plot, attributes);
    dateDomains(plot);
    await render();
    plainTimes(plot);
    plainSingles(plot, attributes);
  };
  plot.draw = async () => {
    if (!chosen) return render();
    const { synch } = plot;
    synch.resolve = () => {};
    await renderPlain(chosen);
    if (widened(plot, chosen)) await renderPlain(chosen);
    settle(plot, chosen);
    delete (synch as { resolve?: unknown }).resolve;
    synch.resolve();
  };
  plot.render = () =>
    plot
      .draw()
      .then(() => drawn(plot))
      .catch((error: unknown) => {
        fail(error);
        delete (plot.synch as { resolve?: unknown }).resolve;
        plot.synch.resolve();
      });
}

/** Mosaic keeps what it is not answered to itself, too; what was asked ahead is asked again another way. */
const telling = ({ connector, fail }: World): World["connector"] => ({
  query: (request) =>
    connector.query(request).catch((error: unknown) => {
      if (!request.ahead && request.type !== "exec") fail(error);
      throw error;
    }),
});

/** Starts the world of a plan; its plots are drawn when their `synch` promises are kept, and again on changes. */
export async function start(plan: Plan, world: World, drawn: (plot: MosaicPlot) => void): Promise<MosaicPicture> {
  const coordinator = new Coordinator(telling(world) as never, ASK_AS_IS as never);
  askAnewFiltered(coordinator);
  const made: Made = { plots: [], controls: [], watched: new Map() };
  const ast = withExpressions(parseSpec(withExclusions(plan.spec) as never, { inputs: INPUTS }));
  const known = given(world);
  const opened = astToDOM(ast, { api: apiOf(coordinator, plan, world, made), params: known as never });
  leave(world, known, (plan.spec.params ?? {}) as Record<string, unknown>);
  const { element, params } = await opened;
  orderClauses((params as Map<string, unknown>).values());
  made.plots.forEach((plot, i) => watch(plot, plan.plots[i].chosen, world.fail, drawn));
  made.plots.forEach((plot, at) => {
    const tell = (error: unknown): void => (world.failPlot ? world.failPlot(at, error) : world.fail(error));
    plot.marks.forEach(withSoundGrids);
    plot.marks.filter((mark) => !(mark instanceof CellMark)).forEach(see);
    tellOf(plot, tell);
  });
  const selecting = legendControls(plan, world, made, params as never);
  return { coordinator, element: element as Element, params: params as never, selecting, ...made };
}
