/** Tables in pictures that are wider than the page: they end where the page does, and scroll in themselves. */

/** A narrower table is scrolled to rather than made narrower. */
const LEAST = 200;
const MARGIN = 8;

/** How far anything reaches that is no table. */
function reach(element: Element, tables: readonly Element[]): number {
  if (tables.includes(element)) return 0;
  if (!tables.some((table) => element.contains(table))) return element.getBoundingClientRect().right;
  const parts = [...element.children].filter((part) => part.getAttribute("data-part") !== "background");
  return Math.max(0, ...parts.map((part) => reach(part, tables)));
}

/** The width of a table that begins at `left` of a picture: its own, or what is seen from there on. */
export function narrowed(svg: SVGSVGElement, left: number, width: number): number {
  const seen = svg.parentElement!.clientWidth - left - MARGIN;
  return seen >= LEAST && svg.getBoundingClientRect().width > svg.parentElement!.clientWidth
    ? Math.min(width, seen)
    : width;
}

/** Nothing is scrolled to where only tables reach beyond what is seen. */
export function settle(svg: SVGSVGElement, numbers: readonly number[]): void {
  const root = svg.parentElement!;
  const tables = numbers.flatMap((number) => [...svg.querySelectorAll(`[data-input="${number}"]`)]);
  if (!tables.length) return;
  root.removeAttribute("data-fits");
  if (svg.getBoundingClientRect().width <= root.clientWidth) return;
  const end = root.getBoundingClientRect().left - root.scrollLeft + root.clientWidth;
  root.toggleAttribute("data-fits", reach(svg, tables) <= end);
}
