/** Size and margins of a plot of bands, fitted to the labels of both axes. */
import { EDGE, fitX, fitY, type AxisFit, type BandTexts } from "./axes";
import type { Side } from "../shared/payload";
import type { Settings } from "./settings";

/** Share of the width that turned labels may reach to the left of the frame. */
const LEAD = 0.14;

export interface Fits {
  x: AxisFit;
  y: AxisFit;
}

/** What stands around the frame besides the labels. */
export interface Surroundings {
  /** Height that the title takes from the top. */
  titleHeight: number;
  /** Size of the tick labels. */
  font: number;
  /** Units that stand between the frame and the edge or the labels of a side, besides those. */
  beside?: Partial<Record<Side, number>>;
}

const autoHeight = (bands: number): number => Math.min(2000, Math.max(120, bands * 20 + 80));

const isOn = (side: string | null, name: string): boolean => side === name || side === "both";

/** Offers height, margins and ticks to the plot. */
export function fit(
  settings: Settings,
  x: BandTexts,
  y: BandTexts,
  { titleHeight, font, beside = {} }: Surroundings,
): Fits {
  const width = Number(settings.get("width"));
  const height = Number(settings.get("height") ?? autoHeight(y.keys.length));
  const [xSide, ySide] = [settings.side("x", "bottom"), settings.side("y", "left")];
  const margin = (side: Side, otherwise: unknown): number =>
    settings.margin(side) ?? Number(otherwise) + (beside[side] ?? 0);
  const yFit = (frame: number): AxisFit =>
    fitY(y, ySide, settings.isTitled("y"), { width, frame, font, margin: settings.margin(ySide) });
  const first = yFit(height);
  const left = margin("left", first.attributes["marginLeft"]);
  const right = margin("right", first.attributes["marginRight"]);
  const fx = fitX(x, xSide, settings.isTitled("x"), {
    frame: width - left - right,
    height,
    left: settings.margin("left") ?? Math.max(left, width * LEAD),
    font,
    rotate: settings.has("xTickRotate") ? Number(settings.get("xTickRotate")) : undefined,
    margin: settings.margin(xSide),
  });
  const top = EDGE + titleHeight + (isOn(xSide, "top") ? fx.height - EDGE : 0);
  const bottom = isOn(xSide, "bottom") ? fx.height : EDGE;
  const fy = yFit(Math.max(1, height - margin("top", top) - margin("bottom", bottom)));
  settings.offer({
    height,
    ...fx.attributes,
    ...fy.attributes,
    marginLeft: Math.max(left, fx.lead),
    marginTop: margin("top", top),
    marginBottom: margin("bottom", bottom),
    marginRight: Math.max(right, EDGE + fx.overhang),
  });
  return { x: fx, y: fy };
}
