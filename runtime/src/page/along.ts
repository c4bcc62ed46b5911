/** Selected samples as texts that other tools take. */

/** Labels of ids that cannot be seen, or are none. */
const EMPTY = "(empty)";
const NULL = "(null)";

const piece = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** A text in SQL, which has no sign for the character of number 0. */
const literal = (text: string): string =>
  text.includes("\0") ? `(${text.split("\0").map(piece).join(" || chr(0) || ")})` : piece(text);
const column = (name: string): string => (name === "id" ? name : `"${name.replaceAll('"', '""')}"`);

/** A condition in SQL that these ids of a column meet. */
export function whereOf(name: string, ids: readonly string[]): string {
  const id = column(name);
  const terms = [`${id} IN (${ids.map(literal).join(", ")})`];
  if (ids.includes(EMPTY)) terms.push(`regexp_full_match(CAST(${id} AS VARCHAR), '\\s*')`);
  if (ids.includes(NULL)) terms.push(`${id} IS NULL`);
  return terms.join(" OR ");
}

/** The rows of these ids in Python, of a table that is called `data`; texts of JSON are texts of Python. */
export const pythonOf = (name: string, ids: readonly string[]): string =>
  `data = data.where(${JSON.stringify(whereOf(name, ids))})`;

/** An id as a pattern of `--sample-id`, where commas part patterns, spaces at their ends are dropped, and what stands
 * before a colon may be a task. */
const patternOf = (id: string): string =>
  id
    .replace(/[[*?:]/g, "[$&]")
    .replaceAll(",", "[+--]")
    .replace(/^\s|\s$/g, "[$&]");

const quoted = (text: string): string => (/^[\w.,/@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** The option of `inspect eval` that runs these samples, as a shell reads it. */
export function sampleIdOf(ids: readonly string[]): string {
  const text = ids.map((id) => patternOf(id === EMPTY ? "" : id)).join(",");
  return `--sample-id${text.startsWith("-") ? "=" : " "}${quoted(text)}`;
}

/** Bytes that a shell takes as one argument. */
const LONGEST = 131_071;

export const isTooLong = (option: string): boolean => new TextEncoder().encode(option).length > LONGEST;
