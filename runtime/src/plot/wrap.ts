/** What stands side by side, in as many rows as a narrow page needs. */
import type { Make } from "../shared/elements";
import { concat, type DrawnPlot } from "./place";

const isSpace = ({ nodes, plots }: DrawnPlot): boolean => !nodes.length && !plots.length;

/** Each row is as full as it can be; what is wider than the room has one of its own, and space begins none. */
function rowsOf(children: DrawnPlot[], room: number): DrawnPlot[][] {
  const rows: DrawnPlot[][] = [];
  let left = -1;
  for (const child of children) {
    if (rows.length && child.width <= left) rows.at(-1)!.push(child);
    else if (rows.length && isSpace(child)) continue;
    else rows.push([child]);
    left = rows.at(-1)!.length === 1 ? room - child.width : left - child.width;
  }
  return rows;
}

/** Side by side, where `room` suffices. */
export function beside(make: Make, children: DrawnPlot[], room: number): DrawnPlot {
  const rows = rowsOf(children, room);
  return rows.length < 2
    ? concat(make, children, true)
    : concat(
        make,
        rows.map((row) => concat(make, row, true)),
        false,
      );
}
