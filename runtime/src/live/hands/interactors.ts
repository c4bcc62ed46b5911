/** Mosaic's interactors, as far as keys use them. */
import type { PositionScale } from "../../plot/points/axes";

type Pair = [number, number];
export type Corners = [Pair, Pair];

interface Drawn {
  node(): SVGGElement;
  call(act: (...given: never[]) => void, extent: Pair | Corners | null): void;
}

/** One that drags an extent. */
export interface Brushing {
  brush: { extent(): () => Corners; moveSilent(...given: never[]): void };
  g: Drawn;
  channel?: "x" | "y";
  field?: unknown;
  xfield?: unknown;
  yfield?: unknown;
  publish(extent: Pair | Corners | null): void;
}

/** One that moves and zooms the domains of a plot. */
export interface Moving {
  xsel: { update(clause: unknown): void };
  ysel: { update(clause: unknown): void };
  panx: unknown;
  pany: unknown;
  xfield: unknown;
  yfield: unknown;
  xscale: PositionScale;
  yscale: PositionScale;
  clause(domain: unknown, field: unknown, scale: PositionScale): unknown;
  publish(transform: Transform): void;
}

export interface Transform {
  invertX(x: number): number;
  invertY(y: number): number;
}

export const isBrushing = (one: object): one is Brushing => "brush" in one && "publish" in one;
export const isMoving = (one: object): one is Moving => "xsel" in one;
export const isToggling = (one: object): boolean => "listMatch" in one && "fields" in one && !("pointer" in one);
export const isNearing = (one: object): boolean => "maxRadius" in one;
