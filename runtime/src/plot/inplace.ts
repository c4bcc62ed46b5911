/** Plots that Mosaic draws anew in their own place of a picture, with the interactors that listen there. */
import { Highlight } from "@uwdata/mosaic-plot";
import { maker } from "../shared/elements";
import { placeFacets } from "./facets";

/** The part of a Mosaic plot that is given another place. */
interface Placed {
  element: Element;
  interactors: { init(svg: SVGSVGElement): void }[];
}

/** Plot's own look, which is the picture's; its style sheet would need a hole in a page's policy. */
const LOOK = ["class", "fill", "font-family", "font-size", "text-anchor"];

/** The whole svg hears the pointer, as an svg of its own in a page does. */
function dress(svg: SVGSVGElement, document: Document): void {
  svg.querySelectorAll(":scope > style").forEach((style) => style.remove());
  for (const name of LOOK) svg.removeAttribute(name);
  svg.setAttribute("overflow", "visible");
  const [width, height] = [svg.getAttribute("width")!, svg.getAttribute("height")!];
  svg.prepend(maker(document)("rect", { width, height, fill: "none", "pointer-events": "all" }));
  svg.getBoundingClientRect = () => boxOf(svg);
  placeFacets(svg);
}

/** Browsers tell the box of what is drawn in an inner svg, Mosaic wants that of the svg itself. */
function boxOf(svg: SVGSVGElement): DOMRect {
  const { a, d, e, f } = svg.getScreenCTM()!;
  return new DOMRect(e, f, a * svg.width.baseVal.value, d * svg.height.baseVal.value);
}

/** Whether interactors of a plot hear the pointer; the first of them is ours, and highlights follow others. */
export const isHearing = ({ interactors }: Placed): boolean =>
  interactors.slice(1).some((interactor) => !(interactor instanceof Highlight));

/** From now on the plot is a group of a picture, in which Mosaic replaces the drawing. */
export function inPlace(plot: Placed, document: Document): void {
  plot.element = Object.assign(maker(document)("g"), { value: plot });
  plot.interactors.unshift({ init: (svg) => dress(svg, document) });
}
