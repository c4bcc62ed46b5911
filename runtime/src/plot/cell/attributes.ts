/** Columns with one value for each sample or model: asked for, and coded for the bands that are drawn. */
import { naturally } from "../../shared/natural";
import { said, type Attribute } from "../../shared/attributes";
import { narrowed } from "../../shared/columns";
import type { AttributeNotes } from "../../shared/sidecar";
import { oneLine } from "../../shared/ticks";
import type { Answer } from "./bands";
import { numbered, ROW, type Question } from "./question";

/** An attribute with its value of each band of the data, null for none. */
export interface Values {
  notes: AttributeNotes;
  texts: (string | null)[];
}

/** One row a band, in the order of `axisQuery`. */
function attributeQuery(q: Question, axis: "x" | "y", attributes: readonly AttributeNotes[]): string {
  const inner = attributes.map(({ value }, k) => `${value} AS a${k}`);
  const columns = attributes.map((_, k) => `CAST(min(a${k}) AS VARCHAR) AS a${k}`);
  return (
    `SELECT ${columns.join(", ")} FROM ${numbered(q, [`${q[axis]} AS v`, ...inner].join(", "))} ` +
    `GROUP BY v ORDER BY min(${ROW})`
  );
}

export async function askAttributes(ask: (sql: string) => Promise<Answer>, question: Question): Promise<Values[]> {
  const { attributes = [], sampleAxis = "x" } = question.notes;
  const found: Values[] = [];
  for (const of of ["samples", "models"] as const) {
    const own = attributes.filter((notes) => notes.of === of);
    if (!own.length) continue;
    const answer = await ask(attributeQuery(question, (of === "samples") === (sampleAxis === "x") ? "x" : "y", own));
    own.forEach((notes, k) => {
      const texts = Array.from(answer.getChild(`a${k}`)!.toArray()) as (string | null)[];
      found.push({ notes, texts: texts.map((text) => (text?.trim() ? text : null)) });
    });
  }
  return attributes.map((notes) => found.find((own) => own.notes === notes)!);
}

/** Different values in their order. */
function ordered(values: string[], isNumber: boolean): string[] {
  if (!isNumber) return naturally(values).map((i) => values[i]);
  return values.sort((a, b) => Number(a) - Number(b));
}

/** The attribute of the bands that are drawn, by their numbers in the data, -1 for one that the data lacks. */
export function attributeOf({ notes, texts }: Values, bands: readonly number[]): Attribute {
  const { name, of, number } = notes;
  const drawn = bands.map((band) => (band < 0 ? null : texts[band]));
  const known = new Set(drawn.filter((text) => text !== null));
  const values = ordered([...known], number === true);
  const numbers = new Map(values.map((value, code) => [value, code]));
  const lacking = known.size < new Set(drawn).size;
  const codes = drawn.map((text) => (text === null ? values.length : numbers.get(text)!));
  return {
    name,
    of,
    labels: [...values.map(oneLine), ...(lacking ? [`no ${said(name)}`] : [])],
    codes: narrowed(codes),
    ...(lacking && { isLacking: true }),
    ...(number && { isNumber: true, numbers: Float64Array.from([...values, ...(lacking ? [NaN] : [])], Number) }),
  };
}
