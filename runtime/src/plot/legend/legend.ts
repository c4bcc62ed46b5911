/** The legend of a scale: a ramp or swatches for colours, a ramp for opacity. */
import type { LegendNotes } from "../../shared/sidecar";
import type { Drawing, Make } from "../elements";
import { isContinuous, isStepped, type PlotScale } from "../scale";
import { classes, swatches } from "./classes";
import { ramp, RAMP_WIDTH } from "./ramp";
import type { NumberFormat } from "./ticks";

export function legendOf(
  make: Make,
  scale: PlotScale,
  options: LegendNotes,
  label: string | null,
  room: number,
  format: NumberFormat,
): Drawing {
  if (options.legend === "color" && isStepped(scale)) return classes(make, scale, label, options, format);
  if (options.legend === "color" && !isContinuous(scale)) return swatches(make, scale, label, options, room);
  const kind = options.legend === "opacity" ? "opacity" : "color";
  const width = Math.min(options.width ?? RAMP_WIDTH, Math.max(40, room - 20));
  return ramp(make, scale, kind, label, { ...options, width }, format);
}
