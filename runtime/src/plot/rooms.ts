/** Margins that hold the labels of axes: Plot has the same for all, and texts that are wider are cut or overlap. */
import { px } from "../shared/format";
import { shorten } from "../shared/ticks";
import { sizeOf } from "./area";
import { areaOf, numbersIn, originOf, type Area } from "./letters";
import { PAPER } from "./place";
import { textWidth } from "./text";

const SIDES = ["Top", "Right", "Bottom", "Left"] as const;
type Side = (typeof SIDES)[number];

/** How much a side lacks, in units. */
export type Lack = Partial<Record<Side, number>>;

const EDGE = 6;
const GAP = 3;
/** Room of a label that is turned along its axis. */
const TURNED = 14;
/** Labels of axes, by the names that Plot gives them. */
const AXES = ["x", "y", "fx", "fy"];

const isTurned = (text: Element): boolean => (numbersIn(text.getAttribute("transform") ?? "", "rotate")[0] || 0) !== 0;

const textsOf = (svg: Element, label: string): Element[] => [...svg.querySelectorAll(`[aria-label="${label}"] text`)];

const isBeside = (one: Area, other: Area): boolean => one.left < other.right + GAP && other.left < one.right + GAP;

/** How far the label of a horizontal axis lies over its ticks' labels, on the side that it has; between two of them it
 * would be read as one. */
function overlap(label: Area, ticks: Area[], height: number): [Side, number] {
  const row = ticks.filter((tick) => label.top > height / 2 === tick.top > height / 2);
  const isAmong = row.some(({ right }) => right <= label.left) && row.some(({ left }) => left >= label.right);
  const near = isAmong ? row : row.filter((tick) => isBeside(label, tick));
  if (label.top > height / 2) return ["Bottom", Math.max(0, ...near.map((tick) => tick.bottom + GAP - label.top))];
  return ["Top", Math.max(0, ...near.map((tick) => label.bottom + GAP - tick.top))];
}

/** What the margins of a drawn plot lack; `font` is the size of text without one of its own. */
export function lackOf(svg: Element, width: number, height: number, font: number): Lack {
  const turned = AXES.flatMap((axis) => textsOf(svg, `${axis}-axis label`)).filter(isTurned);
  const ticks = AXES.flatMap((axis) => textsOf(svg, `${axis}-axis tick label`));
  const level = ticks.filter((text) => !isTurned(text)).map((text) => areaOf(text, font));
  const [before, after] = [turned.some(atLeft(width)), turned.some((text) => !atLeft(width)(text))];
  const lack: Lack = {
    Left: Math.max(0, ...level.map(({ left }) => EDGE + (before ? TURNED : 0) - left)),
    Right: Math.max(0, ...level.map(({ right }) => right + EDGE + (after ? TURNED : 0) - width)),
  };
  for (const axis of AXES)
    for (const text of textsOf(svg, `${axis}-axis label`).filter((found) => !isTurned(found))) {
      const [side, by] = overlap(areaOf(text, font), level, height);
      lack[side] = Math.max(lack[side] ?? 0, by);
    }
  return lack;
}

const atLeft =
  (width: number) =>
  (text: Element): boolean =>
    originOf(text)[0] < width / 2;

/** A plot whose margins can be set. */
interface Plot {
  element: Element;
  getAttribute(name: string): unknown;
  setAttribute(name: string, value: unknown, options: { silent: boolean }): unknown;
}

/** What a caller chose of a plot: names of attributes, and the size of text. */
export interface Chosen {
  attributes: ReadonlySet<string>;
  font: number;
  /** Height of the title above the plot. */
  title: number;
  /** Whether cells of ours are drawn by Plot. */
  hasLookalikes: boolean;
}

/** Widens the margins that nobody chose, for the labels that were drawn; whether the plot is to be drawn again. */
export function widened(plot: Plot, { attributes, font }: Chosen): boolean {
  const svg = plot.element.querySelector("svg");
  if (!svg) return false;
  const { width, height } = sizeOf(svg);
  const lack = lackOf(svg, width, height, font);
  const sides = SIDES.filter((side) => (lack[side] ?? 0) > 0.5 && !attributes.has(`margin${side}`));
  for (const side of sides) {
    const name = `margin${side}`;
    plot.setAttribute(name, Math.ceil(Number(plot.getAttribute(name) ?? 0) + lack[side]!), { silent: true });
  }
  return sides.length > 0;
}

/** A label that is longer than its plot is wide would lie over what stands beside it. */
function fitted(text: Element, room: number, font: number): void {
  const { left, right } = areaOf(text, font);
  if (text.children.length || right - left <= room) return;
  text.textContent = shorten(text.textContent!, room, (words) => textWidth(words, font));
}

/** Labels that Plot writes at the very top stand below the title instead; what refers to the paper gets its colour. */
export function settle(plot: Plot, { font, title }: Chosen): void {
  const svg = plot.element.querySelector("svg");
  if (!svg) return;
  for (const name of ["fill", "stroke"])
    for (const element of svg.querySelectorAll(`[${name}="var(--plot-background)"]`)) element.setAttribute(name, PAPER);
  const labels = AXES.flatMap((axis) => textsOf(svg, `${axis}-axis label`)).filter((text) => !isTurned(text));
  for (const text of labels) fitted(text, sizeOf(svg).width - 2 * EDGE, font);
  if (!title) return;
  for (const text of labels)
    if (areaOf(text, font).top < title) {
      const [x, y] = numbersIn(text.getAttribute("transform") ?? "", "translate");
      text.setAttribute("transform", `translate(${px(x || 0)},${px((y || 0) + title)})`);
    }
}
