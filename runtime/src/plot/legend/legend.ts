/** The legend of a scale: a ramp or swatches for colours, a ramp for opacity, shapes for symbols. */
import type { LegendNotes } from "../../shared/sidecar";
import type { Attributes, Drawing, Make } from "../../shared/elements";
import { isContinuous, isStepped, type PlotScale } from "../scale";
import { classes, swatches } from "./classes";
import { ramp, rampWidth } from "./ramp";
import { scoreLegend, type Scores } from "./scores";
import type { Chosen } from "./selecting";
import { symbols, type Inks } from "./symbols";
import type { NumberFormat } from "./ticks";

export function legendOf(
  make: Make,
  scale: PlotScale,
  options: LegendNotes,
  label: string | null,
  room: number,
  format: NumberFormat,
  scores: Scores | null = null,
  scheme: Attributes = {},
  chosen: Chosen | null = null,
  inks: Inks = { colors: undefined, areOutlines: true },
): Drawing {
  if (options.legend === "symbol") return symbols(make, scale, label, options, room, chosen, inks);
  if (options.legend === "color" && isStepped(scale)) return classes(make, scale, label, options, format, chosen);
  if (options.legend === "color" && !isContinuous(scale)) return swatches(make, scale, label, options, room, chosen);
  if (options.legend === "color" && scores !== null)
    return scoreLegend(make, scale, label, scores, { options, room, format, scheme });
  const kind = options.legend === "opacity" ? "opacity" : "color";
  return ramp(
    make,
    scale,
    kind,
    label,
    { ...options, width: rampWidth(options, room) },
    format,
    kind === "color" ? scheme : {},
    chosen,
  );
}
