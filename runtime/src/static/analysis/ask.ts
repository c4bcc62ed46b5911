/** What an analysis is made of: the question of a mark of cells, asked and answered as for a picture. */
import { decodeIPC } from "@uwdata/mosaic-core";
import type { Plane } from "../../shared/analysis/plane";
import { oneLine } from "../../shared/ticks";
import { axisTable, drawnBands, type Answer, type AxisTable } from "../../plot/cell/bands";
import { columnsOf } from "../../plot/cell/columns";
import { boundsOf, DataCells } from "../../plot/cell/data";
import { epochsOf } from "../../plot/cell/epochs";
import { gridOf, markPending, type Grid } from "../../plot/cell/grid";
import {
  axisQuery,
  cellQuery,
  extentQuery,
  linkQuery,
  rowsOf,
  type Bounds,
  type Question,
} from "../../plot/cell/question";
import { sortOf } from "../../plot/cell/sort";
import { sortable, type View } from "../../plot/cell/sortable";

export interface Asked {
  question: Question;
  /** The order of the bands, as a picture's. */
  sort: unknown;
  threshold: number | null;
}

/** Whether lower scores are better. */
export const isLower = ({ notes }: Question): boolean => notes.lower === true;

export type Ask = (sql: string) => Promise<Uint8Array>;

export interface Answered {
  /** Whole names of rows and columns. */
  models: string[];
  samples: string[];
  grid: Grid;
  plane: Plane;
  /** The links of these samples: of a row and a column, in the order of the data. */
  links(samples: readonly number[]): Promise<Link[]>;
}

export interface Link {
  model: number;
  sample: number;
  href: string;
}

const asker =
  (ask: Ask) =>
  async (sql: string): Promise<Answer> =>
    decodeIPC(await ask(sql)) as unknown as Answer;

const positions = (codes: number[]): Map<number, number> => new Map(codes.map((code, band) => [code, band]));

/** The cells; rows that are the only ones of theirs need not be grouped. */
async function cellsOf(ask: (sql: string) => Promise<Answer>, question: Question, bounds: Bounds): Promise<DataCells> {
  const asked = async (q: Question): Promise<DataCells> =>
    new DataCells(columnsOf(await ask(cellQuery(q, bounds)), 0), bounds.x, bounds.y, isLower(q));
  const rows = rowsOf(question, bounds);
  const cells = rows && (await asked(rows));
  return cells === null || cells.areRepeated ? asked(question) : cells;
}

/** Asks for samples on x and models on y. */
export async function answered({ question, sort, threshold }: Asked, bytes: Ask): Promise<Answered> {
  const ask = asker(bytes);
  const [x, y] = [await ask(axisQuery(question, "x")), await ask(axisQuery(question, "y"))];
  const bands: Record<"x" | "y", AxisTable> = { x: axisTable(x), y: axisTable(y) };
  const bounds = boundsOf(x, y);
  const view: View = {
    order: "adjusted",
    sampleAxis: "x",
    isLower: isLower(question),
    ...(threshold === null ? {} : { threshold }),
  };
  const cells = await cellsOf(ask, question, bounds);
  const entries = sortable(cells, bands.x, bands.y, [], view);
  const [across, down] = (["x", "y"] as const).map((axis) =>
    drawnBands(axis, bands[axis], entries, sortOf(axis, sort), undefined, false),
  );
  const grid = gridOf(cells, across.codes, down.codes);
  const labels = { x: across.table.labels, y: down.table.labels };
  if (question.notes.pending) markPending(grid, question.notes.pending, labels, "x");
  const { nx, ny, values } = grid;
  const several = grid.tallies === null ? null : await ask(extentQuery(question, bounds));
  const epochs = several && epochsOf(several, values.length, grid.at);
  const links = async (samples: readonly number[]): Promise<Link[]> => {
    const all = linkQuery(question);
    if (all === null || samples.length === 0) return [];
    const found = await ask(`SELECT * FROM (${all}) WHERE xi IN (${samples.map((k) => across.codes[k]).join(", ")})`);
    const column = (name: string): ArrayLike<unknown> => found.getChild(name)!.toArray();
    const [xi, yi, href] = [column("xi"), column("yi"), column("href")];
    const [ofX, ofY] = [positions(across.codes), positions(down.codes)];
    return Array.from(href, (text, i) => ({
      sample: ofX.get(Number(xi[i]))!,
      model: ofY.get(Number(yi[i]))!,
      href: String(text),
    }));
  };
  return {
    models: labels.y.map(oneLine),
    samples: labels.x,
    grid,
    plane: { values, nx, ny, epochs },
    links,
  };
}
