/** Ticks of an axis as they are drawn. */
import type { Measure } from "../shared/ticks";
import type { Map1 } from "./geometry";

/** A tick to draw: its place, and its text where it is a label. */
export interface Tick {
  at: number;
  text: string;
}

/** The ticks that a view asks for. */
export type Choose = (map: Map1, measure: Measure) => Tick[];
