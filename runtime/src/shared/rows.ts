/** Single rows behind cells, as columns. */
import type { CodedTexts, RowColumns } from "./columns";
import { lowerBound } from "./rising";
import { reader, textColumn } from "./texts";

export interface Row {
  epoch: string;
  /** NaN for none. */
  value: number;
  state: number;
  log: string;
  details: string[];
}

/** Each text once, and which of them each row has. */
export function coded(texts: readonly string[]): CodedTexts {
  const known = new Map<string, number>();
  const code = Uint32Array.from(texts, (text) => {
    const found = known.get(text) ?? known.size;
    known.set(text, found);
    return found;
  });
  return { code: known.size < 2 ** 16 ? Uint16Array.from(code) : code, texts: textColumn([...known.keys()]) };
}

function decoder({ code, texts }: CodedTexts): (i: number) => string {
  const textAt = reader(texts);
  return (i) => textAt(code[i]);
}

/** The rows of a cell. */
export function rowsReader({ steps, values, states, epoch, log, details }: RowColumns): (at: number) => Row[] {
  const cells = new Uint32Array(steps.length);
  for (let i = 0, at = 0; i < steps.length; i++) cells[i] = at += steps[i];
  const [epochAt, logAt, ...detailsAt] = [epoch, log, ...details].map(decoder);
  return (at) => {
    const rows: Row[] = [];
    for (let i = lowerBound(cells, at); cells[i] === at; i++)
      rows.push({
        epoch: epochAt(i),
        value: values[i],
        state: states[i],
        log: logAt(i),
        details: detailsAt.map((textAt) => textAt(i)),
      });
    return rows;
  };
}
