/** A picture in words, for those who do not see it. */
import { brief, count } from "../shared/format";
import type { BandAxis, Plot } from "../shared/payload";

const bands = (axis: Plot["x"]): string => {
  const { labels, name } = axis as BandAxis;
  return `${count(labels.length)} ${name}`;
};

function sentences({ x, y, marks }: Plot): string[] {
  return marks
    .filter((mark) => mark.kind === "cells")
    .map(({ valueName, color, counts }) => {
      const states = Object.entries(counts)
        .filter(([, n]) => n > 0)
        .map(([name, n]) => `${count(n)} ${name}`);
      const range = `${valueName} from ${brief(color.low)} to ${brief(color.high)}`;
      const cells = states.length ? `; cells: ${states.join(", ")}` : "";
      return `${bands(x)} by ${bands(y)}; colour shows ${range}${cells}.`;
    });
}

export const describe = (plots: Plot[]): string => plots.flatMap(sentences).join(" ");
