/** The things of a mark as a page knows them. */
import type { CellLinks, PointFacts } from "../../shared/payload";
import { safeHref } from "../../shared/link";
import { packedLinks, textColumn } from "../../shared/texts";
import { channelsOf, columnOf, type MosaicMark, type Told } from "./channels";
import { drawnIn, placeAt, placeOf, type Place } from "./places";
import { textOf } from "./texts";
import type { PointWish } from "./wish";

/** What Plot has drawn of a mark, once for each facet. */
export interface Drawn {
  /** Rows of the mark's data, one for each thing. */
  index: ArrayLike<number>;
  group: Element;
  /** Scaled channels. */
  values: Record<string, unknown>;
}

/** A thing: its row, its element where it has one of its own, and its place. */
interface Found extends Place {
  row: number;
  element: Element | null;
}

const scaled = (values: Drawn["values"], row: number) => (name: string) =>
  (values[name] as ArrayLike<number> | undefined)?.[row];

/** Elements are the rows' own where there are as many. */
function found({ index, group, values }: Drawn): Found[] {
  const elements = Array.from(group.children);
  const own = elements.length === index.length;
  return Array.from(index).flatMap((row, k) => {
    const place = (own && placeOf(elements[k])) || placeAt(group, scaled(values, row));
    return place ? [{ ...place, row, element: own ? drawnIn(elements[k]) : null }] : [];
  });
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
function hrefOf(mark: MosaicMark, linked: Told[]): LinkSource[] {
  const found = columnOf(mark, "href");
  if (!found || linked.some(({ values }) => values === found.values)) return [];
  return [{ label: found.name, text: (row) => textOf(found.values[row]) }];
}

function linksOf(things: Found[], sources: LinkSource[]): CellLinks | null {
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

type Paint = "fill" | "stroke";
const PAINTS = /^(fill|stroke)$/;

function colorsOf(things: Found[], paint: Paint): PointFacts["colors"] {
  const codes = new Map<string, number>();
  const code = things.map(({ element }) => {
    const color = element?.getAttribute(paint) ?? "none";
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

const flat = (things: Found[], of: (thing: Found) => number[]): Float64Array => Float64Array.from(things.flatMap(of));

/** The facts of a mark, or null where nothing of it is drawn or told. */
export function factsOf(
  mark: MosaicMark,
  wish: PointWish,
  drawn: Drawn[],
  labels: (channel: string) => string | null,
): PointFacts | null {
  const things = drawn.flatMap(found);
  const rows = things.map(({ row }) => row);
  const told = channelsOf(mark, wish, labels);
  const linked = told.filter((entry) => areLinks(entry, rows));
  const shown = told.filter((entry) => !linked.includes(entry));
  const sources = [...hrefOf(mark, linked), ...linked.map(({ name, text }) => ({ label: name, text }))];
  const links = linksOf(things, sources);
  if (!things.length || !(shown.length || links)) return null;
  const value = shown.findIndex(paintOf);
  const naming = namingOf(mark.type, shown, rows);
  const isRigid = things.every(({ anchor }) => anchor !== null);
  return {
    kind: "points",
    name: nounOf(mark),
    tip: wish.tip,
    shape: things[0].shape,
    places: flat(things, ({ corners }) => corners),
    ...(isRigid ? { anchors: flat(things, ({ anchor }) => anchor!) } : {}),
    channels: shown.map(({ name, isNumber, text }) => ({ name, isNumber, texts: textColumn(rows.map(text)) })),
    naming: naming ? shown.indexOf(naming) : null,
    value: value < 0 ? null : value,
    ...(value < 0 ? {} : { colors: colorsOf(things, paintOf(shown[value])!) }),
    ...(links ? { links: packedLinks(links) } : {}),
  };
}

const nounOf = ({ type }: MosaicMark): string => type.replace(/[XY]$/, "");

/** A mark of which nothing is drawn now. */
export const noFacts = (mark: MosaicMark, { tip }: PointWish): PointFacts => ({
  kind: "points",
  name: nounOf(mark),
  tip,
  shape: "box",
  places: new Float64Array(),
  channels: [],
  naming: null,
  value: null,
});
