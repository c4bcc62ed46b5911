/** The things of a mark as a page knows them. */
import type { CellLinks, PointFacts } from "../../shared/payload";
import { exact, sensible } from "../../shared/format";
import { safeHref } from "../../shared/link";
import { packedLinks, textColumn } from "../../shared/texts";
import { channelsOf, columnOf, computed, toldOf, type Told } from "./channels";
import type { Drawn, Labels, MosaicMark } from "./drawn";
import { columnsOf, gridThings, isGrid } from "./grid";
import { contourTold, fitThings, intervalTold, isContour, isFit, isInterval } from "./models";
import { nounOf } from "./nouns";
import { outlinesOf } from "./outlines";
import { textOf } from "./texts";
import { thingsOf, type Paint, type Thing } from "./things";
import type { PointWish } from "./wish";

/** Things and what is told of them. */
interface Seen {
  things: Thing[];
  told: Told[];
}

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text);

/** A channel of which every text is an address. */
function areLinks({ text }: Told, rows: number[]): boolean {
  const texts = rows.map(text).filter(Boolean);
  return texts.length > 0 && texts.every(isAddress);
}

/** Where links come from, for each row. */
interface LinkSource {
  label: string;
  text(row: number): string;
}

/** The mark's `href`, unless a channel says the same. */
function hrefOf(mark: MosaicMark, { spec }: Drawn, linked: Told[]): LinkSource[] {
  const found = columnOf(mark, spec, "href");
  if (!found || linked.some(({ values }) => values === found.values)) return [];
  return [{ label: found.name, text: (row) => textOf(found.values[row]) }];
}

function linksOf(things: Thing[], sources: LinkSource[]): CellLinks | null {
  const out = things.flatMap(({ row }, at) =>
    sources.flatMap(({ text }, label) => {
      const href = safeHref(text(row));
      return href === null ? [] : [{ at, label, href }];
    }),
  );
  if (!out.length) return null;
  return {
    at: Uint32Array.from(out, ({ at }) => at),
    label: Uint16Array.from(out, ({ label }) => label),
    labels: sources.map(({ label }) => label),
    hrefs: out.map(({ href }) => href),
  };
}

const PAINTS = /^(fill|stroke)$/;

function colorsOf(things: Thing[], paint: Paint): PointFacts["colors"] {
  const codes = new Map<string, number>();
  const code = things.map((thing) => {
    const color = thing.paint(paint) ?? "none";
    if (!codes.has(color)) codes.set(color, codes.size);
    return codes.get(color)!;
  });
  return { table: [...codes.keys()], code: Uint16Array.from(code) };
}

const distinct = ({ text }: Told, rows: number[]): number => new Set(rows.map(text)).size;

/** The channel that names things: of cells the axis with more bands, else a title, text, extra channel or category. */
function namingOf(type: string, told: Told[], rows: number[]): Told | null {
  const texts = told.filter(({ isNumber }) => !isNumber);
  const shows =
    (pattern: RegExp) =>
    ({ channels }: Told): boolean =>
      channels.some((channel) => pattern.test(channel));
  const axes = told.filter(shows(/^[xy]$/));
  if (type === "cell") return [...axes].sort((a, b) => distinct(b, rows) - distinct(a, rows))[0] ?? null;
  return (
    told.find(shows(/^title$/)) ??
    (type.startsWith("text") ? told.find(shows(/^text$/)) : undefined) ??
    texts.find(({ isExtra }) => isExtra) ??
    texts.find(shows(/^[xyz]$/)) ??
    texts.find(shows(PAINTS)) ??
    null
  );
}

const paintOf = ({ channels }: Told): Paint | undefined =>
  channels.find((channel): channel is Paint => PAINTS.test(channel));

const hundredth = (at: number): number => Math.round(at * 100) / 100;

const flat = (things: Thing[], of: (thing: Thing) => number[]): Float64Array =>
  Float64Array.from(things.flatMap(of), hundredth);

/** Of things that stand for several rows what all of these say alike, and how many there are. */
function summed(told: Told[], things: Thing[]): Told[] {
  const isAlike = ({ text }: Told): boolean => things.every(({ rows }) => new Set(rows.map(text)).size === 1);
  const counts = new Map(things.map(({ row, rows }) => [row, rows.length]));
  const points: Told = { ...toldOf("points", []), isNumber: true, text: (row) => exact(counts.get(row)!) };
  return [...told.filter(isAlike), points];
}

