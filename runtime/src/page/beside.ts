/** Tips over what stands beside the cells: names of models, and their means. */
import { bandAt, placeOf } from "../shared/bands";
import type { Box } from "../shared/payload";
import type { Cursor } from "./cursor";
import { on } from "./dom";
import { bandsIn, toClient, toUser, type Point } from "./geometry";
import type { Models, Plot, Thing } from "./plot";
import { lengthOf } from "./view";

const svgOf = ({ hit }: Plot): SVGSVGElement => hit.ownerSVGElement!;

/** The row or column of a model, at a place of the window or where the frame begins. */
function boxOf(plot: Plot, { way, axis }: Models, model: number, client: Point | null): Box {
  const bands = bandsIn(axis, plot.maps[way]);
  const at = { ...plot.area, [way]: placeOf(bands, model), [way === "x" ? "width" : "height"]: bands.bandwidth };
  const box = toClient(svgOf(plot), at);
  if (way === "y") return { ...box, x: client?.x ?? box.x, width: 0 };
  return { ...box, y: client?.y ?? box.y, height: 0 };
}

/** The model beside whose cells a place of the window is. */
function modelAt(plot: Plot, { way, axis }: Models, client: Point): number | null {
  const place = toUser(svgOf(plot), client);
  const isBeside = (at: "x" | "y"): boolean =>
    place[at] >= plot.area[at] && place[at] <= plot.area[at] + lengthOf(plot.area, at);
  if (!isBeside(way) || isBeside(way === "x" ? "y" : "x")) return null;
  const model = bandAt(bandsIn(axis, plot.maps[way]), place[way]);
  return model >= 0 && model < axis.labels.length ? model : null;
}

const modelsIn = (plot: Plot): Models | null => plot.marks.find(({ models }) => models)?.models ?? null;

/** Tells of the model of a thing, for readers who use keys. */
export function tellModel(plot: Plot, { of, i }: Thing, cursor: Cursor): void {
  const { models } = of;
  if (!models) return;
  const model = of.modelOf(i);
  cursor.tell(models.facts(model), boxOf(plot, models, model, null), true);
}

/** Tells of models under the pointer; of several plots, only where it is over a part of this one. */
export function watchModels(plot: Plot, cursor: Cursor): void {
  const svg = svgOf(plot);
  if (!modelsIn(plot)) return;
  const group = plot.hit.closest("[data-plot]")!;
  let told: AbortController | null = null;
  const hush = (): void => {
    told?.abort();
    told = null;
    cursor.hush();
  };
  /** The window is heard only while there is something to hush. */
  const tell = (models: Models, model: number, client: Point): void => {
    if (told === null) {
      told = new AbortController();
      on(window, "scroll", hush, { signal: told.signal, capture: true, passive: true });
    }
    cursor.tell(models.facts(model), boxOf(plot, models, model, client));
  };
  const isOnly = svg.querySelectorAll("[data-plot]").length === 1;
  on(svg, "pointermove", (event) => {
    const target = event.target as Element;
    if (plot.hit.contains(target) || cursor.pinned || event.pointerType === "touch") return;
    const client = { x: event.clientX, y: event.clientY };
    const models = isOnly || group.contains(target) ? modelsIn(plot) : null;
    const model = models && modelAt(plot, models, client);
    if (models && model !== null) tell(models, model, client);
    else hush();
  });
  on(svg, "pointerleave", hush);
}
