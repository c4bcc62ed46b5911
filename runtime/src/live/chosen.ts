/**
 * What is chosen in a picture, as JSON that a host keeps: the value of a param; of a selection the conditions on
 * columns that it is made of, and all of them as SQL. What a host sets is the same without the SQL; what it is told
 * again, so that it knows the SQL, is marked as its echo.
 */
import {
  clauseInterval,
  clauseIntervals,
  clausePoints,
  isSelection,
  type Selection,
  type SelectionClause,
} from "@uwdata/mosaic-core";
import { and, column, verbatim } from "@uwdata/mosaic-sql";
import type { LivingPicture } from "../plot/index";
import { holdersOf, nameOf, revived, type Condition, type Holder, type Watched } from "./holders";

type Chosen = ({ value: unknown } | { conditions: Condition[]; sql?: string }) & { echo?: true };

/** What two choices must have in common to be the same. */
const textOf = (chosen: Chosen): string => JSON.stringify("conditions" in chosen ? chosen.conditions : chosen.value);

/** Dates as `{ date }`, whole numbers as numbers. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return { date: value.toISOString() };
  if (typeof value === "bigint") return Number(value);
  return Array.isArray(value) ? value.map(plain) : (value ?? null);
}

function conditionOf({ source, fields, meta, value, predicate }: SelectionClause): Condition {
  const columns = (fields ?? (source as { fields?: readonly unknown[] }).fields ?? []).map(nameOf);
  const kind = (meta as { type?: string } | undefined)?.type;
  if (kind === "interval") return { columns, kind, value: plain(columns.length > 1 ? value : [value]) };
  if (kind !== "point") return { columns, kind: "other", value: plain(value), sql: String(predicate) };
  const rows = Array.isArray(value) ? value : [value];
  const sql = fields ? {} : { sql: String(predicate) };
  return { columns, kind: "points", value: plain(rows.map((row) => (Array.isArray(row) ? row : [row]))), ...sql };
}

/** The clauses of a selection as they were set last, even if it has not told of them yet. */
const clausesOf = (selection: Selection): SelectionClause[] =>
  (selection as unknown as { _resolved: SelectionClause[] })._resolved.filter(({ predicate }) => predicate);

function chosenIn(param: Watched): Chosen {
  if (!isSelection(param)) return { value: plain(param.value) };
  const predicate = param.resolver.predicate(clausesOf(param), null as never, null) as unknown;
  const all = [predicate ?? []].flat();
  const sql = all.length ? { sql: String(all.length > 1 ? and(...(all as never[])) : all[0]) } : {};
  return { conditions: clausesOf(param).map(conditionOf), ...sql };
}

function clauseOf({ columns, kind, value, sql }: Condition, source: object): SelectionClause {
  const fields = columns.map((name) => column(name));
  const clients = new Set<never>();
  const values = revived(value) as never[];
  if (sql) return { source, clients, fields, value: values, predicate: verbatim(sql) } as never;
  if (kind === "points") return clausePoints(fields, values, { source, clients });
  if (fields.length === 1) return clauseInterval(fields[0], values[0], { source, clients });
  return clauseIntervals(fields, values, { source, clients });
}

const isFor = ({ columns, kinds }: Holder, condition: Condition): boolean =>
  kinds.includes(condition.kind) && columns.join("\n") === condition.columns.join("\n");

/** The choices of a picture, by the names of its params and selections. */
export class Choices {
  readonly #known = new Map<string, Chosen>();
  readonly #params: Map<string, Watched>;
  readonly #holders: Holder[];
  /** What readers have chosen since the host was told. */
  readonly #fresh = new Set<string>();
  /** Conditions that nothing in the picture can hold, as sources of clauses. */
  readonly #strangers = new Map<Selection, object[]>();
  #isSetting = false;
  readonly #changed: () => void;

  /** Calls `changed` whenever there is something to tell. */
  constructor(picture: LivingPicture, names: readonly string[], changed: () => void) {
    this.#changed = changed;
    const { params } = picture.mosaic;
    this.#holders = holdersOf(picture);
    this.#params = new Map(names.map((name) => [name, params.get(name) as unknown as Watched]));
    for (const [name, param] of this.#params) {
      this.#known.set(name, chosenIn(param));
      param.addEventListener("value", () => {
        if (this.#note(name)) changed();
      });
    }
  }

  /** Whether there is something to tell of a param: a reader's choice, or the SQL of a host's. */
  #note(name: string): boolean {
    if (this.#isSetting) return false;
    const [before, now] = [this.#known.get(name)!, chosenIn(this.#params.get(name)!)];
    this.#known.set(name, now);
    if (textOf(before) !== textOf(now)) this.#fresh.add(name);
    return JSON.stringify(before) !== JSON.stringify(now);
  }

  /** What is chosen, for a host that is told now. */
  tell(): Record<string, Chosen> {
    const echo = (name: string): object => (this.#fresh.has(name) ? {} : { echo: true });
    const all = Object.fromEntries([...this.#known].map(([name, chosen]) => [name, { ...chosen, ...echo(name) }]));
    this.#fresh.clear();
    return all as Record<string, Chosen>;
  }

  /** Chooses as a reader does. */
  choose(name: string, chosen: Chosen): void {
    const known = this.#known.get(name);
    if (!known) throw new Error(`The picture has no ${name}; it has ${[...this.#known.keys()].join(", ")}`);
    if (textOf(chosen) === textOf(known)) return;
    this.#fresh.delete(name);
    this.set({ [name]: chosen });
    this.#fresh.add(name);
    this.#changed();
  }

  /** Does what a host has set, where that is something else; what a reader has chosen since comes to the host soon. */
  set(all: Record<string, Chosen>): void {
    for (const [name, { echo: _, ...chosen }] of Object.entries(all)) {
      const [param, known] = [this.#params.get(name), this.#known.get(name)];
      if (!param || !known || this.#fresh.has(name) || textOf(chosen as Chosen) === textOf(known)) continue;
      this.#known.set(name, chosen as Chosen);
      if ("conditions" in chosen) {
        this.#select(param as Selection, chosen.conditions);
        this.#learn(name);
      } else (param as { update(value: unknown): unknown }).update(revived(chosen.value));
    }
  }

  /** Takes over the SQL of conditions that were set, which the host does not know. */
  #learn(name: string): void {
    const [known, now] = [this.#known.get(name)!, chosenIn(this.#params.get(name)!)];
    if (textOf(known) !== textOf(now) || JSON.stringify(known) === JSON.stringify(now)) return;
    this.#known.set(name, now);
    this.#changed();
  }

  /** Lets what holds conditions on these columns hold them, and adds those that nothing can hold. */
  #select(selection: Selection, conditions: readonly Condition[]): void {
    const left = [...conditions];
    const now = new Map(
      clausesOf(selection).map((clause) => [clause.source as object, JSON.stringify(conditionOf(clause))]),
    );
    this.#isSetting = true;
    try {
      for (const holder of this.#holders.filter((one) => one.selection === selection)) {
        const at = left.findIndex((condition) => isFor(holder, condition));
        const [wanted] = at < 0 ? [null] : left.splice(at, 1);
        if ((now.get(holder.source) ?? "null") !== JSON.stringify(wanted)) holder.hold(wanted);
        now.delete(holder.source);
      }
      for (const source of this.#strangers.get(selection) ?? [])
        selection.update({ source, clients: new Set(), value: undefined, predicate: null } as never);
      this.#strangers.set(
        selection,
        left.map((condition) => {
          const source = {};
          selection.update(clauseOf(condition, source));
          return source;
        }),
      );
    } finally {
      this.#isSetting = false;
    }
  }
}
