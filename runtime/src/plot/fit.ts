/** Size and margins of a plot of bands, fitted to the labels of both axes. */
import { EDGE, fitX, fitY, type AxisFit, type BandTexts, type Key } from "./axes";
import type { Side } from "../shared/payload";
import { shorten } from "../shared/ticks";
import type { Settings } from "./settings";
import { textWidth } from "./text";

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

/** The bands with what the caller says of their labels. */
function written(settings: Settings, axis: "x" | "y", bands: BandTexts): BandTexts {
  const ticks = settings.given(`${axis}Ticks`);
  return {
    ...bands,
    ticks: Array.isArray(ticks) ? (ticks as Key[]) : null,
    isWritten: settings.has(`${axis}TickFormat`),
  };
}

/** The label of an axis says what its labels leave out. */
function say(settings: Settings, axis: "x" | "y", { said }: AxisFit, font: number, room: number): void {
  if (said === null) return;
  const name = settings.given(`${axis}Label`);
  const words = typeof name === "string" && name ? `${name}: ${said}` : said;
  settings.set(
    `${axis}Label`,
    shorten(words, Math.max(40, room), (text) => textWidth(text, font)),
  );
}

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
  const [xTexts, yTexts] = [written(settings, "x", x), written(settings, "y", y)];
  const yFit = (frame: number): AxisFit =>
    fitY(yTexts, ySide, settings.isTitled("y"), { width, frame, font, margin: settings.margin(ySide) });
  const first = yFit(height);
  const left = margin("left", first.attributes["marginLeft"]);
  const right = margin("right", first.attributes["marginRight"]);
  const fx = fitX(xTexts, xSide, settings.isTitled("x"), {
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
  const [marginLeft, marginRight] = [Math.max(left, fx.lead), Math.max(right, EDGE + fx.overhang)];
  say(settings, "x", fx, font, width - marginLeft - marginRight);
  say(settings, "y", fy, font, height - margin("top", top) - margin("bottom", bottom));
  return { x: fx, y: fy };
}
