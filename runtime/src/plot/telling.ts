/** Errors of marks and highlights, which Mosaic keeps to itself: of a question, of what precedes it, of what its answer
 * becomes. */
import { Highlight } from "@uwdata/mosaic-plot";
import { isColumnRef } from "@uwdata/mosaic-sql";

type Tell = (error: unknown) => void;

/** A mark as the coordinator knows it. */
export interface Asking {
  channels?: { field?: unknown }[];
  plot: { update(mark: unknown): unknown };
  pending: Promise<unknown> | null;
  initialized: boolean;
  /** Whether the answer that came is not the last one. */
  isAsking?: boolean;
  initialize(): void;
  requestQuery(): unknown;
  queryResult(data: unknown): unknown;
}

/** Mosaic does not say what it was that has a type it does not know: SQL of the caller's. */
function named({ channels = [] }: Asking, error: unknown): unknown {
  const { message } = error as Error;
  if (!message?.startsWith("Unsupported type")) return error;
  const written = channels.map(({ field }) => field).filter((field) => field && !isColumnRef(field));
  return new Error(`${written.join(", ")}: ${message}. CAST(... AS ...) gives it one that can be shown`);
}

/** A plot with what it asks. */
interface Plot {
  marks: object[];
  interactors: object[];
  update(): unknown;
}

type Highlighting = Highlight & { update(): Promise<void> };

/** Marks and highlights that show what they were answered before: their last question failed. */
const failing = new WeakSet<object>();

const failingOf = ({ marks, interactors }: Plot): object[] =>
  [...marks, ...interactors].filter((one) => failing.has(one));

/** Whether something in a plot shows what it was answered before. */
export const isFailing = (plot: Plot): boolean => failingOf(plot).length > 0;

/** Asks anew for what a plot was not answered. */
export function askAgain(plot: Plot): void {
  for (const one of failingOf(plot) as (Asking | Highlighting)[]) {
    if (one instanceof Highlight) void one.update();
    else if (one.initialized) one.requestQuery();
    else one.initialize();
  }
}

/**
 * `told` hears of whatever fails in a mark, now and whenever it begins anew. The other marks of its plot, which Mosaic
 * draws once all are answered, do not wait for it.
 */
function tellOfMark(mark: Asking, told: Tell): void {
  let isDrawn = false;
  const tell = (error: unknown): void => {
    failing.add(mark);
    told(named(mark, error));
    if (isDrawn) mark.plot.update(mark);
  };
  const { initialize, queryResult } = mark;
  const watch = (): void => void mark.pending?.catch(tell);
  Object.assign(mark, {
    queryError: tell,
    initialize(): void {
      initialize.call(mark);
      watch();
    },
    queryResult(data: unknown): unknown {
      try {
        const result = queryResult.call(mark, data);
        isDrawn = true;
        if (!mark.isAsking) failing.delete(mark);
        return result;
      } catch (error) {
        tell(error);
        throw error;
      }
    },
  });
  watch();
}

/** Which things a highlight sets back is asked apart: the drawing does not wait for the answer to come after all. */
function tellOfHighlight(highlight: Highlighting, plot: Plot, told: Tell): void {
  const update = highlight.update.bind(highlight);
  highlight.update = async () => {
    try {
      await update();
      if (failing.delete(highlight)) plot.update();
    } catch (error) {
      failing.add(highlight);
      told(error);
    }
  };
}

/** `told` hears of whatever fails in a plot. */
export function tellOf(plot: Plot, told: Tell): void {
  for (const mark of plot.marks) tellOfMark(mark as Asking, told);
  for (const one of plot.interactors) if (one instanceof Highlight) tellOfHighlight(one as Highlighting, plot, told);
}
