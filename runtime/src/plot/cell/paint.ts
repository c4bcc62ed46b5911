/** The paint of a cell mark: rectangles while cells are few, else one image. */
import type { CellPlot } from "../../shared/payload";
import { asPart, schemeOf } from "../../shared/protocol";
import { raster } from "../../shared/raster";
import { rects } from "../../shared/rects";
import { shownIn } from "../../shared/split";
import { checkPixels } from "./checks";
import { maker } from "../../shared/elements";
import type { World } from "../world";

/** The group of the cells, as Plot puts it among the marks, without any. */
export const ground = ({ document }: World): SVGElement =>
  maker(document)("g", { ...asPart("paint"), "aria-label": "cell" });

/** The group of the cells. */
export function paint(plot: CellPlot, world: World): SVGElement {
  const group = ground(world);
  const shown = shownIn(plot);
  if (plot.paint === "rects") group.innerHTML = rects(shown.plot, shown.x, shown.y);
  else {
    checkPixels(plot.area.width * world.scale, plot.area.height * world.scale);
    const image = world.image(raster(shown.plot, world.scale, shown.x, shown.y), plot.area);
    for (const [name, value] of Object.entries(schemeOf(shown.plot.color.own))) image.setAttribute(name, value);
    group.appendChild(image);
  }
  return group;
}
