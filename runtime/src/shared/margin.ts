/** The margin beside the models: mean, 95 % interval and number of samples of each, for bands that may be zoomed. */
import { px } from "./format";
import type { Box, Margin, MarginRow } from "./payload";
import { centre, centresIn, type Bands } from "./bands";
import { BARS } from "./diverging";
import { labelled } from "./ticks";

export const MARGIN_FONT = 11;
/** The sign between two that are not separated is read as well as a number. */
const TIE_FONT = 16;
/** Opacity of what is not read first. */
export const QUIET = 0.72;
const QUIET_TEXT = `fill-opacity="${QUIET}"`;
const DOT = 2.75;
const CAP = 3.5;
/** Rows with less room, in user units, get a line without a dot, ends and ties. */
const THIN = 6;
const TIED = 9;
/** Room of a sign of a tie between two means above columns. */
const BETWEEN = 8;

export const HEADS = {
  mean: "mean",
  interval: "95 % interval",
  adjusted: "(adjusted)",
  difference: "difference",
  bars: "loses, wins",
} as const;

/** Heading of means, with the adjusted ones where they stand beside them. */
export const meansHead = ({ adjusted, rows }: Pick<Margin, "adjusted" | "rows">): string =>
  adjusted === null ? meanHead(rows) : `${HEADS.mean} ${HEADS.adjusted}`;

/** Heading of means, or of differences from a baseline. */
export const meanHead = (rows: readonly MarginRow[]): string =>
  rows.some(({ bar }) => bar) ? HEADS.difference : HEADS.mean;

const plainText = (text: string): string => text.replaceAll("<", "&lt;");

const group = (attributes: string, body: string): string => (body ? `<g ${attributes}>${body}</g>` : "");

/** Room for the number beside a bar, in user units, and the thickest bar. */
export const BAR_TEXT = 18;
const THICK = 9;

/** Bars of samples lost and won, from their middle. */
function barsOf(margin: Margin, axis: Bands, area: Box, first: number, last: number): string {
  const { bars, rows, side } = margin;
  if (!bars || side !== "right") return "";
  const [from, to] = [area.x + area.width + bars.from, area.x + area.width + bars.to];
  const [middle, half] = [(from + to) / 2, (to - from) / 2 - BAR_TEXT];
  const thick = Math.min(THICK, axis.step * 0.6);
  const paths = ["", ""];
  let texts = "";
  for (let i = first; i < last; i++) {
    const { bar } = rows[i];
    if (!bar) continue;
    const y = centre(axis, i);
    [bar.losses, bar.wins].forEach((share, k) => {
      const end = middle + (k ? 1 : -1) * Math.max(0.5, share * half);
      paths[k] += `M${px(middle)} ${px(y - thick / 2)}H${px(end)}v${px(thick)}H${px(middle)}z`;
      const place = `x="${px(end + (k ? 4 : -4))}" y="${px(y)}" dy="0.35em" text-anchor="${k ? "start" : "end"}"`;
      if (axis.step >= margin.spacing) texts += `<text ${place}>${bar.texts[k]}</text>`;
    });
  }
  const drawn = paths.map((d, k) => d && `<path d="${d}" fill="${BARS[k]}"/>`).join("");
  return drawn + group(QUIET_TEXT, texts);
}

/** Whether signs of ties have room between bands that lie so far apart. */
export const hasTies = ({ side, tie, spacing }: Margin, { step }: Bands): boolean =>
  tie !== null && step >= (side === "top" ? spacing + BETWEEN : TIED);

/** Places beside the frame: `a` along its edge, `b` away from it. */
interface Side {
  point(a: number, b: number): [number, number];
  line(a: number, b0: number, b1: number): string;
  cap(a: number, b: number, half: number): string;
  anchor: string;
  /** Attributes of a text whose row has its middle at `a`. */
  text(a: number, b: number): string;
}

