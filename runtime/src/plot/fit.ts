/** Size and margins of a plot of bands, fitted to the labels of both axes. */
import { MARGIN_FONT } from "../shared/margin";
import { groupsRoom } from "../shared/margins/groups";
import type { GroupNames, Margin, Side } from "../shared/payload";
import { shorten } from "../shared/ticks";
import { EDGE, fitX, fitY, type AxisFit, type BandTexts, type Key } from "./axes";
import { headsRoom } from "../shared/frame/axis";
import type { Frame } from "../shared/frame/frame";
import { sideOf } from "../shared/frame/columns";
import { marginOf, type FrameGround } from "./frame/frame";
import { INDENT } from "../shared/frame/header";
import { ends, marginAbove, marginBeside, rowsHeight, spareOf, wordsIn, type Beside, type Words } from "./frame/room";
import { wordsPlace, type SamplePlan } from "./frame/samples";
import type { Settings } from "./settings";
import { textWidth } from "./text";

/** Share of the width that turned labels may reach to the left of the frame. */
const LEAD = 0.14;

export interface Fits {
  x: AxisFit;
  y: AxisFit;
  margin: Margin | null;
  /** Whether the header has a title of our own, and its subtitle. */
  isTitled: boolean;
  isSubtitled: boolean;
  /** Distance from the frame of the words along the samples' axis; null where they have no room. */
  words: number | null;
}

/** What stands around the frame besides the labels. */
export interface Surroundings {
  /** Height that the title takes from the top. */
  titleHeight: number;
  /** Size of the tick labels. */
  font: number;
  /** Units that stand between the frame and the edge or the labels of a side, besides those. */
  beside?: Partial<Record<Side, number>>;
  frame?: FrameGround;
}

/** Height of a plot with a frame whose height nobody chose, for what depends on it. */
const USUAL = 440;

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

/** The label of an axis says what its labels leave out, in as many words as have room. */
function say(settings: Settings, axis: "x" | "y", { said }: AxisFit, font: number, room: number): void {
  if (said === null) return;
  const measure = (text: string): number => textWidth(text, font);
  const name = settings.given(`${axis}Label`);
  const label = typeof name === "string" && name ? `${name}, ` : "";
  const [long, short] = [`${label}names without ${said}`, `${label}without ${said}`];
  settings.set(`${axis}Label`, measure(long) <= room ? long : shorten(short, Math.max(40, room), measure));
}

const NOTHING: Beside = { margin: null, spare: 0 };
/** Widths with less room at the edges. */
const NARROW = 160;
/** What lies between the names of models and the frame. */
const BESIDE = 4;
/** Widths with room for words beside the margin above the frame. */
const ROOMY = 300;

/** What the caller chose of a side and of the height, and what labels need besides. */
class Ground {
  readonly width: number;
  /** Height that the caller chose; null where it follows the rows. */
  readonly given: number | null;
  readonly edge: number | undefined;

  constructor(
    readonly settings: Settings,
    readonly around: Surroundings,
    readonly frame: Frame | null,
    readonly y: BandTexts,
  ) {
    this.width = Number(settings.get("width"));
    const framed = around.frame;
    const chosen = framed ? settings.given("height") : settings.get("height");
    this.given = framed?.notes.rows ? null : Number(chosen ?? autoHeight(y.keys.length));
    this.edge = framed ? (this.width < NARROW ? 4 : INDENT) : undefined;
  }

  /** Height of all rows where it follows them. */
  get rows(): number {
    return rowsHeight(this.y.keys.length, this.frame?.sampleAxis !== "y");
  }

  margin(side: Side, otherwise: unknown): number {
    return this.settings.margin(side) ?? Number(otherwise) + (this.around.beside?.[side] ?? 0);
  }

  yFit(side: string | null, frame: number): AxisFit {
    const { settings, width, edge } = this;
    const titled = settings.isTitled("y");
    return fitY(this.y, side, titled, {
      ...{ width, frame, edge, font: this.around.font },
      margin: settings.margin(side),
    });
  }
}

/** The margin of a frame to the right of labels that end at `right`, or above it. */
function besideCells(ground: Ground, x: BandTexts, left: number, right: number): Beside {
  const { settings, around, frame, width, given } = ground;
  if (!around.frame) return NOTHING;
  if (!frame) return { margin: null, spare: spareOf(around.frame, width - left - right, x.keys.length) };
  const chosen = settings.margin(sideOf(frame));
  if (chosen !== undefined) return { margin: marginOf(frame, chosen, 0), spare: 0 };
  if (sideOf(frame) === "right") return marginBeside(frame, width - left - right, width, x.keys.length);
  return { margin: marginAbove(frame, given), spare: spareOf(frame, width - left - right, x.keys.length) };
}

