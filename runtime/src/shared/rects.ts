/** The paint of few cells: an SVG rectangle each, state on top, value as text if wanted: numbers and fixed names. */
import { placeOf, type Bands, type Span } from "./bands";
import { colorOf, contrasting, luminance } from "./color";
import { briefAlike, px } from "./format";
import { DASH, inkOn, KINDS, kinds } from "./ink";
import { OK, STATE_NAMES, type Box, type CellPlot, type Counts } from "./payload";
import { schemeOf } from "./protocol";
import { above, below, ON_PAPER, stripOf } from "./trouble";
import { ABSENT_INK, absentDash, attributesOf, badge, glyph, signs, STATE_FILL, strip, TINY } from "./states";

/** An inset that leaves most of a small cell visible, and all of a tiny one. */
export const fittingInset = (inset: number, size: number): number => Math.min(inset, size < 4 ? 0 : size * 0.08);

/** What two neighbours leave between them, in whole pixels; `scale` is their number in a unit. */
export const gapOf = (inset: number, size: number, scale: number): number =>
  Math.round(2 * fittingInset(inset, size) * scale);

export const RECTS_UP_TO = 5000;
const RECTS_FROM = 3;

/** How so many cells are painted where nothing is zoomed. */
export const paintOf = (cells: number, x: Bands, y: Bands): CellPlot["paint"] =>
  cells <= RECTS_UP_TO && Math.min(x.step, y.step) >= RECTS_FROM ? "rects" : "raster";

/** Whether cells show their states as strips, as their signs would not fit: where they are small, or narrow and low. */
export const hasStrips = (x: Bands, y: Bands): boolean =>
  Math.min(x.step, y.step) < TINY || Math.max(x.step, y.step) < 1.5 * TINY;

/** Cells of more rows than this are no few epochs of a sample. */
const FEW_ROWS = 8;

/** Whether states of cells with a score are corners, which leave room for its text and tell how many rows have them. */
export const hasBadges = ({ text, rows }: Pick<CellPlot, "text" | "rows">): boolean =>
  text !== null || (rows?.some((n) => n > FEW_ROWS) ?? false);

/** The share of a cell's rows that are in its state. */
function shareOf({ rows, scored, errors, limits, reasons, states }: CellPlot, at: number): number {
  if (!rows || !scored) return 1;
  const planes: Partial<Record<string, Counts>> = { error: errors, limit: limits, ...reasons };
  const n = planes[STATE_NAMES[states[at]]]?.[at] ?? rows[at] - scored[at];
  return Math.min(1, n / rows[at]);
}

const middle = (span: Span): string => px(span.from + span.size / 2);

/** Edges that two cells share are rounded alike, though sums differ in their last digit. */
const TIE = 1e-6;

/** Edges lie on half units, so that they are sharp on screens with two pixels a unit. */
const sharp = (position: number): number => Math.round(position * 2 - TIE) / 2;

/** Gaps of whole units, all alike, between cells that begin and end on whole ones: sharp, and without a pattern. */
function spans(bands: Bands, n: number, inset: number, first = 0): Span[] {
  const { parts } = bands;
  if (parts) return parts.divided(spans(parts.of, parts.n.length, inset, parts.first));
  const gap = gapOf(inset, bands.bandwidth, 1);
  const edge = gap ? (place: number): number => Math.round(place - TIE) : sharp;
  return Array.from({ length: n }, (_, i) => {
    const start = placeOf(bands, first + i);
    const from = edge(start);
    return { from: from + Math.floor(gap / 2), size: Math.max(edge(start + bands.bandwidth) - from - gap, 0.5) };
  });
}

const overlaps = (s: Span, low: number, high: number): boolean => s.from < high && s.from + s.size > low;

const rectangle = (x: Span, y: Span): string =>
  `x="${px(x.from)}" y="${px(y.from)}" width="${px(x.size)}" height="${px(y.size)}"`;

const path = (d: string, attributes: string): string => (d ? `<path d="${d}" ${attributes}/>` : "");

/** Width of a number in units of its font size, in the fonts of pictures. */
const numberWidth = (text: string): number => text.length * 0.56 - (text.includes(".") ? 0.28 : 0);

/** Width of the widest value that is printed: all values are printed or none, so that none seems to be missing. */
function widestNumber({ values }: CellPlot, write: (value: number) => string): number {
  let most = 0;
  for (const value of values) if (Number.isFinite(value)) most = Math.max(most, numberWidth(write(value)));
  return most;
}

/** Room for text of this width in a cell: none where it would touch the edges. */
const fits = (width: number, x: Span, y: Span, size: number): boolean =>
  width * size + 2 <= x.size && size + 2 <= y.size;

const FONT_SIZE = 11;

/** The printed value takes black or white, whichever stands out from its cell. */
const AUTO = "auto";

