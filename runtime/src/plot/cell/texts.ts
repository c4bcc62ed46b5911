/** Columns of texts, read at once: hundreds of thousands of them one by one take long. */

/** A batch of texts in UTF-8, as flechette keeps it. */
interface TextBatch {
  length: number;
  offsets: Int32Array;
  values: Uint8Array;
}

interface TextColumn {
  type?: { typeId: number };
  nullCount?: number;
  data?: readonly TextBatch[];
  toArray(): ArrayLike<unknown>;
}

/** Arrow's number for texts in UTF-8. */
const UTF8 = 5;

/** The texts of a batch of plain ASCII, whose places are those of its bytes; null for others. */
function plain({ length, offsets, values }: TextBatch): string[] | null {
  const [from, to] = [offsets[0], offsets[length]];
  const all = new TextDecoder().decode(values.subarray(from, to));
  if (all.length !== to - from) return null;
  const texts = new Array<string>(length).fill("");
  for (let i = 0; i < length; i++) texts[i] = all.slice(offsets[i] - from, offsets[i + 1] - from);
  return texts;
}

/** The texts of a column of nothing else; null for other columns. */
export function textsOf(table: { getChild(name: string): unknown }, name: string): string[] | null {
  const column = table.getChild(name) as TextColumn;
  if (column.type?.typeId !== UTF8 || column.nullCount !== 0 || !column.data) return null;
  const batches = column.data.map(plain);
  return batches.every((texts) => texts !== null) ? batches.flat() : Array.from(column.toArray() as string[]);
}
