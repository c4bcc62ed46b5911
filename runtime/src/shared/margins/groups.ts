/** Names of groups of models that stand in rows, at the left of the models' own names. */
import { placeOf, type Bands } from "../bands";
import type { Block } from "../blocks";
import { escaped } from "../escaped";
import { count, px } from "../format";
import { QUIET } from "../margin";
import type { Box, GroupNames } from "../payload";
import { cut } from "./forms";

const LETTERS = 16;
/** Height of a line, in user units. */
const LINE = 13;
/** Between names of groups, the line beside their rows, and names of models. */
const GAP = 7;

/** What is said of a group: its name, and below it the number of its models and the mean of their scores. */
const linesOf = ({ label, count: n, mean }: Block): string[] => [
  cut(label, LETTERS),
  [count(n), mean].filter(Boolean).join(" \u00b7 "),
];

/** Room of the names, with the line beside them. */
export const groupsRoom = (blocks: readonly Block[], width: (text: string) => number): number =>
  Math.ceil(Math.max(...blocks.flatMap(linesOf).map(width))) + 2 * GAP;

/** The names as markup; where a group has room for one line, its own name. */
export function groupNames(names: GroupNames | undefined, bands: Bands, area: Box): string {
  if (!names) return "";
  const { blocks, away, room } = names;
  const [top, bottom] = [area.y, area.y + area.height];
  const [right, x] = [area.x - away - GAP, area.x - away - room];
  let [lines, texts] = ["", ""];
  for (const block of blocks) {
    const from = Math.max(top, placeOf(bands, block.from));
    const to = Math.min(bottom, placeOf(bands, block.to - 1) + bands.bandwidth);
    if (to - from < 1) continue;
    lines += `M${px(right)} ${px(from + 1)}V${px(to - 1)}`;
    const said = linesOf(block).slice(0, Math.floor((to - from) / LINE));
    const first = (from + to) / 2 - ((said.length - 1) * LINE) / 2;
    said.forEach((text, k) => {
      const look = k ? ` fill-opacity="${QUIET}"` : "";
      texts += `<text x="${px(x)}" y="${px(first + k * LINE)}" dy="0.35em"${look}>${escaped(text)}</text>`;
    });
  }
  return `<path d="${lines}" stroke="currentColor" stroke-opacity="0.5"/><g text-anchor="start">${texts}</g>`;
}
