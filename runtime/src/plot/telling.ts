/** Errors of marks, which Mosaic keeps to itself: of a question, of what precedes it, of what its answer becomes. */
import { isColumnRef } from "@uwdata/mosaic-sql";

type Tell = (error: unknown) => void;

/** A mark as the coordinator knows it. */
export interface Asking {
  channels?: { field?: unknown }[];
  pending: Promise<unknown> | null;
  initialize(): void;
  queryResult(data: unknown): unknown;
}

/** Mosaic does not say what it was that has a type it does not know: SQL of the caller's. */
function named({ channels = [] }: Asking, error: unknown): unknown {
  const { message } = error as Error;
  if (!message?.startsWith("Unsupported type")) return error;
  const written = channels.map(({ field }) => field).filter((field) => field && !isColumnRef(field));
  return new Error(`${written.join(", ")}: ${message}. CAST(... AS ...) gives it one that can be shown`);
}

/** `told` hears of whatever fails in a mark, now and whenever it begins anew. */
export function tellOf(mark: Asking, told: Tell): void {
  const tell = (error: unknown): void => told(named(mark, error));
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
        return queryResult.call(mark, data);
      } catch (error) {
        tell(error);
        throw error;
      }
    },
  });
  watch();
}
