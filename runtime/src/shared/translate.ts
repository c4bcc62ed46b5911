/** Where the `transform` of an element moves it. */

export interface Point {
  x: number;
  y: number;
}

/** The translation that a `transform` has, in user units. */
export const TRANSLATE = /translate\(\s*([-+.\de]+)(?:[\s,]+([-+.\de]+))?\s*\)/;

/** The translation of an element's `transform`; none is that by nothing. */
export function translation(element: Element): Point {
  const found = TRANSLATE.exec(element.getAttribute("transform") ?? "");
  return { x: Number(found?.[1] ?? 0), y: Number(found?.[2] ?? 0) };
}
