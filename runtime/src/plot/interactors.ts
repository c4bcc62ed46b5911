/** Interactors whose columns have names that Mosaic would take for those of params. */
import { isParam, isSelection } from "@uwdata/mosaic-core";

type Make = (this: unknown, ...given: never[]) => unknown;

/** Those that are told columns. */
export const INTERACTORS = [
  ...["intervalX", "intervalY", "intervalXY", "nearest", "nearestX", "nearestY"],
  ...["pan", "panX", "panY", "panZoom", "panZoomX", "panZoomY"],
];
const NAMES = new Set(["field", "xfield", "yfield"]);

/** The function of an interactor: names of columns that came as params are names again. */
export const withNames = (make: Make): Make =>
  function (this: unknown, ...[given, ...rest]) {
    const named = Object.entries((given ?? {}) as Record<string, unknown>).map(([key, value]) => {
      const isName = NAMES.has(key) && isParam(value) && !isSelection(value);
      return [key, isName ? value.value : value];
    });
    return make.apply(this, [Object.fromEntries(named), ...rest] as never[]);
  };
