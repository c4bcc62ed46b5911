/** A picture as a Mosaic spec: plots, side by side or below each other, and space between them. */
import type { LegendNotes } from "../shared/sidecar";

export type MarkSpec = Record<string, unknown>;

export type PlotSpec = { plot: MarkSpec[] } & Record<string, unknown>;

export type Length = number | string;

/** A control of the layout; its options are Mosaic's, or ours where Mosaic has no such input. */
export type InputSpec = { input: string } & Record<string, unknown>;

/** The legend of a plot that is named, in a place of its own. */
export type LegendSpec = { legend: LegendNotes["legend"]; for: string; as?: string } & Record<string, unknown>;

export type Part =
  | PlotSpec
  | LegendSpec
  | InputSpec
  | { hconcat: Part[] }
  | { vconcat: Part[] }
  | { hspace: Length }
  | { vspace: Length };

export type Spec = Part & { params?: Record<string, unknown> };

/** What stands behind the parts of a picture, by kind; `plot` is called in the order of the plots. */
export interface Visitor<T> {
  plot(spec: PlotSpec): T;
  /** In the order of the inputs. */
  input(spec: InputSpec): T;
  /** In the order of the legends that stand alone. */
  legend(spec: LegendSpec): T;
  concat(children: T[], across: boolean): T;
  space(size: Length, across: boolean): T;
}

/** The one walk over a spec. */
export function visit<T>(spec: Part, visitor: Visitor<T>): T {
  if ("plot" in spec) return visitor.plot(spec as PlotSpec);
  if ("legend" in spec) return visitor.legend(spec as LegendSpec);
  if ("input" in spec) return visitor.input(spec as InputSpec);
  if ("hconcat" in spec)
    return visitor.concat(
      spec.hconcat.map((part) => visit(part, visitor)),
      true,
    );
  if ("vconcat" in spec)
    return visitor.concat(
      spec.vconcat.map((part) => visit(part, visitor)),
      false,
    );
  return "hspace" in spec ? visitor.space(spec.hspace, true) : visitor.space(spec.vspace, false);
}

/** A length in user units; an em is 16 of them. */
export const units = (size: Length): number =>
  typeof size === "number" ? size : parseFloat(size) * (/em$/.test(size) ? 16 : 1);
