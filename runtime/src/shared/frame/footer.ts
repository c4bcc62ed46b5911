/** What stands below a picture in words. */
import { hasTies } from "../margin";
import type { CellPlot } from "../payload";
import { splitWords } from "../split";
import type { Frame } from "./frame";
import { ordersText, signsText } from "./words";

/** What the footer says of the data; samples are counted once: in a title of our own, at their axis or here. */
export function footerFacts(frame: Frame, isTitled: boolean, plot: CellPlot, isForPage: boolean): string {
  const { heading, samples, facts, orders, groups } = frame;
  const isCounted = (heading && isTitled) || (plot.beside?.words?.middle && !groups.samples);
  const standing = ordersText(
    orders.samples,
    orders.models ?? ((groups.samples || frame.bars?.samples) && frame.best ? frame.best : null),
  );
  return [isCounted ? "" : samples, facts, splitWords(plot, isForPage), standing].filter(Boolean).join(" \u00b7 ");
}

/** What the signs that are drawn mean. */
export function signsOf(frame: Frame, plot: CellPlot): string {
  return [marginSigns(frame, plot), suspectsText(plot.suspects)].filter(Boolean).join(" \u00b7 ");
}

/** What is said of the diamonds of suspects, or why there are none. */
function suspectsText(suspects: CellPlot["suspects"]): string {
  if (!suspects) return "";
  return suspects.samples.length ? `diamonds mark ${suspects.words}` : suspects.words;
}

function marginSigns(frame: Frame, { margin, x, y }: CellPlot): string {
  if (!margin) return "";
  const { rows, scale } = margin;
  const isDrawn = (is: (row: (typeof rows)[number]) => boolean): boolean => rows.some(is);
  const areTied = hasTies(margin, margin.side === "right" ? y : x) && isDrawn(({ isTied }) => isTied);
  const hasAdjusted = (scale ?? margin.adjusted) !== null && isDrawn(({ adjustedAt }) => adjustedAt !== null);
  return signsText(margin.side, areTied, hasAdjusted, frame.best !== "", frame.baseline);
}
