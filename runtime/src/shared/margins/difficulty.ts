/** The margin beside the samples, for bands that may be zoomed: how difficult each is, and the blocks they stand in. */
import { centresIn, type Bands } from "../bands";
import type { Block } from "../blocks";
import { escaped } from "../escaped";
import { count, px } from "../format";
import type { BandAxis, Box, SampleMargin } from "../payload";
import { QUIET } from "../margin";
import type { Measure } from "../ticks";
import { barsRoom } from "./bars";
import { cut, formsOfAll, turnedName } from "./forms";
import { bar, BASE, groundOf, seenBlocks, type Ground, type Seen } from "./ground";
import { spread, type Spot, type Wanted } from "./spread";
import { strip } from "./strip";

/** Sizes in user units. */
export const FONT = 11;
const LINE = 13;
const LABEL = 8;
/** Between a label and the line to its block: what letters reach below. */
const CLEAR = 4;
const APART = 8;
const NAME = 6;

function text({ isAcross, off }: Ground, along: number, away: number, attributes: string, body: string): string {
  const [x, y] = isAcross ? [along, off(away)] : [off(away), along];
  return `<text x="${px(x)}" y="${px(y)}" ${attributes}>${escaped(body)}</text>`;
}

const isStart = ({ isAcross, margin: { side } }: Ground): boolean => isAcross || side === "right";

/** A short line to a block that is narrower than its name. */
function leader(ground: Ground, { at, form }: NonNullable<Spot>, { from, to, widths }: Wanted): string {
  if (widths[form] <= to - from) return "";
  const middle = Math.min(Math.max((from + to) / 2, at + 1), at + widths[form] - 1);
  const away = BASE + ground.margin.strip;
  return bar(ground, middle - 0.5, middle + 0.5, away + 1, away + LABEL - CLEAR);
}

/** Distance of labels from the frame. */
const awayOf = ({ strip, side }: SampleMargin): number => BASE + strip + LABEL + (side === "bottom" ? FONT * 0.8 : 0);

/** Groups are told alike, in the longest form that has room for all; null where none has. */
function alike(wanted: Wanted[], place: (labels: Wanted[]) => Spot[]): Spot[] | null {
  const forms = Math.min(...wanted.map(({ widths }) => widths.length));
  for (let form = 0; form < forms; form++) {
    const spots = place(wanted.map((label) => ({ ...label, widths: [label.widths[form]] })));
    if (spots.every((spot) => spot)) return spots.map((spot) => ({ at: spot!.at, form }));
  }
  return null;
}

const SLANT = Math.SQRT1_2;
/** Between turned names that do not touch. */
const TIGHT = 15;

/** Names that are turned, each over the middle of its stretch; of two that would touch the later one is left out. */
function turned(ground: Ground, seen: Seen[]): string {
  let last = -Infinity;
  const texts = seen.map(({ block, from, to }) => {
    const along = (from + to) / 2;
    if (along - last < TIGHT || !block.label) return "";
    last = along;
    const place = `translate(${px(along + FONT / 3)},${px(ground.off(awayOf(ground.margin) - CLEAR))}) rotate(-45)`;
    return `<text transform="${place}">${escaped(turnedName(block))}</text>`;
  });
  return `<g text-anchor="start">${texts.join("")}</g>`;
}

/** Room of turned names. */
const turnedRoom = (blocks: readonly Block[], measure: Measure): number =>
  Math.ceil(SLANT * (Math.max(...blocks.map((block) => measure(turnedName(block)))) + FONT));

/** The label of a block: its forms, and where the one that has room begins. */
interface Label {
  block: Block;
  forms: string[];
  wanted: Wanted;
  spot: Spot;
}

function labelsOf({ margin, isAcross, from, length }: Ground, seen: Seen[], measure: Measure): Label[] {
  const [before, behind] = margin.overhang;
  const named = seen.filter(({ block }) => block.label);
  const forms = formsOfAll(
    named.map(({ block }) => block),
    isAcross,
    margin.letters,
  );
  const wanted = named.map((stretch, i) => ({ ...stretch, widths: isAcross ? forms[i].map(measure) : [LINE] }));
  const place = (labels: Wanted[]): Spot[] =>
    spread(labels, from - before, from + length + behind, isAcross ? APART : 0);
  const spots =
    (named.some(({ block }) => block.kind === "group" || block.kind === "topic") && alike(wanted, place)) ||
    place(wanted);
  return named.map(({ block }, i) => ({ block, forms: forms[i], wanted: wanted[i], spot: spots[i] }));
}

/** Names of groups that are cut to fewer letters are turned where there is room for it. */
const CUT = 12;

/** Whether names are cut where they stand level. */
const areCut = (labels: Label[]): boolean =>
  labels.some(({ block, forms, spot }) => !spot || !forms[spot.form].startsWith(cut(block.label, CUT)));

function labels(ground: Ground, seen: Seen[], measure: Measure): string {
  const { margin, isAcross } = ground;
  const [all, away] = [labelsOf(ground, seen, measure), awayOf(margin)];
  if (margin.isTurned && areCut(all)) return turned(ground, seen);
  const texts = all.map(({ spot, forms }) =>
    spot
      ? text(ground, spot.at + (isAcross ? 0 : LINE / 2), away, isAcross ? "" : 'dy="0.35em"', forms[spot.form])
      : "",
  );
  const leaders = all.map(({ spot, wanted }) => (spot && isAcross ? leader(ground, spot, wanted) : ""));
  return `<g text-anchor="${isStart(ground) ? "start" : "end"}">${texts.join("")}</g><path d="${leaders.join("")}"/>`;
}

