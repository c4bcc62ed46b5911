/** A frame in the room that its plot has. */
import type { Frame } from "../../shared/frame/frame";
import { marginOf as marginIn } from "../../shared/frame/columns";
import type { Margin } from "../../shared/payload";
import type { FrameNotes, TitleNotes } from "../../shared/sidecar";
import type { Make } from "../../shared/elements";
import { textWidth } from "../text";

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

/** The margin in this room; `spare` is what its scale may take besides. */
export const marginOf = (frame: Frame, room: number, spare: number): Margin | null =>
  marginIn({ width: textWidth }, frame, room, spare);
