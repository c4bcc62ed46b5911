/** A connector whose questions are watched: what takes long is told, and so is what the engine cannot do. */
import type { Connector } from "../plot/index";

/** Answers that come sooner need no sign. */
const SOON = 300;

/** The engine itself does not run here; no question is to blame. */
export class EngineError extends Error {}

/** The reader has moved on: nobody waits for the answer. Told by its name, as hosts have scripts of their own. */
export const MOVED = "Moved";

export function isMoved(error: unknown): boolean {
  const { name, cause } = error as { name?: unknown; cause?: unknown };
  return name === MOVED || (cause !== undefined && isMoved(cause));
}

export interface Watcher {
  /** Whether some answer is late. */
  busy(isBusy: boolean): void;
  /** The engine does not run. */
  without(error: EngineError): void;
}

export function watched(connector: Connector, watcher: Watcher): Connector {
  let open = 0;
  let timer = 0;
  const ended = (): void => {
    if (--open) return;
    clearTimeout(timer);
    watcher.busy(false);
  };
  return {
    async query(request) {
      if (!open++) timer = setTimeout(() => watcher.busy(true), SOON) as unknown as number;
      try {
        return await connector.query(request);
      } catch (error) {
        if (error instanceof EngineError) watcher.without(error);
        throw error;
      } finally {
        ended();
      }
    },
  };
}
