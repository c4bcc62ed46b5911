/** Things that stand by themselves as a table and as lines of a file. */
import type { PointFacts } from "../shared/payload";
import { quoted } from "./csv";
import type { TableFacts } from "./plot";
import { plainNumber } from "./signless";

type Text = (channel: number, i: number) => string;

const sizeOf = ({ places }: PointFacts): number => places.length / 4;

/** One row for each thing; `order` has the channels, that of its name first, which is the row's heading. */
export function pointTable(mark: PointFacts, order: readonly number[], textOf: Text): TableFacts {
  const { channels, name } = mark;
  const text = (i: number, column: number): string => textOf(order[column], i);
  const isText = (column: number): boolean => !channels[order[column]].isNumber;
  return {
    name,
    head: order.map((k) => channels[k].name),
    noun: ["row", "column"],
    fixed: 1,
    isText,
    size: sizeOf(mark),
    text,
    key: (i, column) => (isText(column) ? text(i, column) : parseFloat(plainNumber(text(i, column)))),
    matching: (wanted) => (i) => order.some((_, column) => text(i, column).toLowerCase().includes(wanted)),
  };
}

/** Spans, which are numbers to those who sort them, are texts to programs. */
const isPlain = (text: string): boolean => !text.includes("\u2013");

/** A line for the headings, and one for each thing. */
export function* pointLines(mark: PointFacts, textOf: Text): Generator<string> {
  const { channels } = mark;
  const written = (text: string, isNumber: boolean): string =>
    isNumber && isPlain(text) ? plainNumber(text) : quoted(text);
  yield channels.map(({ name }) => quoted(name)).join(",");
  for (let i = 0; i < sizeOf(mark); i++)
    yield channels.map(({ isNumber }, k) => written(textOf(k, i), isNumber)).join(",");
}
