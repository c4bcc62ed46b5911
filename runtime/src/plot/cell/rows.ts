/** Single rows behind the cells of a view: their epochs, and what else the caller asked for. */
import type { RowColumns } from "../../shared/columns";
import { coded } from "../../shared/rows";
import { askAttributes, type Values } from "./attributes";
import type { Answer } from "./bands";
import { quoted } from "./expression";
import type { Grid } from "./grid";
import { extentQuery, given, linkQuery, placed, ROW, type Bounds, type Question } from "./question";
import { drawnRows, rowTerms } from "./single";
import { askEpochs, type EpochAnswers } from "./split";
import type { CellWish } from "./wish";

/** Nobody asked for the rows of larger tables. */
const MOST_UNASKED = 200_000;

export interface ToldRows {
  answer: Answer;
  /** How many columns the caller asked for. */
  details: number;
}

const textOf = (column: string | undefined, when = "true"): string =>
  column === undefined ? "''" : `CASE WHEN ${when} THEN coalesce(CAST(${quoted(column)} AS VARCHAR), '') ELSE '' END`;

/** One row for every row, those of a cell in the order of their epochs. */
function rowQuery(q: Question): string {
  const { link, log, epoch, details = [] } = q.notes;
  const columns = [
    ...rowTerms(q),
    `${textOf(epoch)} AS epoch`,
    `${textOf(log, link === undefined ? "true" : `NOT ${given(link)}`)} AS log`,
    ...details.map((name, k) => `${textOf(name)} AS d${k}`),
  ];
  const order = epoch === undefined ? ROW : `TRY_CAST(${quoted(epoch)} AS DOUBLE), ${ROW}`;
  return `SELECT ${columns.join(", ")} FROM ${placed(q)} ORDER BY ${order}`;
}

/** Whether a cell has several of these rows. */
function areSeveral(answer: Answer, { x }: Bounds): boolean {
  const [xi, yi] = ["xi", "yi"].map((name) => answer.getChild(name)!.toArray() as ArrayLike<number>);
  return new Set(Array.from(xi, (at, i) => yi[i] * x + at)).size < answer.numRows;
}

/** The rows that a page tells of: where cells have several, or logs are to be named, or the caller asked for more. */
async function toldRows(
  ask: (sql: string) => Promise<Answer>,
  question: Question,
  { isForPage }: CellWish,
  bounds: Bounds,
  rows: number,
): Promise<ToldRows | null> {
  const { notes, aggregate } = question;
  const details = notes.details?.length ?? 0;
  if (!isForPage || !aggregate || notes.sampleAxis === undefined) return null;
  if (!details && (rows > MOST_UNASKED || (bounds.areSingle && notes.log === undefined))) return null;
  const answer = await ask(rowQuery(question));
  const isTold = details > 0 || textsOf(answer, "log").some(Boolean) || areSeveral(answer, bounds);
  return isTold ? { answer, details } : null;
}

/** What is asked of single rows before the cells are. */
export interface RowAnswers {
  links: Answer | null;
  /** What tells the epochs of cells, where an order asks for it. */
  extents: Answer | null;
  told: ToldRows | null;
  attributes: Values[];
  /** Where cells show their epochs side by side. */
  epochs: EpochAnswers | null;
}

export const NO_ROWS: RowAnswers = { links: null, extents: null, told: null, attributes: [], epochs: null };

export async function askRows(
  ask: (sql: string) => Promise<Answer>,
  question: Question,
  wish: CellWish,
  bounds: Bounds,
  rows: number,
): Promise<RowAnswers> {
  const { level } = question.notes;
  const links = level ? null : linkQuery(question);
  const isByFlips = [wish.notes.samples, wish.notes.models].some((order) => order?.by === "flips");
  return {
    links: links === null ? null : await ask(links),
    extents: isByFlips ? await ask(extentQuery(question, bounds)) : null,
    told: level ? null : await toldRows(ask, question, wish, bounds, rows),
    attributes: await askAttributes(ask, question),
    epochs: await askEpochs(ask, question, bounds),
  };
}

const textsOf = (answer: Answer, name: string): string[] => Array.from(answer.getChild(name)!.toArray(), String);

/** Paths below the folder that all of them share: where logs lie on a machine is nobody's business. */
function belowShared(paths: string[]): string[] {
  const folders = [...new Set(paths)].filter(Boolean).map((path) => path.split(/(?<=[/\\])/).slice(0, -1));
  const [first = [], ...others] = folders;
  const isShared = (piece: string, k: number): boolean => others.every((folder) => folder[k] === piece);
  const differs = first.findIndex((piece, k) => !isShared(piece, k));
  const { length } = first.slice(0, differs < 0 ? undefined : differs).join("");
  return paths.map((path) => path.slice(length));
}

/** The rows of the cells that are drawn. */
export function rowColumns({ answer, details }: ToldRows, grid: Grid): RowColumns {
  const { order, steps, values, states } = drawnRows(answer, grid);
  const texts = (all: string[]): RowColumns["epoch"] => coded(Array.from(order, (i) => all[i]));
  return {
    steps,
    values,
    states,
    epoch: texts(textsOf(answer, "epoch")),
    log: texts(belowShared(textsOf(answer, "log"))),
    details: Array.from({ length: details }, (_, k) => texts(textsOf(answer, `d${k}`))),
  };
}
