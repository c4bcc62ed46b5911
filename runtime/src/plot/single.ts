/** The tick of an axis on which all values are one: Plot writes it with six decimals, or with the signs of SI. */
import { brief } from "../shared/format";
import type { PlotScale } from "./scale";

interface Plot {
  element: Element;
}

type Scaled = Element & { scale?(name: string): PlotScale | undefined };

/** What Plot writes where it does not know how near ticks are to each other. */
const UNSURE = /^[\u2212-]?[\d,]+(\.\d{6}|(\.\d+)?[a-zµ])$/i;
const NUMBERS = new Intl.NumberFormat("en-US", { maximumFractionDigits: 10 });

/** Six digits, all of a whole part. */
function textOf(value: number): string {
  const size = Math.abs(value);
  if (value && (size < 1e-4 || size >= 1e15)) return brief(value);
  const rounded = size < 1e5 ? Number(value.toPrecision(6)) : Math.round(value);
  return NUMBERS.format(rounded).replace("-", "\u2212");
}

/** Writes the ticks of single values as numbers; `chosen` are the attributes that a caller gave. */
export function plainSingles({ element }: Plot, chosen: ReadonlySet<string>): void {
  const svg = element.querySelector("svg") as Scaled | null;
  for (const axis of ["x", "y"]) {
    const [low, high] = svg?.scale?.(axis)?.domain ?? [];
    if (typeof low !== "number" || low !== high || chosen.has(`${axis}TickFormat`)) continue;
    for (const text of svg!.querySelectorAll(`[aria-label="${axis}-axis tick label"] text`))
      if (UNSURE.test(text.textContent!)) text.textContent = textOf(low);
  }
}
