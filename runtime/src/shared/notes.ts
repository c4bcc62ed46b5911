/** Reads the notes that a host gives with a spec: an unknown key is an error, not a silence. */
import { KEYS, type Sidecar } from "./sidecar";

type Kind = keyof typeof KEYS;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

function checkInside(shape: string, value: unknown, path: string): void {
  const kind = shape.replace(/\W+$/, "") as Kind;
  if (shape.endsWith("[]")) (value as unknown[]).forEach((item, i) => checkKind(kind, item, `${path}[${i}]`));
  else if (!shape.endsWith("{}")) checkKind(kind, value, path);
  else for (const [name, item] of Object.entries(value as object)) checkKind(kind, item, `${path}.${name}`);
}

function checkKind(kind: Kind, value: unknown, path: string): void {
  if (!isRecord(value)) throw new Error(`${path} must be ${kind}, not ${JSON.stringify(value)}`);
  const known = KEYS[kind] as Record<string, string | null>;
  for (const [key, item] of Object.entries(value)) {
    if (!Object.hasOwn(known, key)) throw new Error(`${path}: unknown key ${JSON.stringify(key)} of ${kind}`);
    const shape = known[key];
    if (shape !== null) checkInside(shape, item, `${path}.${key}`);
  }
}

/** The notes in JSON of a host; throws for a key that the schema does not know. */
export function readSidecar(json: unknown): Sidecar {
  checkKind("Sidecar", json, "sidecar");
  return json as Sidecar;
}
