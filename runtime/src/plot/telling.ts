/** Errors of marks, which Mosaic keeps to itself: of a question, of what precedes it, of what its answer becomes. */
type Tell = (error: unknown) => void;

/** A mark as the coordinator knows it. */
export interface Asking {
  pending: Promise<unknown> | null;
  initialize(): void;
  queryResult(data: unknown): unknown;
}

/** `tell` hears of whatever fails in a mark, now and whenever it begins anew. */
export function tellOf(mark: Asking, tell: Tell): void {
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
