/** The rows behind a cell: one for each epoch, with its links and what the caller asked for. */
import { exact } from "../shared/format";
import { OK } from "../shared/payload";
import type { Link } from "../shared/payload";
import type { Row } from "../shared/rows";
import type { Facts, Run } from "./plot";

/** Characters of an error in a tip that is not pinned. */
const BRIEF = 160;

const named = (epoch: string): string => (epoch === "" ? "" : `epoch ${epoch}`);

/** Rows with the links that are theirs, and the links that are left. */
export function runsOf(
  rows: readonly Row[],
  links: readonly Link[],
  colorOf: (value: number) => string,
  words: readonly string[],
): { runs: Run[]; links: Link[] } {
  const left = [...links];
  const runs = rows.map(({ epoch, value, state }) => {
    const label = named(epoch);
    const at = left.findIndex((link) => link.label === (label || "log"));
    const [link] = at < 0 ? [] : left.splice(at, 1);
    const isScored = value === value;
    const text = [isScored ? exact(value) : "", state === OK ? "" : words[state]].filter(Boolean).join(", ");
    return { label: label || "row", color: isScored ? colorOf(value) : "", text, href: link?.href };
  });
  return { runs, links: left };
}

/** All that can be opened: rows first. */
export const linksOf = ({ runs, links }: Pick<Facts, "runs" | "links">): Link[] => [
  ...runs.flatMap(({ label, href }) => (href === undefined ? [] : [{ label, href }])),
  ...links,
];

/** Heading and text of each column: once where all epochs have the same text, else for each epoch that has one. */
export function detailsOf(rows: readonly Row[], names: readonly string[]): [string, string][] {
  return names.flatMap((name, k): [string, string][] => {
    const texts = rows.map(({ details }) => details[k]);
    if (new Set(texts).size < 2) return texts[0] ? [[name, texts[0]]] : [];
    return rows.flatMap(({ epoch }, i): [string, string][] =>
      texts[i] ? [[`${name}, ${named(epoch) || `row ${i + 1}`}`, texts[i]]] : [],
    );
  });
}

/** The first line of the first error, cut. */
export function errorOf(rows: readonly Row[], names: readonly string[]): string {
  const at = names.indexOf("error");
  const [line = ""] =
    rows
      .map(({ details }) => details[at] ?? "")
      .find(Boolean)
      ?.trim()
      .split("\n") ?? [];
  return line.length > BRIEF ? `${line.slice(0, BRIEF).trimEnd()}\u2026` : line;
}

/** Log, id and epoch of rows that no link leads to, a line each. */
export const sourceOf = (rows: readonly Row[], id: string): string =>
  rows
    .filter(({ log }) => log)
    .map(({ log, epoch }) => [log, id, epoch].filter(Boolean).join("\t"))
    .join("\n");