const ENDS = [
  ["hardest", "easiest"],
  ["harder", "easier"],
];

/** What stands at the ends of the axis and between them; once zoomed, which samples are in sight. */
function words(ground: Ground, measure: Measure): string {
  const { axis, margin, bands, isAcross, from, length } = ground;
  const isShown = margin.words && !(bands.step >= (axis.labelledFrom ?? 0) && axis.step < (axis.labelledFrom ?? 0));
  if (!isShown) return "";
  const isZoomed = bands.step > axis.step * 1.0001;
  const n = axis.labels.length;
  const [low, high] = ENDS[Number(isZoomed)];
  const ends = margin.words!.order === 1 ? [low, high] : [high, low];
  const [first, last] = centresIn(bands, n, from, length);
  const middle = isZoomed ? `${count(first + 1)}\u2013${count(last)} of ${count(n)}` : margin.words!.middle;
  const away = -margin.words!.away;
  if (!isAcross && !margin.words!.order) return "";
  if (!isAcross)
    return (
      text(ground, from, away, 'text-anchor="end" dy="0.8em"', `${ends[0]} \u2191`) +
      text(ground, from + length, away, 'text-anchor="end"', `${ends[1]} \u2193`)
    );
  const texts = [`\u2190 ${ends[0]}`, middle, `${ends[1]} \u2192`];
  const fit = (...parts: string[]): boolean => parts.reduce((sum, part) => sum + measure(part) + APART, 0) <= length;
  const hasEnds = margin.words!.order !== 0 && fit(texts[0], texts[2]);
  const hasMiddle = middle && (hasEnds ? fit(...texts) : fit(middle));
  const at = (share: number, anchor: string): string =>
    text(ground, from + share * length, away, `text-anchor="${anchor}"`, texts[2 * share]);
  return (hasEnds ? at(0, "start") + at(1, "end") : "") + (hasMiddle ? at(0.5, "middle") : "");
}

/** What labels and strip tell: before the labels, else beside the strip. */
function name(ground: Ground): string {
  const { margin, isAcross, off, from } = ground;
  const above = (said: string): string => text(ground, from - NAME, awayOf(margin), 'text-anchor="end"', said);
  const heading = margin.isNamed && isAcross && margin.heading ? above(margin.heading) : "";
  if (!margin.name) return heading;
  if (!isAcross)
    return text(ground, from - LABEL, BASE, `text-anchor="${isStart(ground) ? "start" : "end"}"`, margin.name);
  if (margin.isNamed && !margin.isSigned && !margin.heading) return above(margin.name);
  const y = (off(BASE) + off(BASE + margin.strip)) / 2;
  const place = `x="${px(from - NAME)}" y="${px(y)}" dy="0.35em" text-anchor="end"`;
  return `${heading}<text ${place}>${escaped(margin.name)}</text>`;
}

/** Units that a margin takes on its side of the frame. */
export function labelRoom(margin: SampleMargin, measure: Measure): number {
  const { side, strip, isNamed, blocks, letters, bars: n, isTurned } = margin;
  const bars = BASE + strip + barsRoom(n);
  if (!isNamed) return bars + LABEL;
  if (isTurned) return bars + LABEL + turnedRoom(blocks, measure);
  if (side === "top" || side === "bottom") return bars + LABEL + FONT;
  const named = blocks.filter(({ label }) => label);
  const longest = formsOfAll(named, false, letters).map(([form]) => measure(form));
  return bars + 2 * LABEL + Math.ceil(Math.max(...longest));
}

/** The svg children of the group of the margin, for the bands of `axis` in a view; `measure` in the group's font. */
export function sampleMargin(
  margin: SampleMargin,
  axis: BandAxis,
  bands: Bands,
  area: Box,
  inset: number,
  measure: Measure,
): string {
  const ground = groundOf(axis, margin, bands, area);
  const seen = seenBlocks(ground, inset);
  const said = name(ground) + (margin.isNamed ? labels(ground, seen, measure) : "") + words(ground, measure);
  return `${strip(ground, seen)}<g fill-opacity="${QUIET}">${said}</g>`;
}

/** Where labels of blocks and the strip answer a reader. */
export function sampleHandles(...[margin, axis, bands, area, inset, measure]: Parameters<typeof sampleMargin>): {
  labels: { block: Block; box: Box }[];
  strip: Box;
} {
  const ground = groundOf(axis, margin, bands, area);
  const { isAcross, from, length } = ground;
  const box = (start: number, size: number, low: number, high: number): Box => {
    const ends = [ground.off(low), ground.off(high)];
    const [at, deep] = [Math.min(...ends), high - low];
    return isAcross ? { x: start, y: at, width: size, height: deep } : { x: at, y: start, width: deep, height: size };
  };
  const away = awayOf(margin);
  const [below, above] = margin.side === "bottom" ? [FONT, CLEAR] : [CLEAR, FONT];
  const labelBox = ({ forms, wanted, spot }: Label): Box =>
    isAcross
      ? box(spot!.at, wanted.widths[spot!.form], away - below, away + above)
      : box(spot!.at, LINE, away, away + measure(forms[spot!.form]));
  const all = margin.isNamed ? labelsOf(ground, seenBlocks(ground, inset), measure) : [];
  return {
    labels: all.filter(({ spot }) => spot).map((label) => ({ block: label.block, box: labelBox(label) })),
    strip: box(from, length, 0, BASE + Math.max(margin.strip, LABEL)),
  };
}
