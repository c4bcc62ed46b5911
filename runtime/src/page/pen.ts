/** Elements and widths of text in a picture of the page. */
import { maker, type Pen } from "../shared/elements";
import { widthOf } from "./axes";

/** A pen that writes as the picture does. */
export function penIn(svg: SVGSVGElement): Pen {
  const { fontFamily } = getComputedStyle(svg);
  return {
    make: maker(document),
    width: (text, size, weight = 400) => widthOf(`${weight} `, size, fontFamily)(text),
  };
}
