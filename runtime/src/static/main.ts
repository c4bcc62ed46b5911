/** The runtime as a host in Python sees it: JSON in, text and bytes out, queries in between. */
import "./shims";
import { packDetails } from "../shared/details";
import { pack } from "../shared/pack";
import { analysed, type AnalysisRequest } from "./analysis/tables";
import { isChosen, statesOf } from "../plot/inputs/states";
import { draw, type Figure, type FigureRequest } from "./figure";
import { clearCanvases } from "./canvas";
import { clearTasks, runTasks } from "./shims";

interface Waiting {
  bytes: Uint8Array | null;
  resolve(bytes: unknown): void;
  reject(error: Error): void;
}

let nextQuery = 0;
let asked: { id: number; sql: string }[] = [];
const waiting = new Map<number, Waiting>();
let figure: Figure | null = null;
let table: Uint8Array | null = null;
let failure: Error | null = null;

const connector = {
  query: ({ sql }: { sql: string }) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++nextQuery;
      asked.push({ id, sql: String(sql) });
      waiting.set(id, { bytes: null, resolve, reject });
    }),
};

const fail = (error: unknown): void => void (failure ??= error instanceof Error ? error : new Error(String(error)));

function begin(): void {
  asked = [];
  waiting.clear();
  clearTasks();
  clearCanvases();
  figure = null;
  table = null;
  failure = null;
}

const api = {
  /** Begins a picture; `pump` carries it on. */
  start(json: string): void {
    begin();
    draw(JSON.parse(json) as FigureRequest, connector, fail).then((made) => void (figure = made), fail);
  },
  /** Begins an analysis, whose table `pump` carries on to. */
  analyse(json: string): void {
    begin();
    const ask = (sql: string): Promise<Uint8Array> => connector.query({ sql }) as Promise<Uint8Array>;
    analysed(JSON.parse(json) as AnalysisRequest, ask).then((made) => void (table = made), fail);
  },
  /** Runs what is due. Answers the queries to be answered, and whether the picture is done or cannot be. */
  pump(): string {
    const ran = runTasks();
    const queries = asked;
    asked = [];
    return JSON.stringify({
      queries,
      ran,
      done: figure !== null || table !== null,
      error: failure?.message ?? null,
      waiting: waiting.size,
    });
  },
  /** Room for the Arrow bytes of an answer. */
  room(id: number, size: number): ArrayBuffer {
    const buffer = new ArrayBuffer(size);
    waiting.get(id)!.bytes = new Uint8Array(buffer);
    return buffer;
  },
  answer(id: number): void {
    const { bytes, resolve } = waiting.get(id)!;
    waiting.delete(id);
    resolve(bytes!);
  },
  refuse(id: number, message: string): void {
    const { reject } = waiting.get(id)!;
    waiting.delete(id);
    failure ??= new Error(message);
    reject(failure);
  },
  result(): string {
    const { svg, warnings, covered, payload, details } = figure!;
    const rasters = figure!.rasters.map(({ width, height }) => ({ width, height }));
    return JSON.stringify({
      svg,
      warnings,
      covered,
      rasters,
      width: payload.width,
      height: payload.height,
      cells: payload.plots.length,
      details: details.some((d) => d !== null),
    });
  },
  /** How many states each input has; null where they cannot be told one by one. */
  states(): string {
    figure!.picture.rest();
    return JSON.stringify(figure!.picture.controls.map((control) => statesOf(control)?.length ?? null));
  },
  /** Sets inputs to their states by number; `pump` carries the questions on that follow. */
  choose(json: string): void {
    const numbers = JSON.parse(json) as number[];
    figure!.picture.controls.forEach((control, i) => {
      const wanted = statesOf(control)![numbers[i]];
      if (!isChosen(control, wanted)) control.choose(wanted);
    });
  },
  matrix: (): ArrayBuffer => pack(figure!.payload).buffer as ArrayBuffer,
  details: (): ArrayBuffer => packDetails(figure!.details).buffer as ArrayBuffer,
  /** The table of an analysis, as bytes of an Arrow stream. */
  table: (): ArrayBuffer => table!.slice().buffer as ArrayBuffer,
  /** What is told of the picture where it is not seen, as JSON. */
  told: (): string => JSON.stringify(figure!.told()),
  /** What each plot has drawn, in numbers, as JSON. */
  inventory: (): string => JSON.stringify(figure!.inventory()),
  /** What a spec can say of each plot as it is drawn, as JSON. */
  said: (): string => JSON.stringify(figure!.said()),
  /** Red, green, blue and alpha of an image, row by row. */
  raster: (number: number): ArrayBuffer => onPaper(figure!.rasters[number].rgba.buffer as ArrayBuffer),
  forget(): void {
    figure = null;
    table = null;
  },
};

/** Clear pixels in the colour of paper: readers of PDF blend them with their neighbours, where black is seen. */
function onPaper(rgba: ArrayBuffer): ArrayBuffer {
  const pixels = new DataView(rgba);
  for (let at = 0; at < rgba.byteLength; at += 4) if (pixels.getUint32(at) === 0) pixels.setUint32(at, 0xffffff00);
  return rgba;
}

(globalThis as unknown as { inspectViz: typeof api }).inspectViz = api;
