/** Which marks that Plot draws answer, and what is wanted of them. */
import { format as formatSpecifier } from "d3-format";
import type { MarkSpec } from "../spec";

export interface PointWish {
  /** The mark's name in Mosaic. */
  mark: string;
  tip: boolean;
  /** How the values of a channel are written; null leaves it out. */
  formats: Map<string, ((value: number) => string) | null>;
}

const DECORATIONS = /^(axis|grid)|^(frame|hexgrid|graticule|sphere)$/;

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

const isDrawn = ({ mark }: MarkSpec): boolean => typeof mark === "string" && !DECORATIONS.test(mark);

/** Whether a mark is drawn and has a tip. */
export const hasTip = (mark: MarkSpec): boolean => isDrawn(mark) && isWanted(mark["tip"]);

/** What a mark answers, or null where it does not: it needs a tip, or a link where something else answers anyway. */
export function wishOf(mark: MarkSpec, isAnswering: boolean): PointWish | null {
  const tip = hasTip(mark);
  if (!tip && !(isAnswering && isDrawn(mark) && mark["href"] !== undefined)) return null;
  return { mark: String(mark["mark"]), tip, formats: formatsOf(mark["tip"]) };
}

export function withoutTip(mark: MarkSpec): MarkSpec {
  const { tip: _tip, ...rest } = mark;
  return rest;
}
