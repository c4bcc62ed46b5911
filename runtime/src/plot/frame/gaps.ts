/** Gaps between blocks of bands, and ticks that Plot has placed without them. */
import { bandAt, centre, withoutGaps, type Bands } from "../../shared/bands";
import type { BandAxis, CellPlot } from "../../shared/payload";
import { tickLabelsOf, ticksOf } from "../../shared/protocol";
import { TRANSLATE, translation } from "../../shared/translate";

function moveTick(element: Element, way: "x" | "y", by: number): void {
  const { x, y } = translation(element);
  const moved = way === "x" ? `translate(${x + by},${y})` : `translate(${x},${y + by})`;
  element.setAttribute("transform", (element.getAttribute("transform") ?? "").replace(TRANSLATE, moved));
}

/** Bands that Plot knows, with their numbers among all; null where it knows all. */
export type Labelled = Record<"x" | "y", { numbers: number[]; bands: Bands } | null>;

/** Moves a group of ticks to the bands that they belong to. */
function moveTicks(group: Element, way: "x" | "y", axis: BandAxis, labelled: Labelled["x"]): void {
  const plain = labelled ? labelled.bands : withoutGaps(axis);
  const at = (element: Element): number => translation(element)[way];
  for (const tick of group.children) {
    const band = bandAt(plain, at(group) + at(tick));
    moveTick(tick, way, centre(axis, labelled ? labelled.numbers[band] : band) - centre(plain, band));
  }
}

/** Leaves one tick of each group: a page draws the others where the caller does not write them. */
export function dropTicks(svg: Element, isWritten: (way: "x" | "y") => boolean): void {
  for (const way of ["x", "y"] as const)
    for (const label of isWritten(way) ? [] : [ticksOf(way), tickLabelsOf(way)])
      for (const group of svg.querySelectorAll(`g[aria-label="${label}"]`))
        while (group.children.length > 1) group.lastElementChild!.remove();
}

/** Moves Plot's ticks to bands with gaps, and hides those that other things stand for until a reader zooms. */
export function settleTicks(svg: Element, plot: CellPlot, labelled: Labelled): void {
  for (const way of ["x", "y"] as const) {
    const axis = plot[way];
    for (const label of [ticksOf(way), tickLabelsOf(way)])
      for (const group of svg.querySelectorAll(`g[aria-label="${label}"]`)) {
        if (axis.gaps || labelled[way]) moveTicks(group, way, axis, labelled[way]);
        if (axis.step < (axis.labelledFrom ?? 0)) group.setAttribute("display", "none");
      }
  }
}
