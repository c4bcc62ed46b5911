/** A connector that starts DuckDB when the first question comes. */
import type { Connector } from "../plot/index";
import { DuckDB, type Made, type Session } from "./engine";
import { EngineError } from "./watch";
import type { Program } from "./worker";

const shared = globalThis as { inspectVizDuckDB?: Promise<DuckDB> };

/** The engine of the page, which all its pictures share. */
const engineOf = (program: () => Promise<Program>): Promise<DuckDB> =>
  (shared.inspectVizDuckDB ??= program().then((found) => DuckDB.start(found)));

/** Whether the page has an engine, or waits for it. */
export const isAwake = (): boolean => shared.inspectVizDuckDB !== undefined;

/** Answers over tables, Arrow IPC streams by name, and those made of parts; what fails to start fails each question. */
export function wasm(
  program: () => Promise<Program>,
  tables: () => Promise<Map<string, Uint8Array>>,
  made: readonly Made[] = [],
): Connector {
  let session: Promise<Session> | null = null;
  const opened = async (): Promise<Session> => {
    try {
      const [engine, streams] = await Promise.all([engineOf(program), tables()]);
      return await engine.session(streams, made);
    } catch (error) {
      if (error instanceof EngineError) throw error;
      throw new EngineError(`DuckDB does not run in this browser (${error instanceof Error ? error.message : error})`);
    }
  };
  return {
    async query({ sql }) {
      session ??= opened();
      session.catch(() => (session = null));
      return (await session).answer(String(sql));
    },
  };
}
