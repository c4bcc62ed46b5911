/** Words for the labels of blocks, the longest first. */
import type { Block } from "../blocks";
import { count, counted } from "../format";
import { ELLIPSIS } from "../ticks";

/** Shorter words for blocks whose models are not counted. */
const SHORT: Record<string, string> = { nobody: "none", everybody: "all", "all who tried": "all" };
const COUNTED = /^((?:about )?(.+)) of (\d+)$/;

/** The first letters of a text. */
export function cut(label: string, most: number): string {
  const letters = [...label];
  if (letters.length <= most) return label;
  const kept = letters.slice(0, most - 1).join("");
  return `${kept.trimEnd()}${ELLIPSIS}`;
}

/** The name of a group that is turned: its ends, as the last letters often tell names apart. */
export function turnedName({ label }: Block): string {
  const letters = [...label];
  return letters.length > 18 ? `${letters.slice(0, 10).join("")}${ELLIPSIS}${letters.slice(-7).join("")}` : label;
}

/** "nobody 2", "3–5: 41"; of the one that says what is counted "3–5 of 8 models: 41 samples"; the longest first. */
function formsOf({ label, kind, count: n, mean }: Block, isWhole: boolean, letters: number): string[] {
  const number = count(n);
  const [, some, few, of] = COUNTED.exec(label) ?? [];
  const long = counted(n, "sample");
  if (kind === "quantile") return [...(isWhole ? [`${label}: ${long}`] : []), `${label}: ${number}`];
  if (kind === "group") {
    const name = cut(label, letters);
    const told = mean ? [`${name} ${number} \u00b7 ${mean}`, `${name} \u00b7 ${mean}`] : [`${name} ${number}`];
    return [...told, name, cut(label, 16), cut(label, 8), number];
  }
  if (kind === "topic") return [label, label.replace(" %", "")];
  if (kind === "part") return [`${label} ${number}`, number];
  if (some === undefined) return [...[label, SHORT[label]].filter(Boolean).map((word) => `${word} ${number}`)];
  const whole = [
    `${label} models: ${long}`,
    `${label} models: ${number}`,
    `${label}: ${number}`,
    `${few} of ${of}: ${number}`,
  ];
  return [...(isWhole ? whole : []), `${few}: ${number}`];
}

/** Letters of the name of a group. */
const MOST_LETTERS = 24;

/** Forms of the labels of blocks. Beside each other the largest that has numbers says of what, below each other all. */
export function formsOfAll(blocks: readonly Block[], isAcross: boolean, letters = MOST_LETTERS): string[][] {
  const sizes = blocks.map(({ label, count: n }) => (/\d/.test(label) ? n : 0));
  const largest = sizes.indexOf(Math.max(1, ...sizes));
  return blocks.map((block, i) => formsOf(block, i === largest || !isAcross, letters));
}
