/** Where the letters of a text that Plot drew lie. */
import { textWidth } from "./text";

export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Height of letters above their base line, and depth below it, in font sizes. */
const [ASCENT, DESCENT] = [0.75, 0.22];

/** Where a line of text begins, seen from its anchor, in widths. */
const STARTS: Record<string, number> = { start: 0, middle: -0.5, end: -1 };

/** The numbers of a part of a transform, such as those of `translate(3,4)`. */
export const numbersIn = (text: string, name: string): number[] =>
  (new RegExp(`${name}\\(([^)]*)\\)`).exec(text)?.[1] ?? "").split(/[ ,]+/).map((part) => Number(part));

/** A value that an element has or takes from those around it; Plot's svg has a look that pictures do not take. */
function inherited(element: Element, name: string): string | null {
  for (let at: Element | null = element; at && at.localName !== "svg"; at = at.parentElement)
    if (at.hasAttribute(name)) return at.getAttribute(name);
  return null;
}

/** Where an element's own zero lies. */
export function originOf(element: Element): [number, number] {
  let [x, y] = [0, 0];
  for (let at: Element | null = element; at && at.localName !== "svg"; at = at.parentElement) {
    const [dx = 0, dy = 0] = numbersIn(at.getAttribute("transform") ?? "", "translate");
    [x, y] = [x + (dx || 0), y + (dy || 0)];
  }
  return [x, y];
}

/** The text of a line, without the whole of what was cut, which stands in a title. */
const shownIn = (line: Element): string =>
  [...line.childNodes]
    .map((part) => ((part as Element).localName === "title" ? "" : (part.textContent ?? "")))
    .join("");

/** The area of a text of one or more lines; `usual` is the size of text without one of its own. */
export function areaOf(text: Element, usual: number): Area {
  const spans = [...text.children].filter((child) => child.localName === "tspan");
  const lines = spans.length ? spans : [text];
  const font = Number(inherited(text, "font-size") ?? usual) || usual;
  const weight = Number(inherited(text, "font-weight")) || 400;
  const width = Math.max(...lines.map((line) => textWidth(shownIn(line), font, weight)));
  const [x, y] = originOf(text);
  const left = x + width * STARTS[inherited(text, "text-anchor") ?? "middle"];
  const base = y + (parseFloat(lines[0].getAttribute("y") ?? "0") || 0) * font;
  const last = base + (lines.length - 1) * font;
  return { left, right: left + width, top: base - ASCENT * font, bottom: last + DESCENT * font };
}
