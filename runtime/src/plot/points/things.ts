/** The things of a mark: a row with its place, or several rows that are drawn as one. */
import type { Drawn } from "./drawn";
import { drawnIn, elementsOf } from "./elements";
import { linkPlace, outlinePlace, seriesPlaces, shaftPlace } from "./forms";
import { placeAt, placeOf, type Place } from "./places";

export type Paint = "fill" | "stroke";

/** A thing: its row, its place, and its colours. */
export interface Thing extends Place {
  row: number;
  /** All rows that it stands for. */
  rows: number[];
  paint(paint: Paint): string | null;
}

const SERIES = /^(line|area)/;

/** How elements tell their place, by what Plot calls the mark. */
const FORMS: [RegExp, (element: Element) => Place | null][] = [
  [/^(geo|hull|waffle)/, outlinePlace],
  [/^(link|arrow)$/, linkPlace],
  [/^(vector|spike)/, shaftPlace],
];

const formOf = (type: string): ((element: Element) => Place | null) =>
  FORMS.find(([pattern]) => pattern.test(type))?.[1] ?? placeOf;

const at = (values: Drawn["values"], name: string, row: number): unknown =>
  (values[name] as ArrayLike<unknown> | undefined)?.[row];

/** The colour that is drawn, of an element or by a scale. */
function painter({ values }: Drawn, row: number, element: Element | null): Thing["paint"] {
  return (paint) => {
    const own = element?.getAttribute(paint);
    if (own && !own.startsWith("url(")) return own;
    const scaled = at(values, paint, row);
    return typeof scaled === "string" ? scaled : null;
  };
}

/** Rows of which each element of a hull is made. */
function groupsOf({ index, values }: Drawn): number[][] {
  const groups = new Map<unknown, number[]>();
  for (const row of index) {
    const key = at(values, "z", row);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key)!.push(row);
  }
  return [...groups.values()];
}

/** Things of a mark that draws groups of rows. */
function hulls(drawn: Drawn): Thing[] {
  const groups = groupsOf(drawn);
  return elementsOf(drawn.group).flatMap((element, k) => {
    const place = outlinePlace(element);
    const rows = groups[k];
    if (!place || !rows) return [];
    return [{ ...place, row: rows[0], rows, paint: painter(drawn, rows[0], drawnIn(element)) }];
  });
}

function series(drawn: Drawn, isDense: boolean): Thing[] {
  const { spec, group, index, values } = drawn;
  const places = seriesPlaces(group, index, values, spec.type.startsWith("area"), isDense);
  return index.flatMap((row) => {
    const place = places.get(row);
    return place ? [{ ...place, row, rows: [row], paint: painter(drawn, row, null) }] : [];
  });
}

/** The things that are drawn. Elements are the rows' own where there are as many. */
export function thingsOf(drawn: Drawn, isDense: boolean): Thing[] {
  const { spec, index, group, values } = drawn;
  if (spec.type === "hull") return hulls(drawn);
  if (SERIES.test(spec.type)) return series(drawn, isDense);
  const elements = elementsOf(group);
  const own = elements.length === index.length && !/^(voronoi|delaunay)/.test(spec.type);
  const form = formOf(spec.type);
  return index.flatMap((row, k) => {
    const element = own ? elements[k] : null;
    const place = (element && form(element)) || placeAt(group, (name) => at(values, name, row) as number | undefined);
    return place ? [{ ...place, row, rows: [row], paint: painter(drawn, row, element && drawnIn(element)) }] : [];
  });
}
