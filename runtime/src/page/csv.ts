/** Things as a comma-separated file. */

/** Spreadsheets run texts that start like a formula; an apostrophe keeps them text. */
const FORMULA = /^[=+\-@\t\r]/;

/** A text in quotes. */
export function quoted(text: string): string {
  const plain = FORMULA.test(text) && !Number.isFinite(Number(text)) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}

export const csv = (lines: Iterable<string>): string => `${[...lines].join("\r\n")}\r\n`;
