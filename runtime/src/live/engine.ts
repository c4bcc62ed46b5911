/** One DuckDB for all pictures of a page; each has a connection and a schema of its own, and sees no other's tables. */
import { DuckWorker, type Program } from "./worker";

/** Nothing outside of the tables that it is given. */
const LOCK = [
  "SET autoinstall_known_extensions = false",
  "SET autoload_known_extensions = false",
  "SET enable_external_access = false",
];

/** Schemas of pictures, which no question names. */
const SCHEMA = "inspect_viz_picture_";

/** The least WebAssembly: a browser that refuses it refuses all, and says why. */
const NOTHING = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

const DESCRIBE = /^\s*DESC(RIBE)?\s+/i;

/** The tables of one picture. */
export class Session {
  constructor(
    private readonly worker: DuckWorker,
    private readonly connection: number,
    private readonly tables: ReadonlySet<string>,
  ) {}

  /** The answer to one SELECT over the session's own tables, as an Arrow IPC stream. */
  async answer(sql: string): Promise<Uint8Array> {
    await this.#check(sql.replace(DESCRIBE, ""));
    return this.worker.ask<Uint8Array>("RUN_QUERY", [this.connection, sql]);
  }

  /** Only what can stand in parentheses after FROM is one SELECT. */
  async #check(select: string): Promise<void> {
    if (select.toLowerCase().includes(SCHEMA)) throw new Error("The picture has no other tables than its own");
    const statement = await this.worker.ask<number>("CREATE_PREPARED", [
      this.connection,
      `SELECT * FROM (${select}\n)`,
    ]);
    await this.worker.ask("CLOSE_PREPARED", [this.connection, statement]);
    const named = await this.worker.ask<string[]>("GET_TABLE_NAMES", [this.connection, select]);
    const foreign = named.find((name) => !this.tables.has(name));
    if (foreign !== undefined) throw new Error(`The picture has no table ${foreign}`);
  }
}

export class DuckDB {
  #sessions = 0;

  private constructor(private readonly worker: DuckWorker) {}

  /** Starts the engine. Rejects where the browser refuses WebAssembly, or has no room for it. */
  static async start(program: Program): Promise<DuckDB> {
    await WebAssembly.compile(NOTHING);
    const worker = new DuckWorker(program);
    await worker.ask("INSTANTIATE", ["inline:duckdb.wasm", null]);
    await worker.ask("OPEN", { path: ":memory:", query: { castBigIntToDouble: false } });
    const connection = await worker.ask<number>("CONNECT", null);
    for (const sql of LOCK) await worker.ask("RUN_QUERY", [connection, sql]);
    await worker.ask("DISCONNECT", connection);
    return new DuckDB(worker);
  }

  /** A session over tables, Arrow IPC streams. */
  async session(tables: ReadonlyMap<string, Uint8Array>): Promise<Session> {
    const connection = await this.worker.ask<number>("CONNECT", null);
    const schema = `${SCHEMA}${++this.#sessions}`;
    for (const sql of [`CREATE SCHEMA ${schema}`, `USE ${schema}`])
      await this.worker.ask("RUN_QUERY", [connection, sql]);
    for (const [name, stream] of tables)
      await this.worker.ask("INSERT_ARROW_FROM_IPC_STREAM", [connection, stream, { name, schema, create: true }]);
    return new Session(this.worker, connection, new Set(tables.keys()));
  }
}
