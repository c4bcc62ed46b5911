/** Interactors whose columns have names that Mosaic would take for those of params, and params that they set. */
import { isParam, isSelection, type Param } from "@uwdata/mosaic-core";

type Make = (this: unknown, ...given: never[]) => unknown;

/** Those that are told columns. */
export const INTERACTORS = [
  ...["intervalX", "intervalY", "intervalXY", "nearest", "nearestX", "nearestY"],
  ...["pan", "panX", "panY", "panZoom", "panZoomX", "panZoomY"],
];
const NAMES = new Set(["field", "xfield", "yfield"]);

const plain = (value: unknown): unknown => (typeof value === "bigint" ? Number(value) : value);

/** A param for the values of things: where there is no thing it keeps its own. */
const keeping = (param: Param<unknown>): object => ({
  update(value: unknown): void {
    if (value !== undefined) param.update(Array.isArray(value) ? value.map(plain) : plain(value));
  },
});

function given(key: string, value: unknown): unknown {
  if (!isParam(value) || isSelection(value)) return value;
  return NAMES.has(key) ? value.value : key === "as" ? keeping(value as Param<unknown>) : value;
}

type Directive = (plot: { interactors: unknown[] }) => void;

/** Gives functions of interactors, each of which is changed once it is made. */
export const changing =
  <T>(change: (made: T) => void) =>
  (make: Make): Make =>
    function (this: unknown, ...given) {
      const directive = make.apply(this, given) as Directive;
      return (plot: { interactors: unknown[] }): void => {
        directive(plot);
        change(plot.interactors[plot.interactors.length - 1] as T);
      };
    };

/** The function of an interactor: names of columns that came as params are names again. */
export const withNames = (make: Make): Make =>
  function (this: unknown, ...[options, ...rest]) {
    const named = Object.entries((options ?? {}) as Record<string, unknown>).map(([key, value]) => [
      key,
      given(key, value),
    ]);
    return make.apply(this, [Object.fromEntries(named), ...rest] as never[]);
  };
