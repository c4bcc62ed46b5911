/** Titles above plots. */
import { px } from "../shared/format";
import type { Box } from "../shared/payload";
import { asPart } from "../shared/protocol";
import { oneLine } from "../shared/ticks";
import type { TitleNotes } from "../shared/sidecar";
import type { Drawing, Make } from "../shared/elements";
import { textWidth, wrap } from "./text";

const EDGE = 12;
const lineHeight = (size: number): number => Math.round(size * 1.25);

export function titleDrawing(make: Make, title: TitleNotes, width: number): Drawing {
  const size = title.fontSize ?? 16;
  const weight = Number(title.fontWeight ?? 600);
  const lines = wrap(oneLine(title.text), width - 2 * EDGE, size, weight);
  const texts = lines.map((line, i) => make("text", { y: px(size + i * lineHeight(size)) }, line));
  const look = { "font-size": px(size), "font-weight": title.fontWeight ?? 600, "text-anchor": "start" };
  return {
    nodes: [make("g", { ...asPart("title"), ...look, "font-family": title.fontFamily }, ...texts)],
    width: Math.max(0, ...lines.map((line) => textWidth(line, size, weight))),
    height: lines.length * lineHeight(size) + Math.max(0, title.marginTop - 8),
  };
}

/** Titles begin at the frame, or so much to the left that they end inside the picture. */
export const titleStart = (title: Drawing, frame: Box, width: number): number =>
  Math.max(EDGE, Math.min(frame.x, width - EDGE - title.width));