/** Names of groups of models at the left of their own; null where there are none, or no room. */
function groupsOf({ frame, settings, width }: Ground, { room }: AxisFit, side: string | null): GroupNames | null {
  const blocks = frame?.groups.models?.blocks;
  const isBeside = frame?.scale && sideOf(frame) === "right" && side === "left" && width >= ROOMY;
  if (!blocks || !isBeside || settings.margin("left") !== undefined) return null;
  return { blocks, away: Math.ceil(room) + BESIDE, room: groupsRoom(blocks, (text) => textWidth(text, MARGIN_FONT)) };
}

/** Least room before the frame for words beside a margin above it. */
const headsOf = ({ frame, edge, width }: Ground): number =>
  frame?.scale && sideOf(frame) === "top" && width >= ROOMY ? headsRoom({ width: textWidth }, frame.head) + edge! : 0;

/** Offers height, margins and ticks to the plot. */
export function fit(
  settings: Settings,
  x: BandTexts,
  y: BandTexts,
  around: Surroundings,
  frame: Frame | null = null,
  samples: SamplePlan | null = null,
): Fits {
  const { titleHeight, font } = around;
  const beside = { ...around.beside, ...samples?.beside };
  const ground = new Ground(settings, { ...around, beside }, frame, written(settings, "y", y));
  const { width, given } = ground;
  const [xSide, ySide] = [settings.side("x", "bottom"), settings.side("y", "left")];
  const xTexts = written(settings, "x", x);
  const first = ground.yFit(ySide, given ?? ground.rows);
  const groups = groupsOf(ground, first, ySide);
  const left =
    settings.margin("left") ??
    Math.max(
      ground.margin("left", first.attributes["marginLeft"]) + (groups?.room ?? 0),
      samples?.left ?? 0,
      headsOf(ground),
    );
  const labels = ground.margin("right", first.attributes["marginRight"]);
  const { margin: plain, spare } = besideCells(ground, x, left, labels);
  const margin = plain && groups ? { ...plain, groups } : plain;
  const isChosen = settings.margin("right") !== undefined;
  const right = isChosen ? labels : labels + spare + (margin?.side === "right" ? margin.size : 0);
  const fx = fitX(xTexts, xSide, settings.isTitled("x"), {
    frame: width - left - right,
    height: given ?? USUAL,
    left: settings.margin("left") ?? Math.max(left, width * LEAD),
    font,
    rotate: settings.has("xTickRotate") ? Number(settings.get("xTickRotate")) : undefined,
    margin: settings.margin(xSide),
  });
  const words = samples && wordsPlace(samples.margin, { x: fx, y: first }, settings);
  if (words) beside[words.side] = words.room;
  const least = ends(margin);
  const over = (isOn(xSide, "top") ? fx.height - EDGE : 0) + (margin?.side === "top" ? margin.size : 0);
  const top = Math.max(EDGE + titleHeight, least.top - (beside.top ?? 0)) + over;
  const bottom = Math.max(isOn(xSide, "bottom") ? fx.height : EDGE, least.bottom - (beside.bottom ?? 0));
  const [marginTop, marginBottom] = [ground.margin("top", top), ground.margin("bottom", bottom)];
  const { height, isTitled, isSubtitled } = heightOf(ground, marginTop + marginBottom);
  if (around.frame) settings.set("height", height);
  const fy = ground.yFit(ySide, Math.max(1, height - marginTop - marginBottom));
  const [lead, overhang] = [Math.max(0, fx.lead - left), Math.min(fx.overhang, Math.max(0, width - left - right))];
  const marginLeft = left + lead;
  const marginRight = Math.max(right - Math.min(isChosen ? 0 : spare, lead), (ground.edge ?? EDGE) + overhang);
  settings.offer({
    height,
    ...fx.attributes,
    ...fy.attributes,
    marginLeft,
    marginTop,
    marginBottom,
    marginRight,
  });
  say(settings, "x", fx, font, width - marginLeft - marginRight);
  say(settings, "y", fy, font, height - marginTop - marginBottom);
  return { x: fx, y: fy, margin, isTitled, isSubtitled, words: words?.away ?? null };
}

/** The plot's own height, without the words of the header, which a given height holds, too. */
function heightOf({ frame, around, given, width, rows }: Ground, taken: number): Words {
  const all = { isTitled: true, isSubtitled: true };
  if (given === null) return { ...all, height: rows + taken };
  if (!around.frame) return { ...all, height: given };
  const words = wordsIn(around.frame, frame, width, given - taken, given);
  return { ...words, height: given - words.height };
}
