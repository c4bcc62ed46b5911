/** Windows that leave rows out: the SQL of Mosaic 0.32 lacks the word EXCLUDE, which is put into the spec it reads. */

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const isWindow = (part: Record<string, unknown>): boolean => ["rows", "range", "groups"].some((frame) => frame in part);

/** A part of a spec, with what its windows leave out as Mosaic must be told; rows of data stay as they are. */
export function withExclusions<T>(part: T): T {
  if (Array.isArray(part)) return part.map(withExclusions) as T;
  if (!isObject(part) || part instanceof Date) return part;
  const made = Object.entries(part).map(([key, value]) => {
    if (key === "exclude" && typeof value === "string" && isWindow(part)) return [key, `exclude ${value}`];
    return [key, key === "data" ? value : withExclusions(value)];
  });
  return Object.fromEntries(made) as T;
}
