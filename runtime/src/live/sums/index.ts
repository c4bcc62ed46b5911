/**
 * Mosaic prepares a table of sums for a brush or a choice, and asks it at every move. Here that table comes to the page
 * once, where it is small, and moves are answered without the database; what is asked of it otherwise is as before.
 */
import type { Coordinator, MosaicClient, Selection, SelectionClause } from "@uwdata/mosaic-core";
import type { ExprNode, SelectQuery } from "@uwdata/mosaic-sql";
import type { Cube } from "./cube";
import { known } from "./expression";
import { Settling } from "./settling";
import { conditionOf, Cubes, planFor, type Asking, type Info, type Statement } from "./source";

/** Who answers what the page cannot. */
export interface Database {
  /** Whether tables are worth asking for before they are needed. */
  isAwake(): boolean;
  /** Whether it answers no more: then nothing moves, as not all of the picture could follow. */
  hasEnded(): boolean;
  /** Whether it keeps tables of sums itself. */
  keepsTables: boolean;
}

/** A question to a table of sums. */
interface Wanted {
  client: MosaicClient;
  condition: ExprNode | null;
  cube(): Promise<Cube | null>;
  /** Whether the database has the table, too. */
  isKept(): Promise<boolean>;
  /** What is asked of all rows: sums are right to a pixel, and as far as Mosaic can put them together. */
  exact(): SelectQuery;
}

type Clause = SelectionClause;
type Asked = [client: MosaicClient, selection: Selection, clause: Clause | null];
type Request = Coordinator["preaggregator"]["request"];
type Question = Parameters<Coordinator["query"]>[0];
type Options = Parameters<Coordinator["query"]>[1];

class Sums {
  readonly #asking: Asking;
  readonly #request: Request;
  readonly #cubes: Cubes;
  readonly #wanted = new WeakMap<object, Wanted>();
  readonly #settling = new Settling();
  /** Conditions other than the one that changes, by whom they narrow. */
  readonly #left = new WeakMap<MosaicClient, string>();

  constructor(
    coordinator: Coordinator,
    private readonly database: Database,
  ) {
    const { preaggregator } = coordinator;
    this.#asking = { query: coordinator.query.bind(coordinator), exec: coordinator.exec.bind(coordinator) };
    this.#request = preaggregator.request.bind(preaggregator);
    this.#cubes = new Cubes(this.#asking);
    preaggregator.enabled = true;
    preaggregator.request = (...asked) => this.#prepared(coordinator, asked);
    coordinator.query = (query, options) => {
      const wanted = typeof query === "object" ? this.#wanted.get(query) : undefined;
      return wanted ? (this.#answer(query, wanted, options) as never) : this.#asking.query(query, options);
    };
  }

  /** What Mosaic knows of a table of sums; a new one is not prepared by Mosaic, but here. */
  #prepared(coordinator: Coordinator, asked: Asked): ReturnType<Request> {
    const [client, selection, clause] = asked;
    if (clause && !this.#isNarrowing(coordinator, client, selection, clause)) return null;
    let statement: Statement | null = null;
    coordinator.exec = (given) => {
      statement = given;
      return new Promise(() => undefined) as never;
    };
    try {
      const found = this.#request(...asked);
      if (statement) this.#prepare(found as never, asked, statement);
      return found;
    } finally {
      coordinator.exec = this.#asking.exec;
    }
  }

  /** Whether a condition leaves some of the rows that the others leave, which are those of the table of sums. Mosaic
   * keeps a table as long as the same brush moves, even if others have moved meanwhile. */
  #isNarrowing({ preaggregator }: Coordinator, client: MosaicClient, selection: Selection, clause: Clause): boolean {
    const others = selection.remove(clause.source);
    const left = String(others.predicate(client));
    if (this.#left.get(client) !== left) preaggregator.entries.delete(client);
    this.#left.set(client, left);
    const { union, empty } = selection.resolver;
    return others.clauses.length ? !union : !empty;
  }

  #prepare(info: Info<Clause>, [client, selection, clause]: Asked, statement: Statement): void {
    const { keepsTables } = this.database;
    const plan = planFor(info, clause!);
    info.result = plan || keepsTables ? Promise.resolve() : null;
    const ask = info.query.bind(info);
    const cube = once(() => (plan ? this.#cubes.of(info, plan) : Promise.resolve(null)));
    const kept = (): Promise<boolean> => Promise.resolve(this.#asking.exec(statement)).then(isTrue, isFalse);
    const isKept = once(() => (keepsTables ? kept() : Promise.resolve(false)));
    const exact = (): SelectQuery => client.query(selection.predicate(client, true) as never) as SelectQuery;
    info.query = (changed) => {
      const query = ask(changed);
      this.#wanted.set(query, { client, condition: conditionOf(info, changed), cube, isKept, exact });
      return query;
    };
    if (!plan) void isKept();
    else if (this.database.isAwake()) void cube();
  }

  async #answer(
    query: Question,
    { client, condition, cube, isKept, exact }: Wanted,
    options: Options,
  ): Promise<unknown> {
    const found = this.database.hasEnded() ? null : await cube();
    const made = found && known(() => found.answer(condition));
    if (!made && !(await isKept())) return this.#asking.query(exact(), options);
    const answer = made ?? (await this.#asking.query(query, options));
    this.#settling.later(client, () => this.#asking.query(exact()));
    return answer;
  }
}

const isTrue = (): boolean => true;
const isFalse = (): boolean => false;

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Lets the page answer what Mosaic asks of its tables of sums. */
export const sums = (coordinator: Coordinator, database: Database): void => void new Sums(coordinator, database);
