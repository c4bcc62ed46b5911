/** Cells that Plot draws, as an interactor looks for their rows, have the colours of our own. */
import { colorDomain, extentOf } from "../../shared/frame/shares";
import { ownScheme } from "../scheme";

interface Plot {
  marks: object[];
  setAttribute(name: string, value: unknown, options: { silent: boolean }): unknown;
}

interface Cells {
  type?: string;
  data?: { columns?: Record<string, ArrayLike<unknown>> };
  channelField?(channel: string): { as: string } | null;
}

const CHOICES = ["colorScheme", "colorRange", "colorInterpolate", "colorScale"];

function fillsOf(mark: object): unknown[] {
  const { type, data, channelField } = mark as Cells;
  if (type !== "cell" || !channelField) return [];
  const name = channelField.call(mark, "fill")?.as;
  return name === undefined ? [] : Array.from(data?.columns?.[name] ?? []);
}

/** Sets the scheme and the domain that nobody chose, where the cells hold numbers. */
export function colourAlike(plot: Plot, attributes: ReadonlySet<string>): void {
  if (CHOICES.some((name) => attributes.has(name))) return;
  const values = plot.marks.flatMap(fillsOf).filter((value) => value !== null && value !== undefined);
  if (!values.length || !values.every((value) => typeof value === "number")) return;
  const set = (name: string, value: unknown): unknown => plot.setAttribute(name, value, { silent: true });
  set("colorInterpolate", ownScheme);
  if (!attributes.has("colorDomain")) set("colorDomain", colorDomain(extentOf(Float64Array.from(values as number[]))));
}
