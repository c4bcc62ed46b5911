/** What stands once for all models of the margin: headings, the scale's numbers and its lines. */
import { px } from "../format";
import { HEADS, MARGIN_FONT, meanHead, meansHead, QUIET } from "../margin";
import type { Box, Margin } from "../payload";
import { asPart } from "../protocol";
import type { Pen } from "../elements";
import type { MeanScale } from "./scale";

/** Distance of headings and of the scale's numbers from the frame. */
const ABOVE = 7;
const BELOW = 14;
/** Opacity of lines behind what is read. */
const FAINT = 0.16;
/** Distance of words to the left of a margin above cells from the frame. */
const BESIDE = 6;

interface Placed {
  x: number;
  y: number;
  text: string;
  anchor: "start" | "middle" | "end";
}

interface Around {
  texts: Placed[];
  lines: string;
}

/** Without the zeros at the end that numbers of rows have. */
const tickText = (scale: MeanScale, value: number): string =>
  scale
    .text(value)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");

/** Headings, from the left; of two that would touch the later one is left out. */
function apart({ width: widthOf }: Pen, texts: Placed[]): Placed[] {
  let end = -Infinity;
  return texts.filter(({ x, text, anchor }) => {
    const width = widthOf(text, MARGIN_FONT);
    const from = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x;
    if (from < end) return false;
    end = from + width + 4;
    return true;
  });
}

/** Room between words and the left edge. */
const EDGE = 4;

/** How the models stand, above their names; where they are columns, their margin says it. */
export function orderHead({ make, width }: Pen, order: string, { side }: Margin, area: Box): SVGElement[] {
  if (!order || side === "top" || width(order, MARGIN_FONT) + BESIDE + EDGE > area.x) return [];
  const place = { x: px(area.x - BESIDE), y: px(area.y - ABOVE), "text-anchor": "end" };
  const look = { "font-size": MARGIN_FONT, fill: "currentColor", "fill-opacity": QUIET };
  return [make("g", { ...asPart("order"), ...look }, make("text", place, order))];
}

function headings(pen: Pen, margin: Margin, area: Box, n: string): Placed[] {
  const right = area.x + area.width;
  const y = area.y - ABOVE;
  const at = (b: number | null, text: string, anchor: Placed["anchor"]): Placed[] =>
    b === null ? [] : [{ x: right + b, y, text, anchor }];
  return apart(pen, [
    ...at(margin.adjusted ?? margin.mean, meansHead(margin), "end"),
    ...at(margin.scale && (margin.scale.from + margin.scale.to) / 2, HEADS.interval, "middle"),
    ...at(margin.bars ? (margin.bars.from + margin.bars.to) / 2 : null, HEADS.bars, "middle"),
    ...at(margin.n, n, "end"),
  ]);
}

/** Words of the headings. */
export interface Heads {
  /** Heading of the numbers of samples. */
  n: string;
  /** How the models stand; empty where that is told elsewhere. */
  order: string;
}

function besideRows(pen: Pen, margin: Margin, scale: MeanScale, area: Box, { n }: Heads): Around {
  const right = area.x + area.width;
  const bottom = area.y + area.height;
  const texts = headings(pen, margin, area, n);
  let lines = "";
  if (margin.scale) {
    const { from, to } = margin.scale;
    const numbers = scale.ticks.map((value): Placed => {
      const x = right + from + scale.at(value) * (to - from);
      lines += `M${px(x)} ${px(area.y)}V${px(bottom + 3)}`;
      return { x, y: bottom + BELOW, text: tickText(scale, value), anchor: "middle" };
    });
    texts.push(...apart(pen, numbers));
  }
  return { texts, lines };
}

function aboveColumns({ width }: Pen, margin: Margin, scale: MeanScale, area: Box, { n, order }: Heads): Around {
  const beside = area.x - BESIDE;
  const at = (b: number | null, text: string): Placed[] =>
    b === null || width(text, MARGIN_FONT) > beside ? [] : [{ x: beside, y: area.y - b, text, anchor: "end" }];
  const text = [`${meanHead(margin.rows)}, ${HEADS.interval}`, order].filter(Boolean).join("; ");
  const head: Placed = { x: area.x, y: area.y - margin.size + MARGIN_FONT, text, anchor: "start" };
  const means = [...at(margin.mean, meanHead(margin.rows)), ...at(margin.adjusted, HEADS.adjusted)];
  const texts = [...(margin.scale ? [head] : []), ...means, ...at(margin.n, n)];
  let lines = "";
  if (margin.scale) {
    const { from, to } = margin.scale;
    for (const value of scale.ticks) {
      const y = area.y - from - scale.at(value) * (to - from);
      lines += `M${px(area.x)} ${px(y)}H${px(area.x + area.width)}`;
      texts.push({ x: beside, y: y + 4, text: tickText(scale, value), anchor: "end" });
    }
  }
  return { texts, lines };
}

/** Room to the left of the frame for the words beside a margin above cells. */
export const headsRoom = ({ width }: Pick<Pen, "width">, n: string): number =>
  Math.ceil(Math.max(...[n, HEADS.mean, HEADS.adjusted].map((text) => width(text, MARGIN_FONT)))) + BESIDE;

/** What stands once beside or above the models. */
export function marginAxis(pen: Pen, margin: Margin, scale: MeanScale, area: Box, heads: Heads): SVGElement {
  const place = margin.side === "right" ? besideRows : aboveColumns;
  const { make } = pen;
  const { texts, lines } = place(pen, margin, scale, area, heads);
  return make(
    "g",
    { ...asPart("margin"), "font-size": MARGIN_FONT, fill: "currentColor" },
    ...(lines ? [make("path", { d: lines, stroke: "currentColor", "stroke-opacity": FAINT, fill: "none" })] : []),
    make(
      "g",
      { "fill-opacity": QUIET },
      ...texts.map(({ x, y, text, anchor }) => make("text", { x: px(x), y: px(y), "text-anchor": anchor }, text)),
    ),
  );
}