/** A CSS colour as an attribute: what no colour holds is left out. */
const safeColor = (color: string): string => color.replace(/[^\w#%(),./ -]/g, "");

/** A colour that is hardly told from white paper, and so from a cell without a row, has an outline. */
const PAPER_LIKE = 1.1;
const isPaper = (color: string): boolean => 1.05 / (luminance(color) + 0.05) < PAPER_LIKE;
const OUTLINE = ' stroke="#b3bac4" stroke-width="0.75"';

const group = (look: Record<string, string>, parts: string[]): string =>
  `<g ${attributesOf(look)}>${parts.join("")}</g>`;

/** The svg children of the group of cells. `x` and `y` may be zoomed bands; cells outside `area` are left out. */
export function rects(plot: CellPlot, x: Bands = plot.x, y: Bands = plot.y, area: Box = plot.area): string {
  const nx = plot.x.labels.length;
  const across = spans(x, nx, plot.inset);
  const small = hasStrips(x, y);
  const room = small ? stripOf(plot, x, y) : null;
  const down = spans(room ? above(y, room) : y, plot.y.labels.length, plot.inset);
  const [rx, ry] = plot.radius;
  const corners = (rx ? ` rx="${px(rx)}"` : "") + (ry ? ` ry="${px(ry)}"` : "");
  const cells: string[] = [];
  const empty: string[] = [];
  /** Whether strips in cells have the ink that stands out from them, which dark pages turn over with them. */
  const isInked = small && !room?.height;
  const texts: string[] = [];
  const badges = hasBadges(plot);
  const marked = new Array<string>(KINDS).fill("");
  const glyphs = new Array<string>(KINDS).fill("");
  const strips = new Map<string, string>();
  let dashes = "";
  const write = briefAlike(plot.text === null ? [] : plot.values);
  const widest = plot.text === null ? 0 : widestNumber(plot, write);
  for (const [j, row] of down.entries()) {
    if (!overlaps(row, area.y, area.y + area.height)) continue;
    for (const [i, column] of across.entries()) {
      const at = j * nx + i;
      const state = plot.states[at];
      if (!overlaps(column, area.x, area.x + area.width)) continue;
      if (kinds[state] === DASH) {
        if (!plot.isShared) dashes += absentDash(column.from, row.from, column.size, row.size);
        continue;
      }
      const value = plot.values[at];
      const scored = Number.isFinite(value);
      const fill = scored ? colorOf(plot.color, value) : STATE_FILL;
      const edge = scored && isPaper(fill) ? OUTLINE : "";
      (scored || isInked ? cells : empty).push(
        `<rect ${rectangle(column, row)}${corners} fill="${fill}"${edge}${scored ? "" : ' data-fill="none"'}/>`,
      );
      if (state !== OK) {
        const kind = kinds[state];
        const place = [column.from, row.from, column.size, row.size] as const;
        if (small) {
          const ink = room?.height ? ON_PAPER[kind] : inkOn(kind, fill);
          const d = room?.height ? below(kind, column.from, row.from + row.size, column.size, room) : strip(...place);
          strips.set(ink, (strips.get(ink) ?? "") + d);
        } else if (badges && scored) marked[kind] += badge(kind, shareOf(plot, at), ...place);
        else glyphs[kind] += glyph(kind, ...place);
      }
      if (plot.text !== null && scored && fits(widest, column, row, FONT_SIZE)) {
        const own = plot.text === AUTO ? ` fill="${contrasting(fill)}"` : "";
        texts.push(`<text x="${middle(column)}" y="${middle(row)}" dy="0.35em"${own}>${write(value)}</text>`);
      }
    }
  }
  const marks = [...glyphs.flatMap((d, kind) => signs(kind, d)), ...marked.flatMap((d, kind) => signs(kind, d, true))];
  const rugs = [...strips].map(([ink, d]) => path(d, `fill="${ink}"`));
  const absent = path(dashes, `fill="none" stroke="${ABSENT_INK}"`);
  const written = texts.length && plot.text !== null ? textLayer(texts, plot.text, schemeOf(plot.color.own)) : "";
  const seamless = [x, y].some((bands) => fittingInset(plot.inset, bands.bandwidth) === 0);
  const scheme = schemeOf(plot.color.own);
  const edges: Record<string, string> = seamless ? { "shape-rendering": "crispEdges" } : {};
  const look = { ...scheme, ...edges };
  const plain = isInked ? [] : [...empty, ...rugs];
  const body = group(look, isInked ? [...cells, ...rugs] : cells) + (plain.length ? group(edges, plain) : "");
  return body + absent + marks.join("") + written;
}

/** Text of cells; the fill of `AUTO` is that of each text. */
function textLayer(texts: string[], fill: string, scheme: Record<string, string>): string {
  const color = fill === AUTO ? "none" : safeColor(fill);
  const style = `${attributesOf(scheme)} font-size="${FONT_SIZE}" text-anchor="middle" fill="${color}"`;
  return `<g data-cell-text="" ${style}>${texts.join("")}</g>`;
}
