/** The rows of cells that are shown side by side: their epochs. */
import { narrowed, type EpochColumns } from "../../shared/columns";
import type { Answer } from "./bands";
import { quoted } from "./expression";
import type { Grid } from "./grid";
import { placed, ROW, sourceOf, type Bounds, type Question } from "./question";
import { drawnRows, rowTerms } from "./single";

/** Rows with the numbers of their bands and of their epoch, one epoch after the other; and what epochs are called. */
export interface EpochAnswers {
  rows: Answer;
  names: Answer;
  areNamed: boolean;
}

const textOf = ({ notes: { epoch } }: Question): string =>
  epoch === undefined ? "''" : `coalesce(CAST(${quoted(epoch)} AS VARCHAR), '')`;

/** The texts of epochs with their numbers. */
const codes = (q: Question): string =>
  `(SELECT e, row_number() OVER (ORDER BY TRY_CAST(e AS DOUBLE), e) - 1 AS i ` +
  `FROM (SELECT DISTINCT ${textOf(q)} AS e FROM ${sourceOf(q)}))`;

function rowQuery(q: Question): string {
  const columns = [...rowTerms(q), "CAST(i AS UINTEGER) AS e"];
  const source = `${placed(q)} c JOIN ${codes(q)} k ON ${textOf(q)} = k.e`;
  return `SELECT ${columns.join(", ")} FROM ${source} ORDER BY i, ${ROW}`;
}

/** Asks for the rows, where cells may have several. */
export async function askEpochs(
  ask: (sql: string) => Promise<Answer>,
  question: Question,
  { areSingle, rows }: Bounds,
): Promise<EpochAnswers | null> {
  if (!question.notes.split || !question.aggregate || areSingle || rows < 2) return null;
  const names = await ask(`SELECT e AS name FROM ${codes(question)} ORDER BY i`);
  return { rows: await ask(rowQuery(question)), names, areNamed: question.notes.epoch !== undefined };
}

/** Rows of a cell with the same epoch stand behind each other: how many stand before each. */
function repeatsOf(cells: ArrayLike<number>, epochs: ArrayLike<number>): Uint32Array {
  const repeats = new Uint32Array(cells.length);
  for (let k = 1; k < repeats.length; k++)
    if (cells[k] === cells[k - 1] && epochs[k] === epochs[k - 1]) repeats[k] = repeats[k - 1] + 1;
  return repeats;
}

/** What rows of an epoch are called; `nth` from 0 on. */
const label = (name: string, nth: number, areNamed: boolean): string =>
  !areNamed ? `row ${nth + 1}` : `epoch ${name || "unknown"}${nth ? `, row ${nth + 1}` : ""}`;

/** The epochs of the cells that are drawn. */
export function epochColumns({ rows, names, areNamed }: EpochAnswers, grid: Grid): EpochColumns {
  const { order, cells, steps, values, states } = drawnRows(rows, grid);
  const e = rows.getChild("e")!.toArray() as ArrayLike<number>;
  const epochs = order.map((i) => e[i]);
  const repeats = repeatsOf(cells, epochs);
  const known = Array.from(names.getChild("name")!.toArray(), String);
  const most = new Uint32Array(known.length);
  repeats.forEach((nth, k) => (most[epochs[k]] = Math.max(most[epochs[k]], nth)));
  const starts = new Uint32Array(known.length);
  for (let i = 1; i < starts.length; i++) starts[i] = starts[i - 1] + most[i - 1] + 1;
  return {
    names: known.flatMap((name, i) => Array.from({ length: most[i] + 1 }, (_, nth) => label(name, nth, areNamed))),
    steps: narrowed(steps),
    values,
    states,
    epoch: narrowed(repeats.map((nth, k) => starts[epochs[k]] + nth)),
  };
}
