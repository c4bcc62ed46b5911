/** A composed picture in the place of the one before, in the same svg: who holds it need not look again. */
import { clear } from "../page/ready";

/** Leaves what is not part of the picture where it is. */
export function takeOver(root: HTMLElement, svg: SVGSVGElement, composed: SVGElement): void {
  clear(root);
  for (const { name, value } of composed.attributes) svg.setAttribute(name, value);
  svg.replaceChildren(...composed.childNodes);
}
