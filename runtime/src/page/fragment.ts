/** The state of a picture in the address of its page: read with care, as anybody may have written it. */
import type { KeepNotes, OrderNotes } from "../shared/sidecar";
import type { Arranging } from "./arranging";
import type { State } from "./state";

/** Longer addresses are cut by what passes them on. */
const MOST = 8000;

const ORDERS: OrderNotes["by"][] = [
  "mean",
  "natural",
  "disagreement",
  "discrimination",
  "flips",
  "similarity",
  "model",
  "column",
  "given",
];

/** What a state is read against. */
export interface Known {
  samples: readonly string[];
  models: readonly string[];
  groups: readonly string[];
  /** Columns that tell of samples. */
  columns: readonly string[];
}

export const knownOf = ({ names, plot: { attributes = [] } }: Arranging): Known => ({
  ...names,
  groups: attributes.map(({ name }) => name),
  columns: attributes.filter(({ of }) => of === "samples").map(({ name }) => name),
});

/** A state with what is selected. */
export interface Told {
  state: State;
  selected: readonly string[];
}

/** Eight digits that tell pictures apart by their names (FNV-1a). */
export function markOf({ samples, models }: Known): string {
  let hash = 0x811c9dc5;
  for (const name of [...models, "", ...samples])
    for (let i = 0; i <= name.length; i++) {
      hash ^= i < name.length ? name.charCodeAt(i) : 10;
      hash = Math.imul(hash, 0x01000193);
    }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Those texts of a list that are known; undefined where it is none. */
function namesIn(value: unknown, known: readonly string[]): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const all = new Set(known);
  const found = value.filter((name): name is string => typeof name === "string" && all.has(name));
  return found.length ? [...new Set(found)] : undefined;
}

function orderIn(value: unknown, known: Known, names: readonly string[]): OrderNotes | undefined {
  if (!isRecord(value)) return undefined;
  const by = ORDERS.find((order) => order === value["by"]);
  if (!by) return undefined;
  const falling = value["falling"] === true ? { falling: true } : {};
  if (by === "model") {
    const model = known.models.find((name) => name === value["model"]);
    return model === undefined ? undefined : { by, model, ...falling };
  }
  if (by === "column") {
    const column = known.columns.find((name) => names === known.samples && name === value["column"]);
    return column === undefined ? undefined : { by, column, ...falling };
  }
  if (by !== "given") return { by, ...falling };
  const first = namesIn(value["first"], names);
  return first && { by, first };
}

/** What a value says of a state, as far as it is known; null where it says nothing. */
export function toldIn(value: unknown, known: Known): Told | null {
  if (!isRecord(value)) return null;
  const samples = orderIn(value["samples"], known, known.samples);
  const models = orderIn(value["models"], known, known.models);
  const pair = namesIn(value["versus"], known.models);
  const versus = pair?.length === 2 ? pair : value["versus"] === null ? null : undefined;
  const base = known.models.find((name) => name === value["baseline"]);
  const baseline = base ?? (value["baseline"] === null ? null : undefined);
  const kept = isRecord(value["keep"]) ? value["keep"] : {};
  const left: KeepNotes = {
    samples: namesIn(kept["samples"], known.samples),
    models: namesIn(kept["models"], known.models),
  };
  const keep = left.samples || left.models ? left : undefined;
  const group = Array.isArray(value["group"]) && !value["group"].length ? [] : namesIn(value["group"], known.groups);
  const state: State = {
    ...(samples && { samples }),
    ...(models && { models }),
    ...(versus !== undefined && { versus }),
    ...(baseline !== undefined && { baseline }),
    ...(keep && { keep }),
    ...(group && { group }),
    ...(value["level"] === "groups" && { level: "groups" as const }),
  };
  const selected = namesIn(value["selected"], known.samples) ?? [];
  return Object.keys(state).length || selected.length ? { state, selected } : null;
}

/** A state with what is selected, as one record; null where all is as drawn. */
function recordOf({ state, selected }: Told): object | null {
  const said = { ...state, ...(selected.length && { selected }) };
  return Object.keys(said).length ? said : null;
}

/** A state as text, which Python takes. */
export const textOf = (told: Told): string => JSON.stringify(recordOf(told) ?? {});

/** The state in the address of a page that holds nothing but pictures; `key` tells them apart. */
export class Fragment {
  constructor(
    private readonly key: string,
    private readonly known: Known,
  ) {}

  /** Whether the page is one of our own, whose address is ours to change. */
  static get isOurs(): boolean {
    return document.querySelector('meta[name="inspect-viz"]') !== null;
  }

  get #all(): URLSearchParams {
    return new URLSearchParams(location.hash.slice(1));
  }

  /** What the address says; "other" where that is of another picture, or nonsense. */
  read(): Told | "other" | null {
    const text = this.#all.get(this.key);
    if (text === null) return null;
    try {
      const value: unknown = JSON.parse(text);
      if (!isRecord(value) || value["of"] !== markOf(this.known)) return "other";
      return toldIn(value, this.known) ?? "other";
    } catch {
      return "other";
    }
  }

  /** Writes a state into the address; whether it has room there. */
  write(told: Told): boolean {
    const all = this.#all;
    const record = recordOf(told);
    const said = record ? JSON.stringify({ of: markOf(this.known), ...record }) : "";
    const hasRoom = said.length <= MOST;
    if (said && hasRoom) all.set(this.key, said);
    else all.delete(this.key);
    history.replaceState(
      history.state,
      "",
      `${location.pathname}${location.search}${all.size ? `#${all.toString()}` : ""}`,
    );
    return hasRoom;
  }
}