/** Marks whose places are computed, too. */
const PLACED = /^(density|hexbin)/;

function withoutNoise(told: Told[], wish: PointWish): Told[] {
  if (!PLACED.test(wish.mark)) return told;
  const isPlace = ({ channels: [channel], isExact }: Told): boolean => isExact === true && /^[xy]$/.test(channel);
  return told.map((entry) => {
    if (!isPlace(entry)) return entry;
    return { ...entry, ...toldOf(entry.name, computed(entry.values), entry.channels) };
  });
}

/** What is computed, written as the caller wants it. */
const formatted = (told: Told[], { formats }: PointWish): Told[] =>
  told.flatMap((entry) => {
    const channel = entry.channels.find((name) => formats.has(name));
    const format = channel === undefined ? undefined : formats.get(channel);
    if (format === null) return [];
    return [
      format && entry.isExact ? { ...entry, ...toldOf(entry.name, entry.values, entry.channels, format) } : entry,
    ];
  });

/** What is seen of a mark. */
function seenOf(mark: MosaicMark, wish: PointWish, drawn: Drawn[], answer: unknown, labels: Labels): Seen {
  const [{ spec }] = drawn;
  if (isGrid(mark)) {
    const { things, told } = gridThings(mark, drawn[0], columnsOf(answer), labels);
    return { things, told: formatted(told, wish) };
  }
  if (isFit(mark)) {
    const lines = drawn.filter((one) => one.spec.type === "line").map((one) => fitThings(mark, one, wish, labels));
    return { things: lines.flatMap(({ things }) => things), told: lines[0]?.told ?? [] };
  }
  const things = drawn.flatMap((one) => thingsOf(one, wish.mark.startsWith("density")));
  if (isInterval(mark)) return { things, told: formatted(intervalTold(mark, spec, wish, labels), wish) };
  if (isContour(mark)) return { things, told: contourTold(mark, spec, wish, labels) };
  const told = withoutNoise(channelsOf(mark, spec, wish, labels), wish);
  return { things, told: things.some(({ rows }) => rows.length > 1) ? summed(told, things) : told };
}

/** The facts of a mark, or null where nothing of it is drawn or told; `answer`: that of the database. */
export function factsOf(
  mark: MosaicMark,
  wish: PointWish,
  drawn: Drawn[],
  answer: unknown,
  labels: Labels,
): PointFacts | null {
  if (!drawn.length) return null;
  const { things, told } = seenOf(mark, wish, drawn, answer, labels);
  const rows = things.map(({ row }) => row);
  const linked = told.filter((entry) => areLinks(entry, rows));
  const shown = told.filter((entry) => !linked.includes(entry));
  const sources = [...hrefOf(mark, drawn[0], linked), ...linked.map(({ name, text }) => ({ label: name, text }))];
  const links = linksOf(things, sources);
  if (!things.length || !(shown.length || links)) return null;
  const value = shown.findIndex(paintOf);
  const naming = namingOf(mark.type, shown, rows);
  const isRigid = things.every(({ anchor }) => anchor !== null);
  const outlines = outlinesOf(things);
  return {
    kind: "points",
    name: nounOf(wish.mark),
    tip: wish.tip,
    shape: things[0].shape,
    places: flat(things, ({ corners }) => corners),
    ...(isRigid ? { anchors: flat(things, ({ anchor }) => anchor!) } : {}),
    ...(outlines ? { outlines } : {}),
    ...(wish.along ? { along: wish.along } : {}),
    channels: shown.map((entry) => channelOf(entry, rows)),
    naming: naming ? shown.indexOf(naming) : null,
    value: value < 0 ? null : value,
    ...(value < 0 ? {} : { colors: colorsOf(things, paintOf(shown[value])!) }),
    ...(links ? { links: packedLinks(links) } : {}),
  };
}

function channelOf({ name, isNumber, isExact, values, text }: Told, rows: number[]): PointFacts["channels"][number] {
  const isLong = (row: number): boolean => typeof values[row] === "number" && sensible(values[row]) !== text(row);
  const texts = textColumn(rows.map(text));
  return isExact && rows.some(isLong) ? { name, isNumber, isLong: true, texts } : { name, isNumber, texts };
}

/** A mark of which nothing is drawn now. */
export const noFacts = (wish: PointWish): PointFacts => ({
  kind: "points",
  name: nounOf(wish.mark),
  tip: wish.tip,
  shape: "box",
  places: new Float64Array(),
  channels: [],
  naming: null,
  value: null,
});