function sideOf(side: Margin["side"], area: Box): Side {
  const right = area.x + area.width;
  return side === "right"
    ? {
        point: (a, b) => [right + b, a],
        line: (a, b0, b1) => `M${px(right + b0)} ${px(a)}H${px(right + b1)}`,
        cap: (a, b, half) => `M${px(right + b)} ${px(a - half)}v${px(2 * half)}`,
        anchor: "end",
        text: (a, b) => `x="${px(right + b)}" y="${px(a)}" dy="0.35em"`,
      }
    : {
        point: (a, b) => [a, area.y - b],
        line: (a, b0, b1) => `M${px(a)} ${px(area.y - b0)}V${px(area.y - b1)}`,
        cap: (a, b, half) => `M${px(a - half)} ${px(area.y - b)}h${px(2 * half)}`,
        anchor: "middle",
        text: (a, b) => `x="${px(a)}" y="${px(area.y - b)}"`,
      };
}

const circle = ([x, y]: [number, number], r: number): string =>
  `M${px(x - r)} ${px(y)}a${px(r)} ${px(r)} 0 1 0 ${px(2 * r)} 0a${px(r)} ${px(r)} 0 1 0 ${px(-2 * r)} 0z`;

/** The svg children of the group of the margin; models outside the area are left out. */
export function marginRows(margin: Margin, axis: Bands, area: Box): string {
  const { rows, scale } = margin;
  const side = sideOf(margin.side, area);
  const [from, length] = margin.side === "right" ? [area.y, area.height] : [area.x, area.width];
  const [first, last] = centresIn(axis, rows.length, from, length);
  const at = (i: number): number => centre(axis, i);
  const thin = axis.step < THIN;
  const along = (t: number): number => scale!.from + t * (scale!.to - scale!.from);
  const radius = Math.min(DOT, Math.max(0.75, axis.step / 3));
  const cap = Math.min(CAP, axis.step / 4);
  let [lines, dots, rings] = ["", "", ""];
  const every = Math.max(1, Math.floor(1 / axis.step));
  for (let i = first; scale && i < last; i += every) {
    const row = rows[i];
    if (row.low !== null && row.high !== null) {
      lines += side.line(at(i), along(row.low), along(row.high));
      if (!thin) lines += side.cap(at(i), along(row.low), cap) + side.cap(at(i), along(row.high), cap);
    }
    const dot = (t: number | null): string => (t === null ? "" : circle(side.point(at(i), along(t)), radius));
    dots += dot(row.at);
    rings += dot(row.adjustedAt);
  }
  const named = labelled({ labels: [], spacing: margin.spacing }, axis.step, first, last);
  const texts = (b: number | null, textOf: (row: MarginRow) => string): string =>
    b === null
      ? ""
      : named
          .map((i) => textOf(rows[i]) && `<text ${side.text(at(i), b)}>${plainText(textOf(rows[i]))}</text>`)
          .join("");
  const tie = (i: number): string =>
    `<text ${side.text(rows[i].bar ? at(i) : (at(i - 1) + at(i)) / 2, margin.tie!)}>~</text>`;
  let ties = "";
  const isTied = hasTies(margin, axis);
  for (let i = Math.max(first, 1); isTied && i < last; i++) if (rows[i].isTied) ties += tie(i);
  const anchored = `text-anchor="${side.anchor}"`;
  const stroke = `fill="none" stroke="currentColor" stroke-width="${thin ? px(Math.max(0.5, axis.step * 0.5)) : 1.25}"`;
  return (
    barsOf(margin, axis, area, first, last) +
    (lines && `<path d="${lines}" ${stroke} stroke-opacity="${QUIET}"/>`) +
    (rings && `<path d="${rings}" fill="none" stroke="currentColor" stroke-opacity="${QUIET}"/>`) +
    (dots && `<path d="${dots}"/>`) +
    group(
      `${anchored} font-weight="600"`,
      texts(margin.mean, ({ mean }) => mean),
    ) +
    group(
      `${anchored} ${QUIET_TEXT}`,
      texts(margin.adjusted, ({ adjusted }) => adjusted),
    ) +
    group(
      `${anchored} ${QUIET_TEXT}`,
      texts(margin.n, ({ n, isPartial }) => (isPartial ? "" : n)),
    ) +
    group(
      anchored,
      texts(margin.n, ({ n, isPartial }) => (isPartial ? n : "")),
    ) +
    group(`text-anchor="middle" font-size="${px(Math.min(TIE_FONT, axis.step * 0.8))}" font-weight="bold"`, ties)
  );
}
