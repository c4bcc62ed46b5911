/** A frame in the room that its plot has. */
import type { Frame } from "../../shared/frame/frame";
import { barsRoom } from "../../shared/margins/bars";
import type { Margin } from "../../shared/payload";
import type { FrameNotes, TitleNotes } from "../../shared/sidecar";
import type { Make } from "../../shared/elements";
import { marginAbove, marginBeside } from "./margin";

/** A frame in the room that it has. */
export interface Framed {
  frame: Frame;
  margin: Margin | null;
  isTitled: boolean;
  isSubtitled: boolean;
  isForPage: boolean;
}

/** Where a view's frame is drawn. */
export interface FrameGround {
  notes: FrameNotes;
  title: TitleNotes | null;
  make: Make;
}

/** Where the margin stands. */
export const sideOf = ({ sampleAxis }: Frame): Margin["side"] => (sampleAxis === "x" ? "right" : "top");

/** The margin in this room; `spare` is what its scale may take besides. */
export function marginOf(frame: Frame, room: number, spare: number): Margin | null {
  if (!frame.scale) return null;
  return sideOf(frame) === "right"
    ? marginBeside(frame.rows, frame.head, room, spare, barsRoom(frame.bars?.models))
    : marginAbove(frame.rows, frame.head, room, barsRoom(frame.bars?.models));
}
