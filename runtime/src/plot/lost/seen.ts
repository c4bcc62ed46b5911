/** What Plot makes of each mark of a drawing, marks of which nothing is drawn included. */
import type { Drawn, PlotSpec } from "../points/drawn";

/** Values of a channel, as the data and the scale have them. */
export interface Channel {
  value?: ArrayLike<unknown>;
  scale?: string | null;
}

/** A scale as Plot tells it. */
export interface Known {
  type: string;
  domain?: unknown[];
  range?: unknown[];
}

export interface Seen {
  spec: PlotSpec;
  channels: Record<string, Channel>;
  scales: Record<string, Known | undefined>;
  /** Scaled channels. */
  values: Drawn["values"];
  /** 1 for each row that falls to a facet that there is. */
  rows: Uint8Array;
  /** Whether there is a facet for a value. */
  facet(way: "fx" | "fy", value: unknown): boolean;
}

type Scales = { scales: Seen["scales"] } & Record<"fx" | "fy", ((value: unknown) => unknown) | undefined>;

/** A mark of Plot. */
interface PlotMark {
  scale(channels: Seen["channels"], scales: Scales, context: unknown): Seen["values"];
  filter(index: ArrayLike<number>, channels: Seen["channels"], values: Seen["values"]): unknown;
  /** Makes other channels of them, once there are scales. */
  initializer?: ((...given: unknown[]) => unknown) | null;
}

interface SeenMark {
  hasOwnData?(): boolean;
  plotSpecs(): PlotSpec[];
}

const seen = new WeakMap<object, Seen[]>();

/** What was drawn last of a mark. */
export const seenOf = (mark: object): readonly Seen[] => seen.get(mark) ?? [];

/** Marks that Plot draws as they are: it puts rows in order, and leaves some out, after all else. */
const PLAIN = /^(dot|circle|hexagon|line|text|tick|rule|vector|spike|link|arrow|image|cell)/;

const isDomainSort = (sort: unknown): boolean =>
  typeof sort === "object" && sort !== null && !("channel" in sort || "value" in sort);

/** Whether a transform more changes nothing: that of a mark which stacks would be in the place of these. */
function isOpen({ type, options }: PlotSpec): boolean {
  const { transform, initializer, select, filter, reverse, sort } = options;
  if (transform || initializer || /^nearest/.test(String(select))) return false;
  return PLAIN.test(type) || !(filter || reverse || (sort && !isDomainSort(sort)));
}

/** What is seen with the channels that a mark had before it made others of them. */
function withScaled(seen: Seen, before: Seen["channels"], scales: Scales): Seen {
  const by = scales as Record<string, unknown>;
  const found = Object.entries(before).filter(
    ([name, { scale }]) => scale && by[scale] && seen.channels[name] !== before[name],
  );
  const values = found.map(([name, { scale, value }]) => [name, Array.from(value!, by[scale!] as never)]);
  return {
    ...seen,
    channels: { ...seen.channels, ...Object.fromEntries(found) },
    values: { ...seen.values, ...Object.fromEntries(values) },
  };
}

/** Plot asks a mark for its scaled values and then for the rows that it can draw: both are taken down. */
function listen(mark: PlotMark, spec: PlotSpec, into: Seen[]): void {
  const { scale, filter, initializer } = mark;
  let before: Seen["channels"] = {};
  const rows = new Uint8Array((spec.data as ArrayLike<unknown>).length);
  mark.scale = (channels, scales, context) => {
    const values = scale.call(mark, channels, scales, context);
    const facet: Seen["facet"] = (way, value) => !scales[way] || scales[way](value) !== undefined;
    const own = { spec, channels, scales: scales.scales, values, rows, facet };
    into.push(initializer ? withScaled(own, before, scales) : own);
    return values;
  };
  if (initializer)
    mark.initializer = (data, facets, channels, ...rest) => {
      before = { ...(channels as Seen["channels"]) };
      return initializer.call(mark, data, facets, channels, ...rest);
    };
  mark.filter = (index, channels, values) => {
    for (let k = 0; k < index.length; k++) rows[index[k]] = 1;
    return filter.call(mark, index, channels, values);
  };
}

function heard(spec: PlotSpec, into: Seen[]): PlotSpec {
  if (!spec.data || !isOpen(spec)) return spec;
  const transform = function (this: unknown, data: unknown, facets: unknown): unknown {
    listen(this as PlotMark, spec, into);
    return { data, facets };
  };
  return { ...spec, options: { ...spec.options, transform } };
}

/** From now on it is known what becomes of the rows of a mark, if they come from a table. */
export function see(mark: object): void {
  const own = mark as SeenMark;
  if (own.hasOwnData?.() !== false) return;
  const specs = own.plotSpecs.bind(own);
  own.plotSpecs = () => {
    const into: Seen[] = [];
    seen.set(mark, into);
    return specs().map((spec) => heard(spec, into));
  };
}
