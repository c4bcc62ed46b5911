/** A picture in words, for those who do not see it. */
import { brief, count } from "../shared/format";
import type { CellPlot } from "../shared/payload";

export function describe(plots: CellPlot[]): string {
  return plots
    .map(({ x, y, valueName, color, counts }) => {
      const states = Object.entries(counts)
        .filter(([, n]) => n > 0)
        .map(([name, n]) => `${count(n)} ${name}`);
      return `${count(x.labels.length)} ${x.name} by ${count(y.labels.length)} ${y.name}; colour shows ${valueName} from ${brief(color.low)} to ${brief(color.high)}${states.length ? `; cells: ${states.join(", ")}` : ""}.`;
    })
    .join(" ");
}
