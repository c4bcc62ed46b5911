/** What Plot has drawn of a mark of Mosaic, and the values behind it. */

/** A channel of a Mosaic mark. */
export interface MosaicChannel {
  channel: string;
  field?: unknown;
  as?: string;
  value?: unknown;
}

/** The part of a Mosaic mark that is read here. */
export interface MosaicMark {
  type: string;
  channels: MosaicChannel[];
  detail: Set<string>;
}

/** What Mosaic asks Plot for. */
export interface PlotSpec {
  type: string;
  data: unknown;
  options: Record<string, unknown>;
}

/** What was drawn, once for each facet. */
export interface Drawn {
  spec: PlotSpec;
  /** Rows of the mark's data. */
  index: number[];
  group: Element;
  /** Scaled channels. */
  values: Record<string, unknown>;
  /** The position scales. */
  scales: Partial<Record<"x" | "y", Scale>>;
  /** Size and margins of the plot. */
  dimensions: Record<"width" | "height" | "marginLeft" | "marginRight" | "marginTop" | "marginBottom", number>;
}

export interface Scale {
  (value: unknown): number;
  invert?(place: number): unknown;
}

/** Names of the plot's scales by channel, where the caller gave them. */
export type Labels = (channel: string) => string | null;

const isList = (value: unknown): value is ArrayLike<unknown> => Array.isArray(value) || ArrayBuffer.isView(value);

/** The values of an option of Plot, one for each row; null where it is no column. */
export function valuesOf(option: unknown, data: unknown): ArrayLike<unknown> | null {
  if (isList(option)) return option;
  if (typeof option === "string" && Array.isArray(data))
    return data.map((row: Record<string, unknown> | null) => row?.[option]);
  const { value } = (option ?? {}) as { value?: unknown };
  return value === undefined ? null : valuesOf(value, data);
}

/** The option of a channel, extra ones included. */
export const optionOf = ({ options }: PlotSpec, channel: string, isExtra: boolean): unknown =>
  isExtra ? (options["channels"] as Record<string, unknown> | undefined)?.[channel] : options[channel];
