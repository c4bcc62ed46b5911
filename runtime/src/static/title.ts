/** Titles above plots. */
import { px } from "../shared/format";
import type { Box } from "../shared/payload";
import { oneLine } from "../shared/ticks";
import { escape } from "./escape";
import type { Drawing } from "./legend";
import { families } from "./svg";
import { textWidth, wrap } from "./text";
import type { TitleSpec } from "./view";

const EDGE = 12;
const lineHeight = (size: number): number => Math.round(size * 1.25);

export function titleDrawing(title: TitleSpec, width: number): Drawing {
  const size = title.fontSize ?? 16;
  const weight = title.fontWeight ?? 600;
  const lines = wrap(oneLine(title.text), width - 2 * EDGE, size, weight);
  const family = title.fontFamily ? ` font-family="${escape(families(title.fontFamily))}"` : "";
  const texts = lines.map((line, i) => `<text y="${px(size + i * lineHeight(size))}">${escape(line)}</text>`);
  return {
    svg: `<g data-part="title" font-size="${px(size)}" font-weight="${weight}" text-anchor="start"${family}>${texts.join("")}</g>`,
    width: Math.max(0, ...lines.map((line) => textWidth(line, size, weight))),
    height: lines.length * lineHeight(size) + Math.max(0, title.marginTop - 8),
  };
}

/** Titles begin at the frame, or so much to the left that they end inside the picture. */
export const titleStart = (title: Drawing, frame: Box, width: number): number =>
  Math.max(EDGE, Math.min(frame.x, width - EDGE - title.width));
