/** What the margin beside the models holds in the room that it has. */
import { BAR_TEXT, MARGIN_FONT, meanHead, meansHead } from "../margin";
import type { Margin, MarginRow } from "../payload";
import { barsRoom } from "../margins/bars";
import type { Frame } from "./frame";
import type { Pen } from "../elements";

/** Distance from the frame, and between columns. */
const GAP = 10;
const BESIDE = 4;
const SCALE = 104;
const LEAST_SCALE = 56;
const MOST_SCALE = 200;
const TIE = 18;
const BARS = 32 + 2 * BAR_TEXT;
const LINE = Math.round(MARGIN_FONT * 1.2);
/** Height of the intervals above models that stand in columns. */
const TALL = 52;
const LEAST_TALL = 32;

/** What measures texts. */
type Ruler = Pick<Pen, "width">;

const widest = ({ width }: Ruler, texts: string[], weight = 400): number =>
  texts.reduce((most, text) => Math.max(most, width(text, MARGIN_FONT, weight)), 0);

const widthOf = (
  ruler: Ruler,
  rows: MarginRow[],
  text: (row: MarginRow) => string,
  heading: string,
  weight = 400,
): number => Math.ceil(Math.max(widest(ruler, rows.map(text), weight), ruler.width(heading, MARGIN_FONT)));

/** What a margin may hold. */
interface Wish {
  /** Length of the scale. */
  scale: number;
  hasNumbers: boolean;
  hasAdjusted: boolean;
  /** Samples lost and won against a baseline. */
  hasBars: boolean;
}

/** What gives way first is left out first. */
const wishes = (spare: number): Wish[] => [
  { scale: Math.min(MOST_SCALE, SCALE + Math.max(0, spare)), hasNumbers: true, hasAdjusted: true, hasBars: true },
  { scale: LEAST_SCALE, hasNumbers: true, hasAdjusted: true, hasBars: true },
  { scale: LEAST_SCALE, hasNumbers: true, hasAdjusted: false, hasBars: true },
  { scale: LEAST_SCALE, hasNumbers: false, hasAdjusted: false, hasBars: true },
  { scale: LEAST_SCALE, hasNumbers: false, hasAdjusted: false, hasBars: false },
  { scale: 0, hasNumbers: true, hasAdjusted: false, hasBars: false },
  { scale: 0, hasNumbers: false, hasAdjusted: false, hasBars: false },
];

const empty = (side: Margin["side"], rows: MarginRow[], spacing: number): Margin => ({
  ...{ side, rows, spacing, size: 0, scale: null },
  ...{ mean: null, adjusted: null, n: null, tie: null },
});

/** The columns of a wish, from the frame to the right; without a heading there are no numbers of samples. */
function columns(
  ruler: Ruler,
  rows: MarginRow[],
  numbers: string,
  { scale, hasNumbers, hasAdjusted, hasBars }: Wish,
  room: number,
): Margin {
  let at = GAP + room;
  const take = (width: number): number => (at += width);
  const isMoved = hasAdjusted && rows.some((row) => row.adjusted !== "");
  const [own, beside] = [
    widthOf(ruler, rows, (row) => row.mean, meanHead(rows), 700),
    widthOf(ruler, rows, (row) => row.adjusted, ""),
  ];
  const head = isMoved ? Math.ceil(ruler.width(meansHead({ adjusted: 0, rows }), MARGIN_FONT)) : 0;
  const mean = take(Math.max(own, head - beside - BESIDE));
  const adjusted = isMoved ? take(BESIDE + beside) : null;
  const from = at + GAP + 4;
  if (scale) take(GAP + scale + 8);
  const bars = hasBars && rows.some(({ bar }) => bar) ? { from: at + GAP, to: take(GAP + BARS) } : null;
  const tie = take(TIE) - TIE / 2;
  const n = hasNumbers && numbers ? take(GAP + widthOf(ruler, rows, (row) => row.n, numbers)) : null;
  const range = scale ? { from, to: from + scale } : null;
  return { ...empty("right", rows, LINE), size: at, mean, scale: range, tie, adjusted, n, ...(bars && { bars }) };
}

/** The margin to the right of models that stand in rows; null where there is no room for the means. */
export const marginBeside = (
  ruler: Ruler,
  rows: MarginRow[],
  head: string,
  room: number,
  spare: number,
  bars: number,
): Margin | null =>
  wishes(spare)
    .map((wish) => columns(ruler, rows, head, wish, bars))
    .find(({ size }) => size <= room) ?? null;

const FOOT = 6;

/** The lines of a margin above columns, from the frame upwards, and its heading. */
function lines(rows: MarginRow[], head: string, spacing: number, tall: number, bars: number): Margin {
  const mean = FOOT + bars;
  const adjusted = rows.some((row) => row.adjusted !== "") ? mean + LINE : null;
  const from = (adjusted ?? mean) + LINE + 4;
  const range = tall ? { from, to: from + tall } : null;
  const n = range && head ? range.to + 8 : null;
  const size = (n ?? range?.to ?? adjusted ?? mean) + 2 * LINE;
  return { ...empty("top", rows, spacing), size, mean, adjusted, scale: range, tie: mean, n };
}

/** The margin above models that stand in columns. */
export function marginAbove(ruler: Ruler, rows: MarginRow[], head: string, room: number, bars: number): Margin | null {
  const spacing =
    Math.max(
      widest(
        ruler,
        rows.map((row) => row.mean),
        700,
      ),
      widest(
        ruler,
        rows.flatMap((row) => [row.n, row.adjusted]),
      ),
    ) + 6;
  return (
    [TALL, LEAST_TALL, 0].map((tall) => lines(rows, head, spacing, tall, bars)).find(({ size }) => size <= room) ?? null
  );
}

/** Where the margin stands. */
export const sideOf = ({ sampleAxis }: Frame): Margin["side"] => (sampleAxis === "x" ? "right" : "top");

/** The margin in this room; `spare` is what its scale may take besides. */
export function marginOf(ruler: Ruler, frame: Frame, room: number, spare: number): Margin | null {
  if (!frame.scale) return null;
  const bars = barsRoom(frame.bars?.models);
  return sideOf(frame) === "right"
    ? marginBeside(ruler, frame.rows, frame.head, room, spare, bars)
    : marginAbove(ruler, frame.rows, frame.head, room, bars);
}
