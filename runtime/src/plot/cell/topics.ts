/** A picture whose samples are taken together in groups, one column each. */
import type { InGroups } from "../../shared/analysis/grouped";
import { topicFrame, topicTexts, topicsOf } from "../../shared/analysis/topics";
import type { Frame } from "../../shared/frame/frame";
import { brief } from "../../shared/format";
import { countsOf } from "../../shared/counts";
import type { AxisTable } from "./bands";
import { colorDomain } from "../../shared/frame/shares";
import type { Grid } from "./grid";

export interface Taken {
  grid: Grid;
  /** Bands of the groups. */
  table: AxisTable;
  frame: Frame | null;
  /** What the groups are of, and what tips say of their cells. */
  topics: { name: string; texts: [string, string[]][] };
}

/** What is drawn in place of samples. */
export function taken(grid: Grid, sampleAxis: "x" | "y", { blocks, name }: InGroups, frame: Frame | null): Taken {
  const { nx, ny, values, states, tallies, extent } = grid;
  const found = topicsOf({ nx, ny, values, states, sampleAxis, ...(tallies ?? {}) }, blocks);
  const { cells, ...planes } = found;
  return {
    grid: { ...planes, extent, counts: countsOf(found), tallies: null, texts: [], hidden: 0, at: () => -1 },
    table: { keys: blocks.map((_, i) => i), labels: blocks.map(({ label }) => label) },
    frame: frame && topicFrame(frame, blocks, colorDomain(extent)),
    topics: { name, texts: topicTexts(cells, frame?.scale ?? { text: brief }) },
  };
}
