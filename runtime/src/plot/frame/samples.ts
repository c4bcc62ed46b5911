/** The margin beside the samples: its blocks and shares, and the room that it takes from the plot. */
import type { Block } from "../../shared/blocks";
import { turnedName } from "../../shared/margins/forms";
import { FONT, labelRoom } from "../../shared/margins/difficulty";
import type { Box, Margin, SampleMargin, Side } from "../../shared/payload";
import { headOf } from "../../shared/frame/bars";
import { besideOf } from "../../shared/frame/beside";
import { TITLE, type AxisFit, type BandTexts } from "../axes";
import type { Settings } from "../settings";
import { textWidth } from "../text";
import { shorten } from "../../shared/ticks";
import { gapsOf } from "../../shared/settled";
import type { Frame } from "../../shared/frame/frame";

/** What the samples want from the layout of their plot. */
export interface SamplePlan {
  margin: SampleMargin;
  /** Bands before which a gap lies, and the size below which blocks stand for the labels of bands. */
  bands: Required<Pick<BandTexts, "gaps" | "labelledFrom">>;
  /** Least room before the frame. */
  left: number;
  /** Units beside the frame. */
  beside: Partial<Record<Side, number>>;
}

/** Widths with room for what the strip shows. */
const ROOMY = 300;
/** Distance from the edge of the picture, and of the strip's name from the strip. */
const EDGE = 12;
const LABELLED_FROM = 9;
/** Heights of the strip and whether blocks are named: the first that has room. What gives way first stands first. */
const FORMS = [
  { strip: 20, isNamed: true },
  { strip: 12, isNamed: true },
  { strip: 12, isNamed: true, letters: 12 },
  { strip: 12, isNamed: true, letters: 6 },
  { strip: 12, isNamed: false },
] as const;
/** Shares of a height and a width that the caller chose. */
const MOST = { across: 0.22, down: 0.3 };
const OPPOSITE: Record<Side, Side> = { top: "bottom", bottom: "top", left: "right", right: "left" };

/** The margin on this side of the frame, with all that has room in it. */
function formed(
  plain: Omit<SampleMargin, "strip" | "isNamed">,
  room: number,
): { margin: SampleMargin; size: number } | null {
  for (const form of FORMS) {
    const isNamed = form.isNamed && plain.blocks.some(({ label }) => label);
    const margin = { ...plain, ...form, isNamed, ...(plain.name ? {} : { strip: 0 }) };
    const size = labelRoom(margin, (text) => textWidth(text, FONT));
    if (size <= room) return { margin, size };
  }
  return null;
}

/** The room on a side: what the caller's margin, width or height leaves. */
function roomOn(side: Side, settings: Settings, isAcross: boolean): number {
  const margin = settings.margin(side);
  if (margin !== undefined) return margin - 2;
  const given = isAcross ? settings.given("height") : settings.get("width");
  return given === undefined ? Infinity : Number(given) * (isAcross ? MOST.across : MOST.down);
}

const hasGrid = (settings: Settings): boolean => ["grid", "xGrid", "yGrid"].some((name) => settings.has(name));

/** What blocks are of has so much room, or is shortened. */
const MOST_HEADING = 110;
const headingRoom = (heading = ""): number => Math.min(MOST_HEADING, textWidth(heading, FONT));

/** About the share of a width that cells have, and the distance of names. */
const CELLS = 0.5;
const APART = 8;

/** Whether names of groups have no room beside each other. */
const areCrowded = (blocks: readonly Block[], width: number): boolean =>
  blocks.reduce((sum, block) => sum + textWidth(turnedName(block), FONT) + APART, 0) > CELLS * width;

