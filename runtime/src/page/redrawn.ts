/** What was drawn beside cells whose bands stand in another order: ticks move, and no word says what is not so. */
import { bandAt, centre } from "../shared/bands";
import { kept } from "../shared/labels";
import type { BandAxis, Plot } from "../shared/payload";
import { tickLabelsOf, ticksOf } from "../shared/protocol";
import { translation } from "../shared/translate";
import { moved } from "./axes";
import { part, set } from "./dom";
import { originOf, type Way } from "./geometry";
import type { Ordered } from "./order";

const move = (element: Element, way: Way, by: number): void =>
  set(element, { transform: moved(element, way, translation(element)[way] + by) });

/** Ticks stand at their bands, and name those that stand there now. */
export function moveTicks(root: Element, group: Element, before: Plot, after: Plot): void {
  for (const way of ["x", "y"] as const) {
    const [from, to] = [before[way], after[way]] as BandAxis[];
    for (const name of [ticksOf(way), tickLabelsOf(way)])
      for (const ticks of group.querySelectorAll(`g[aria-label="${name}"]`))
        for (const tick of ticks.children) {
          const band = bandAt(from, translation(tick)[way] + originOf(ticks, root)[way]);
          move(tick, way, centre(to, band) - centre(from, band));
          if (name === tickLabelsOf(way)) tick.textContent = kept(to.labels[band], to);
        }
  }
}

/** How the picture said that it stood, at the end of what the footer says. */
const STANDING = /( · )?\b(samples and models|samples|models) (by|in the order|like ones) .*$/;

/** Cuts a text of several lines off at a place. */
function cut(lines: readonly Element[], at: number): void {
  let left = at;
  for (const line of lines) {
    const text = line.textContent!;
    line.textContent = text.slice(0, Math.max(0, left));
    left -= text.length + 1;
  }
}

/** What the footer says of signs that are not drawn in an order of the reader's. */
const SIGNS = [/~ not separated from the \S+ \S+ \(paired test\)( \u00b7 )?/, /; (rows|columns) stand by it/];

/** Leaves words out of the signs in the footer, which end where they ended. */
function dropSigns(footer: Element, lines: readonly SVGTextElement[]): void {
  const width = (): number => Math.max(0, ...lines.map((line) => line.getComputedTextLength()));
  const before = width();
  for (const line of lines) line.textContent = SIGNS.reduce((text, sign) => text.replace(sign, ""), line.textContent!);
  const end = footer.closest("[data-end]");
  if (end) move(end, "x", before - width());
}

/** Takes back how samples and models stood, where they stand in other orders. */
export function retell(root: Element, { words, chosen }: Pick<Ordered, "words" | "chosen">, isBeside: boolean): void {
  const word = chosen.models === "natural" ? "by name" : null;
  for (const footer of root.querySelectorAll('[data-part="footer"]')) {
    const lines = [...footer.querySelectorAll("text")];
    const at = lines
      .map((line) => line.textContent)
      .join(" ")
      .search(STANDING);
    if (at >= 0 && (words ?? word) !== null) cut(lines, at);
    if (word) dropSigns(footer, lines);
  }
  const order = part(root, "order")?.querySelector("text");
  if (order && (word || isBeside)) order.textContent = isBeside ? "" : word;
  for (const text of part(root, "margin")?.querySelectorAll("text") ?? [])
    if (word) text.textContent = text.textContent!.replace(/; best (first|last)$/, `; ${word}`);
}
