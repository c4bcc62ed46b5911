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

/** Where parts of tables are kept that pictures share. */
const PARTS = `${SCHEMA}parts`;

/** Columns of a table, side by side with those of its other parts. */
export interface Part {
  name: string;
  columns: string[];
  stream(): Promise<Uint8Array>;
}

/** A table of one picture. */
export interface Made {
  name: string;
  parts: Part[];
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const DESCRIBE = /^\s*DESC(RIBE)?\s+/i;

const TEXT = /'(?:[^']|'')*'/g;

/** Functions and catalogs that tell of other tables, run SQL of their own, or read files; as names, not in texts. */
const LOOKING_ROUND = new RegExp(
  String.raw`\b(query(_table)?|duckdb_\w+|pragma_\w+|pg_(?!typeof\b)\w+|json_(execute_serialized_sql|serialize_plan)` +
    String.raw`|read_\w+|\w+_scan|glob|sniff_csv|parquet_\w+|current_setting|getenv)"?\s*\(` +
    String.raw`|\b(information_schema|pg_catalog|sqlite_master|duckdb_(tables|views|columns|schemas))\b`,
  "i",
);

/** The tables of one picture, and the parts that they are made of, which questions cannot name. */
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
    if (LOOKING_ROUND.test(select.replace(TEXT, "''"))) throw new Error("A question is about the picture's own tables");
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
  readonly #parts = new Map<string, Promise<string>>();

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

  /** A session over tables, Arrow IPC streams, and tables that are put together of parts. */
  async session(tables: ReadonlyMap<string, Uint8Array>, made: readonly Made[] = []): Promise<Session> {
    const connection = await this.worker.ask<number>("CONNECT", null);
    const schema = `${SCHEMA}${++this.#sessions}`;
    for (const sql of [`CREATE SCHEMA ${schema}`, `USE ${schema}`]) await this.#run(connection, sql);
    for (const [name, stream] of tables) await this.#insert(connection, name, schema, stream);
    for (const { name, parts } of made) {
      const names = await Promise.all(parts.map((part) => this.#kept(connection, part)));
      const columns = parts.flatMap((part, i) => part.columns.map((column) => `p${i}.${quoted(column)}`));
      const from = names.map((kept, i) => `${PARTS}.${quoted(kept)} AS p${i}`).join(" POSITIONAL JOIN ");
      await this.#run(connection, `CREATE VIEW ${quoted(name)} AS SELECT ${columns.join(", ")} FROM ${from}`);
    }
    const parts = made.flatMap((table) => [table.name, ...table.parts.map(({ name }) => name)]);
    return new Session(this.worker, connection, new Set([...tables.keys(), ...parts]));
  }

  /** A part of tables, which is put into the database once. */
  #kept(connection: number, { name, stream }: Part): Promise<string> {
    const insert = async (): Promise<string> => {
      await this.#run(connection, `CREATE SCHEMA IF NOT EXISTS ${PARTS}`);
      await this.#insert(connection, name, PARTS, await stream());
      return name;
    };
    const found = this.#parts.get(name) ?? insert();
    this.#parts.set(name, found);
    found.catch(() => this.#parts.delete(name));
    return found;
  }

  #run(connection: number, sql: string): Promise<unknown> {
    return this.worker.ask("RUN_QUERY", [connection, sql]);
  }

  #insert(connection: number, name: string, schema: string, stream: Uint8Array): Promise<unknown> {
    return this.worker.ask("INSERT_ARROW_FROM_IPC_STREAM", [connection, stream, { name, schema, create: true }]);
  }
}
