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

/** A question that the page may answer. */
interface Wanted {
  client: MosaicClient;
  condition: ExprNode | null;
  cube(): Promise<Cube | null>;
  /** What the database is asked instead. */
  instead(): Promise<SelectQuery>;
  /** The condition itself, of which this one is right to a pixel. */
  exact(): SelectQuery;
  isRounded: boolean;
}

type Clause = SelectionClause;
type Asked = [client: MosaicClient, selection: Selection, clause: Clause | null];
type Request = Coordinator["preaggregator"]["request"];
type Options = Parameters<Coordinator["query"]>[1];

class Sums {
  readonly #asking: Asking;
  readonly #request: Request;
  readonly #cubes: Cubes;
  readonly #wanted = new WeakMap<object, Wanted>();
  readonly #settling = new Settling();

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
      return wanted ? (this.#answer(wanted, options) as never) : this.#asking.query(query, options);
    };
  }

  /** What Mosaic knows of a table of sums; a new one is not prepared by Mosaic, but here. */
  #prepared(coordinator: Coordinator, asked: Asked): ReturnType<Request> {
    let statement: Statement | null = null;
    coordinator.exec = (given) => {
      statement = given;
      return new Promise(() => undefined) as never;
    };
    const found = this.#request(...asked);
    coordinator.exec = this.#asking.exec;
    if (statement) this.#prepare(found as never, asked, statement);
    return found;
  }

  #prepare(info: Info<Clause>, [client, selection, clause]: Asked, statement: Statement): void {
    const plan = planFor(info, clause!);
    if (!plan) return this.#leave(info, statement);
    const ask = info.query.bind(info);
    const cube = once(() => this.#cubes.of(info, plan));
    const exact = (): SelectQuery => client.query(selection.predicate(client, true) as never) as SelectQuery;
    const isRounded = clause!.meta?.type === "interval";
    const table = once(() => (this.database.keepsTables ? this.#asking.exec(statement) : Promise.reject()));
    info.result = Promise.resolve();
    info.query = (changed) => {
      const query = ask(changed);
      const instead = (): Promise<SelectQuery> => table().then(() => query, exact);
      this.#wanted.set(query, { client, condition: conditionOf(info, changed), cube, exact, isRounded, instead });
      return query;
    };
    if (this.database.isAwake()) void cube();
  }

  /** What is asked of a table is beyond the page. */
  #leave(info: Info<Clause>, statement: Statement): void {
    info.result = this.database.keepsTables ? this.#asking.exec(statement) : null;
    info.result?.catch(() => (info.result = null));
  }

  async #answer({ client, condition, cube, instead, exact, isRounded }: Wanted, options: Options): Promise<unknown> {
    const found = this.database.hasEnded() ? null : await cube();
    const answer = found && known(() => found.answer(condition));
    if (!answer) return this.#asking.query(await instead(), options);
    if (isRounded) this.#settling.later(client, () => this.#asking.query(exact()));
    return answer;
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Lets the page answer what Mosaic asks of its tables of sums. */
export const sums = (coordinator: Coordinator, database: Database): void => void new Sums(coordinator, database);
