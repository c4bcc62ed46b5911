/** What a cell mark is given, and what it gives. */
import type { CellDetails, CellPlot } from "../../shared/payload";
import type { Surroundings } from "../fit";
import type { Framed } from "../frame/frame";
import type { Labelled } from "../frame/gaps";
import type { World } from "../world";
import type { Siblings } from "./siblings";
import type { CellWish } from "./wish";

export interface Encodings {
  x: unknown;
  y: unknown;
  fill: unknown;
  inset?: number;
  rx?: number;
  ry?: number;
}

/** What the plot around a cell mark gives it. */
export interface CellContext {
  wish: CellWish;
  /** Plot attributes that the caller chose. */
  chosen: ReadonlyMap<string, unknown>;
  /** Those that follow a param or a selection. */
  followed: ReadonlySet<string>;
  around: Surroundings;
  siblings: Siblings;
  /** Whether the plot has no other kind of mark. */
  isAlone: boolean;
  world: World;
}

/** What was drawn, in the plot's own coordinates. */
export interface CellResult {
  plot: CellPlot;
  details: CellDetails | null;
  /** What the view draws around the cells. */
  framed: Framed | null;
  /** Whether a page draws the cells, and what stands beside their bands. */
  isBare: boolean;
  /** The bands that Plot knows. */
  labelled: Labelled;
}
