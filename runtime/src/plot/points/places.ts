/** Where the elements lie that Plot has drawn, one for each thing. */
import type { PointFacts } from "../../shared/payload";
import { FONT_SIZE, textWidth } from "../text";
import { drawnIn, inherited } from "./elements";
import { boxAround, runsOf, type Run } from "./paths";

/** Left, top, right and bottom, or the ends of a line. */
export type Corners = [number, number, number, number];

/** A thing as it is drawn, in units of the plot's svg. */
export interface Place {
  corners: Corners;
  shape: PointFacts["shape"];
  /** Where it stands when it keeps its size in a zoom. */
  anchor: [number, number] | null;
  /** Its outline, where the corners do not tell it, and whether it is filled. */
  outline?: Run[];
  isFilled?: boolean;
}

/** Height and depth of letters, in font sizes. */
const ASCENT = 0.78;
const DESCENT = 0.22;
const DOT = 3;
const TRANSLATE = /translate\(\s*([-+.\de]+)(?:[\s,]+([-+.\de]+))?\s*\)/;
const ROTATE = /rotate\(\s*([-+.\de]+)\s*\)/;

const numberOf = (element: Element, name: string): number => parseFloat(element.getAttribute(name) ?? "0") || 0;

function translation(element: Element): [number, number] {
  const found = TRANSLATE.exec(element.getAttribute("transform") ?? "");
  return [Number(found?.[1] ?? 0), Number(found?.[2] ?? 0)];
}

/** Where the origin of an element lies in the plot's svg; `own` says whether its own translation counts. */
export function originOf(element: Element, own: boolean): [number, number] {
  let [x, y] = own ? translation(element) : [0, 0];
  for (let e = element.parentElement; e && e.localName !== "svg"; e = e.parentElement) {
    const [dx, dy] = translation(e);
    x += dx;
    y += dy;
  }
  return [x, y];
}

export function shifted([x1, y1, x2, y2]: Corners, [dx, dy]: [number, number]): Corners {
  return [x1 + dx, y1 + dy, x2 + dx, y2 + dy];
}

/** The box around a box that is turned about the origin. */
function turned([x1, y1, x2, y2]: Corners, degrees: number): Corners {
  if (!degrees) return [x1, y1, x2, y2];
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const corners = [x1, x2].flatMap((x) => [y1, y2].map((y) => [x * cos - y * sin, x * sin + y * cos]));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Lines of a text: each in a tspan, or the text itself. */
const linesOf = (element: Element): string[] => {
  const spans = Array.from(element.children).filter(({ localName }) => localName === "tspan");
  return spans.length ? spans.map(({ textContent }) => textContent ?? "") : [element.textContent ?? ""];
};

/** Baseline of a text's first line, in font sizes. */
const baseline = (element: Element): number =>
  parseFloat((element.firstElementChild ?? element).getAttribute("y") ?? "0") || 0;

function textPlace(element: Element): Place {
  const size = parseFloat(inherited(element, "font-size") ?? "") || FONT_SIZE;
  const weight = /^(bold|[6-9]00)/.test(inherited(element, "font-weight") ?? "") ? 700 : 400;
  const lines = linesOf(element);
  const width = Math.max(...lines.map((line) => textWidth(line, size, weight)));
  const align = { start: 0, end: 1 }[inherited(element, "text-anchor") ?? ""] ?? 0.5;
  const top = (baseline(element) - ASCENT) * size;
  const bottom = top + (lines.length - 1 + ASCENT + DESCENT) * size;
  const degrees = Number(ROTATE.exec(element.getAttribute("transform") ?? "")?.[1] ?? 0);
  const anchor = originOf(element, true);
  const box: Corners = [-width * align, top, width * (1 - align), bottom];
  return { corners: shifted(turned(box, degrees), anchor), shape: "box", anchor };
}

function boxPlace(element: Element): Place {
  const [x, y] = [numberOf(element, "x"), numberOf(element, "y")];
  const box: Corners = [x, y, x + numberOf(element, "width"), y + numberOf(element, "height")];
  return { corners: shifted(box, originOf(element, true)), shape: "box", anchor: null };
}

function linePlace(element: Element): Place {
  const ends = ["x1", "y1", "x2", "y2"].map((name) => numberOf(element, name)) as Corners;
  return { corners: shifted(ends, originOf(element, true)), shape: "segment", anchor: null };
}

function dotPlace(element: Element): Place {
  const r = numberOf(element, "r");
  const [dx, dy] = originOf(element, true);
  const [x, y] = [dx + numberOf(element, "cx"), dy + numberOf(element, "cy")];
  return { corners: [x - r, y - r, x + r, y + r], shape: "point", anchor: [x, y] };
}

/** Symbols of dots stand around their place, and reach as far from it to each side. */
function symbolPlace(runs: Run[] | null, [x, y]: [number, number]): Place {
  const r = runs ? Math.max(...boxAround(runs).map(Math.abs)) : DOT;
  return { corners: [x - r, y - r, x + r, y + r], shape: "point", anchor: [x, y] };
}

/** Symbols of dots are moved to their place; rectangles with round corners are paths, too. */
function pathPlace(element: Element): Place | null {
  const origin = originOf(element, true);
  const runs = runsOf(element.getAttribute("d") ?? "");
  if (element.hasAttribute("transform")) return symbolPlace(runs, origin);
  return runs && { corners: shifted(boxAround(runs), origin), shape: "box", anchor: null };
}

const PLACES: Record<string, (element: Element) => Place | null> = {
  rect: boxPlace,
  image: boxPlace,
  text: textPlace,
  line: linePlace,
  circle: dotPlace,
  path: pathPlace,
};

/** The place of a drawn element; null where its form tells none. */
export function placeOf(element: Element): Place | null {
  const shape = drawnIn(element);
  return Object.hasOwn(PLACES, shape.localName) ? PLACES[shape.localName](shape) : null;
}

/** Where a thing lies that has no element of its own, by its scaled channels. */
export function placeAt(group: Element, channel: (name: string) => number | undefined): Place | null {
  const [x, y] = [channel("x") ?? channel("x1"), channel("y") ?? channel("y1")];
  if (x === undefined || y === undefined || !Number.isFinite(x + y)) return null;
  const corners = shifted([x, y, channel("x2") ?? x, channel("y2") ?? y], originOf(group, true));
  return { corners, shape: "point", anchor: null };
}
