/** Which marks that Plot draws answer, and what is wanted of them. */
import { format as formatSpecifier } from "d3-format";
import type { PointFacts } from "../../shared/payload";
import type { MarkSpec } from "../spec";
import silent from "./silent.json";

export interface PointWish {
  /** The mark's name in Mosaic. */
  mark: string;
  tip: boolean;
  /** Where nothing is near, the nearest thing along x, along y, or in any direction answers. */
  along?: PointFacts["along"];
  /** How the values of a channel are written; null leaves it out. */
  formats: Map<string, ((value: number) => string) | null>;
}

/** Marks of joined points answer everywhere along the axis on which these follow each other. */
const ALONG: [RegExp, PointFacts["along"]][] = [
  [/^(line|area|density)Y$/, "x"],
  [/^(line|area|density)X$/, "y"],
  [/^voronoi/, "xy"],
];

/** What the caller says, as "x" or {"pointer": "x"}, or what goes with the mark; by "xy" only what is near answers. */
function alongOf(mark: string, tip: unknown): PointFacts["along"] {
  const given = (tip as { pointer?: unknown } | null | undefined)?.pointer ?? tip;
  if (given === "x" || given === "y") return given;
  if (given === "xy") return undefined;
  return ALONG.find(([pattern]) => pattern.test(mark))?.[1];
}

const isWanted = (tip: unknown): boolean => tip !== undefined && tip !== null && tip !== false;

export function formatsOf(tip: unknown): PointWish["formats"] {
  const given = (tip as { format?: Record<string, unknown> } | null | undefined)?.format ?? {};
  const format = (how: unknown): ((value: number) => string) | null | undefined =>
    how === false || how === null ? null : typeof how === "string" ? formatSpecifier(how) : undefined;
  const found = Object.entries(given).map(([name, how]) => [name, format(how)] as const);
  return new Map(
    found.filter((entry): entry is [string, ((value: number) => string) | null] => entry[1] !== undefined),
  );
}

const isDrawn = ({ mark }: MarkSpec): boolean => typeof mark === "string" && !Object.hasOwn(silent, mark);

/** Whether a mark is drawn and has a tip. */
export const hasTip = (mark: MarkSpec): boolean => isDrawn(mark) && isWanted(mark["tip"]);

/** Marks at whose things keys do what the pointer does: those before an interactor that clicks, points or moves. */
export function reachedBy(entries: readonly MarkSpec[]): Set<MarkSpec> {
  const reached = new Set<MarkSpec>();
  let last: MarkSpec | null = null;
  for (const entry of entries)
    if (entry["mark"] !== undefined) last = entry;
    else if (last && /^(toggle|nearest|pan)/.test(String(entry["select"]))) reached.add(last);
  return reached;
}

/** What a mark answers, or null where it does not: it needs a tip, keys that reach it, or a link where something else
 * answers anyway. */
export function wishOf(mark: MarkSpec, isAnswering: boolean, isReached: boolean): PointWish | null {
  const tip = hasTip(mark);
  const isWished = tip || isReached || (isAnswering && mark["href"] !== undefined);
  if (!isWished || !isDrawn(mark)) return null;
  const name = String(mark["mark"]);
  return { mark: name, tip, along: alongOf(name, mark["tip"]), formats: formatsOf(mark["tip"]) };
}

export function withoutTip(mark: MarkSpec): MarkSpec {
  const { tip: _tip, ...rest } = mark;
  return rest;
}
