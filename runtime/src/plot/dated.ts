/** Dates as categories: what names them in attributes becomes dates, and their labels are written as elsewhere. */

/** A plot of Mosaic whose marks know the types of their columns. */
interface Plot {
  element: Element;
  marks: object[];
  getAttribute(name: string): unknown;
  setAttribute(name: string, value: unknown, options: { silent: boolean }): unknown;
}

interface Typed {
  channels?: { channel: string; type?: string }[];
}

/** Channels by the scales on which they stand. */
const SCALES: Record<string, RegExp> = {
  x: /^x[12]?$/,
  y: /^y[12]?$/,
  fx: /^fx$/,
  fy: /^fy$/,
  color: /^(fill|stroke)$/,
  symbol: /^symbol$/,
};
const MOMENT = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?$/;
const ISO = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?Z$/;

/** The moment that a text names, in UTC where it names no zone; other values as they are. */
export function momentOf(value: unknown): unknown {
  const found = typeof value === "string" ? MOMENT.exec(value) : null;
  if (!found) return value;
  const [text, time, , , zone] = found;
  const date = new Date(`${text.replace(" ", "T")}${time && !zone ? "Z" : ""}`);
  return Number.isNaN(date.getTime()) ? value : date;
}

/** What names bands: moments where some of the bands are. */
export const datedKeys = <T>(names: T[], keys: readonly unknown[]): T[] =>
  keys.some((key) => key instanceof Date) ? (names.map(momentOf) as T[]) : names;

const isDated = (marks: object[], pattern: RegExp): boolean =>
  marks.some((mark) =>
    ((mark as Typed).channels ?? []).some(({ channel, type }) => type === "date" && pattern.test(channel)),
  );

/** Categories are compared with the values of columns: where these are dates, domains and ticks are, too. */
export function dateDomains(plot: Plot): void {
  for (const [scale, pattern] of Object.entries(SCALES))
    for (const name of [`${scale}Domain`, `${scale}Ticks`]) {
      const value = plot.getAttribute(name);
      if (!Array.isArray(value) || !value.some((entry) => typeof entry === "string")) continue;
      if (isDated(plot.marks, pattern)) plot.setAttribute(name, value.map(momentOf), { silent: true });
    }
}

/** Labels of times as people write them, in the place of ISO's; Plot's sign that categories look like dates or numbers
 * leads to a console that a picture has not. */
export function plainTimes({ element }: Plot): void {
  for (const text of element.querySelectorAll("svg > text")) if (text.textContent!.startsWith("\u26a0")) text.remove();
  for (const label of element.querySelectorAll('[aria-label$="-axis tick label"] text')) {
    const [, day, time] = (!label.children.length && ISO.exec(label.textContent ?? "")) || [];
    if (day) label.textContent = `${day} ${time}`;
  }
}
