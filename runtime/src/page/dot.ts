/** A row behind a cell as a dot. */
import { html } from "./dom";

/** A dot of a colour; "" for a row without a score. */
export function dot(color: string): HTMLElement {
  const element = html("i", color ? {} : { "data-none": "" });
  element.style.backgroundColor = color;
  return element;
}
