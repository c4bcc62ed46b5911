/** Room that header and margin take from a plot, and sizes that follow its bands. */
import type { Margin } from "../../shared/payload";
import { INDENT, wordsDrawing } from "../../shared/frame/header";
import type { Frame } from "../../shared/frame/frame";
import type { FrameNotes } from "../../shared/sidecar";
import { penOf } from "../text";
import { marginOf, type FrameGround } from "./frame";

/** A row is as high as the rows' number lets it be. */
const MOST_ROW = 28;
const LEAST_ROW = 15;
/** Rows of this height in all are not made lower; more are, down to the least. */
const ROOMY = 560;
/** Rows of models are named up to here; more are a raster in as much height. */
const MOST_NAMED = 200;
const SCREEN = 720;
const MOST_COLUMN = 48;
/** A column of topics has a name and a number. */
const MOST_TOPIC = 72;
/** One of other cells, with a number, too. */
const MOST_PLAIN = 96;
/** Share of the width that the margin may take, and of the height. */
const BESIDE = 0.42;
const MOST_OF_ROOM = 0.7;
const ABOVE = 0.4;
/** Share of a given height that cells keep before the subtitle goes. */
const CELLS = 0.4;
const HEADS = 18;
const NUMBERS = 18;

/** Height of all rows of a plot whose height follows them. */
export function rowsHeight(n: number, areModels: boolean): number {
  const step = Math.min(MOST_ROW, ROOMY / n);
  if (step >= LEAST_ROW) return Math.round(step * n);
  return areModels && n <= MOST_NAMED ? LEAST_ROW * n : areModels ? SCREEN : Math.max(ROOMY, Math.min(SCREEN, n));
}

export interface Beside {
  margin: Margin | null;
  /** What is left empty so that cells are not wide. */
  spare: number;
}

/** What few columns leave empty of the room that cells have. */
export const spareOf = ({ notes, isTable }: Pick<Frame, "notes" | "isTable">, room: number, columns: number): number =>
  notes.columns ? Math.max(0, Math.floor(room - mostOf(notes, isTable) * columns)) : 0;

const mostOf = ({ plain }: FrameNotes, isTable?: true): number =>
  plain ? MOST_PLAIN : isTable ? MOST_TOPIC : MOST_COLUMN;

/** Units by which so many columns across so much room may grow. */
export const spaceOf = (columns: number, room: number): number => Math.max(0, Math.floor(MOST_COLUMN * columns - room));

/** The margin to the right of cells, in the room that they share; its scale takes some of what few columns leave. */
export function marginBeside(frame: Frame, room: number, width: number, columns: number): Beside {
  const margin = marginOf(frame, Math.min(room * MOST_OF_ROOM, width * BESIDE), 0);
  const spare = spareOf(frame, room - (margin?.size ?? 0), columns);
  if (!spare || !margin?.scale) return { margin, spare };
  const wider = marginOf(frame, width, spare)!;
  return { margin: wider, spare: spare - (wider.size - margin.size) };
}

/** The margin above models in columns. */
export const marginAbove = (frame: Frame, height: number | null): Margin | null =>
  marginOf(frame, height === null ? Infinity : height * ABOVE, 0);

/** Least room above and below the frame, for what stands beside the margin's rows. */
export const ends = (margin: Margin | null): { top: number; bottom: number } =>
  margin?.side === "right" ? { top: HEADS, bottom: margin.scale ? NUMBERS : 0 } : { top: 0, bottom: 0 };

/** What a header of a plot with a given height holds, and how high that is. */
export interface Words {
  height: number;
  isTitled: boolean;
  isSubtitled: boolean;
}

/** As many words as leave cells their share of a given height: the subtitle goes first, then a title of our own. */
export function wordsIn(
  { title, make }: FrameGround,
  frame: Frame | null,
  width: number,
  cells: number,
  height: number,
): Words {
  const heightOf = (isTitled: boolean, isSubtitled: boolean): number => {
    const [heading, subtitle] = [isTitled && frame?.heading, isSubtitled && frame?.subtitle];
    const words = { title, heading: heading || null, subtitle: subtitle || null };
    return wordsDrawing(penOf(make), words, width - 2 * INDENT).height;
  };
  const choices = [[true, true] as const, [true, false] as const, [false, false] as const].map(
    ([isTitled, isSubtitled]): Words => ({ height: heightOf(isTitled, isSubtitled), isTitled, isSubtitled }),
  );
  return choices.find((words) => cells - words.height >= CELLS * height) ?? choices[2];
}
