/** The epoch of a cell that a pointer is at. */
import { exact } from "../shared/format";
import { OK, type CellPlot } from "../shared/payload";
import { epochAt } from "../shared/split";
import { bandsIn, type Maps, type Point, type Way } from "./geometry";

/** "here epoch 2: 0"; empty where a cell does not show its epochs. */
export function partText(
  plot: CellPlot,
  cell: Record<Way, number>,
  place: Point,
  maps: Maps,
  words: readonly string[],
): string {
  const way = plot.sampleAxis;
  const found = epochAt(plot, bandsIn(plot[way], maps[way]), cell, place[way]);
  if (!found) return "";
  const { name, value, state } = found;
  const said = [Number.isFinite(value) ? exact(value) : "", state === OK ? "" : words[state]].filter(Boolean);
  return `here ${name}: ${said.join(", ")}`;
}