/** The plan of a plot whose margins are wanted; `isAlone`: no mark stands on its bands that Plot places. */
export function samplePlan(
  frame: Frame,
  settings: Settings,
  extent: [number, number] | null,
  isAlone: boolean,
): SamplePlan | null {
  const { sampleAxis, notes } = frame;
  if (!notes.margins || extent === null) return null;
  const isAcross = sampleAxis === "x";
  const labelSide = settings.side(sampleAxis, isAcross ? "bottom" : "left") === (isAcross ? "top" : "right");
  const side: Side = isAcross ? (labelSide ? "bottom" : "top") : labelSide ? "left" : "right";
  const groups = frame.groups.samples;
  const plain = besideOf(frame, extent, side);
  const isOrdered = plain.words !== null;
  const { blocks, shares, name } = plain;
  const turned = side === "top" && groups && areCrowded(blocks, Number(settings.get("width")));
  const made = formed({ ...plain, ...(turned && { isTurned: true }) }, roomOn(side, settings, isAcross));
  if (!made) return null;
  return {
    margin: made.margin,
    bands: {
      gaps: isAlone && !hasGrid(settings) && !frame.isTable ? gapsOf(blocks, shares.length) : [],
      labelledFrom: isOrdered && made.margin.isNamed && !frame.isTable ? LABELLED_FROM : 0,
    },
    left:
      isAcross && Number(settings.get("width")) >= ROOMY
        ? Math.ceil(
            Math.max(
              ...[name, headOf(frame)].map((text) => textWidth(text, FONT)),
              headingRoom(groups?.name),
              ...(frame.barNames ?? []).map(headingRoom),
            ),
          ) +
          EDGE +
          6
        : 0,
    beside: { [side]: made.size },
  };
}

/** Room of a line of words, and their distance from labels. */
const LINE = 15;
const PADDING = 4;

interface WordsPlace {
  side: Side;
  /** Distance of the words from the frame. */
  away: number;
  /** Units that they take besides the labels. */
  room: number;
}

/** Where the words at the ends of the axis stand: in place of labels, or below them. */
export function wordsPlace(
  { side, words }: SampleMargin,
  { x, y }: { x: AxisFit & { height: number }; y: AxisFit },
  settings: Settings,
): WordsPlace | null {
  if (!words) return null;
  const opposite = OPPOSITE[side];
  const isAcross = side === "top" || side === "bottom";
  if (!isAcross) return y.isHidden ? { side: opposite, away: PADDING, room: 0 } : null;
  if (x.isHidden) return { side: opposite, away: PADDING + FONT * 0.9, room: 0 };
  const title = x.said !== null || settings.isTitled("x") ? TITLE : 0;
  const away = x.height - title - PADDING + FONT * 0.9;
  if (!words.order) return null;
  const given = settings.margin(opposite);
  return given === undefined || given >= x.height + LINE ? { side: opposite, away, room: LINE } : null;
}

/** Names reach so far beyond the frame, if they stay so far from the picture's edge. */
const OVERHANG = 80;
/** And so far over the headings of the margin beside the models. */
const OVER_HEADS = 24;
const reach = (room: number): number => Math.max(0, Math.min(OVERHANG, room - EDGE));

/** Room of the words at both ends of the axis. */
const ENDS = textWidth("\u2190 hardest easiest \u2192", FONT) + 24;

/** What else was found to have room: the distance of words from the frame, a title, the margin beside the models. */
interface Around {
  words: number | null;
  isTitled: boolean;
  margin: Margin | null;
}

/** Least distances of a name beside rows from the frame and from the edge, together. */
const ASIDE = 5;

/** The margin where the plot was drawn; names do not reach to where the other margin begins. */
export function placedMargin(
  margin: SampleMargin,
  { words, isTitled, margin: models }: Around,
  { heading, groups }: Frame,
  area: Box,
  width: number,
): SampleMargin {
  const isAcross = margin.side === "top" || margin.side === "bottom";
  const middle = margin.words?.middle ?? "";
  const isTold = groups.samples || !(heading && isTitled);
  const isCounted = isAcross && isTold && textWidth(middle, FONT) + (groups.samples ? 0 : ENDS) <= area.width;
  const edge = isAcross ? EDGE : ASIDE;
  const room = margin.side === "right" ? width - area.x - area.width : area.x;
  const name = textWidth(margin.name, FONT) + edge <= room ? margin.name : "";
  const of = margin.heading && shorten(margin.heading, area.x - EDGE, (text) => textWidth(text, FONT));
  return {
    ...margin,
    name,
    ...(of && { heading: of }),
    overhang: isAcross
      ? [name || of ? 0 : reach(area.x), Math.min(models ? OVER_HEADS : OVERHANG, reach(width - area.x - area.width))]
      : [0, 0],
    words: margin.words && words !== null ? { ...margin.words, away: words, middle: isCounted ? middle : "" } : null,
  };
}
