/** A key that opens the transcripts of the two models that are compared, for the sample that the reader is at. */
import { besideOf, comparedIn } from "./column";
import { on } from "./dom";
import { canOpen, openBoth } from "./pair";
import type { Guide } from "./pick";
import type { CellThings, Plot } from "./plot";

const NONE = "Compare two models first; the panel (p) opens both, too";

/** What the key does, for the tip of a cell; empty where it does nothing. */
export function bothHint({ plot }: CellThings): string {
  return plot.hasDetails && comparedIn(plot).length === 2 ? "o opens both" : "";
}

/** Opens both; what is said of that. */
function openAt(cells: CellThings, i: number): string {
  if (comparedIn(cells.plot).length < 2) return NONE;
  const pair = besideOf(cells, i).filter(({ isCompared }) => isCompared);
  const [first, second] = pair.filter(canOpen);
  if (second) return openBoth(first, second);
  const lacking = pair.filter((one) => !canOpen(one)).map(({ name }) => name);
  return `Nothing to open of ${lacking.join(" and ")}`;
}

/** Hears the key over a plot. */
export function openByKey({ hit, start, cells }: Plot, guide: Guide, say: (text: string) => void): void {
  on(hit, "keydown", (event) => {
    if (event.key !== "o" || event.ctrlKey || event.metaKey || event.altKey) return;
    const { of, i } = guide.place?.thing ?? start;
    const found = cells.find((one) => one === of);
    if (!found) return;
    event.preventDefault();
    void found.unpack().then(() => say(openAt(found, i)));
  });
}
