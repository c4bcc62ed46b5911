/** The legend of scores: swatches of few values with their shares, or a ramp with words. */
import { rgb } from "d3-color";
import { luminance } from "../../shared/color";
import { asPart } from "../../shared/protocol";
import type { LegendNotes } from "../../shared/sidecar";
import type { Attributes, Drawing, Make } from "../../shared/elements";
import { extentOf, type PlotScale } from "../scale";
import { textWidth } from "../text";
import { blendEntry } from "./blend";
import { flow, FONT, labelled, moved, SWATCH, text, title, type Entry } from "./parts";
import { ramp, rampWidth } from "./ramp";
import type { NumberFormat } from "./ticks";
import { entriesOf, noteOf, type DrawnEntry, type DrawnValue, type DrawnValues } from "./values";

const PAPER_LIKE = 1.22;
const OUTLINE = "#9aa3b0";

/** Whether a colour is hardly told from white paper. */
export const isPaperLike = (color: string): boolean => 1.05 / (luminance(rgb(color).formatHex()) + 0.05) < PAPER_LIKE;

function swatch(make: Make, fill: string, { text: label, value }: DrawnEntry, scheme: Attributes): Entry {
  const edge = isPaperLike(fill) ? { stroke: OUTLINE } : {};
  const box = { x: 0.5, y: 0.5, width: SWATCH - 1, height: SWATCH - 1, fill, ...edge, ...scheme };
  return labelled(make, make("rect", box), SWATCH, label, { "data-value": value });
}

type FewValues = DrawnValues & { few: DrawnValue[] };

function fewSwatches(make: Make, scale: PlotScale, label: string | null, values: FewValues, o: Given): Drawing {
  const [low, high] = extentOf(scale.domain);
  const room = o.options.width ?? o.room;
  const entries = entriesOf(values, o.format, o.options.lower === true).map((entry) =>
    swatch(make, scale.apply(entry.value), entry, o.scheme),
  );
  const head = label ? [title(make, label, room)] : [];
  const blend = o.blend === null ? [] : [blendEntry(make, scale, [low, high], o.blend, o.scheme)];
  const drawn = flow(make, [...head, ...entries, ...blend], room, o.options.columns);
  const about = { ...asPart("legend-ramp"), "data-domain-low": low, "data-domain-high": high };
  return { ...drawn, nodes: [make("g", about, ...drawn.nodes)] };
}

function notedRamp(make: Make, scale: PlotScale, label: string | null, values: DrawnValues, o: Given): Drawing {
  const { options, room, format } = o;
  const width = rampWidth(options, room);
  const note = noteOf(
    values,
    extentOf(scale.domain) as [number, number],
    options.scores === "given",
    format,
    options.lower === true,
  );
  const drawn = ramp(make, scale, "color", null, { ...options, width }, format, o.scheme);
  if (note === null && !label) return drawn;
  const head = label ? [title(make, label, Math.max(width, room))] : [];
  const words = note === null ? [] : [{ nodes: [text(make, 0, FONT - 0.5, note)], width: textWidth(note, FONT) }];
  const said = flow(make, [...head, ...words], Math.max(width, room));
  const top = said.height - 4;
  return {
    nodes: [
      moved(make, options.marginLeft ?? 0, options.marginTop ?? 0, ...said.nodes),
      moved(make, 0, top, ...drawn.nodes),
    ],
    width: Math.max(drawn.width, (options.marginLeft ?? 0) + said.width),
    height: top + drawn.height,
  };
}

interface Given {
  /** What a pixel shows that is the mean of several cells; null where none is. */
  blend: string | null;
  options: LegendNotes;
  room: number;
  format: NumberFormat;
  scheme: Attributes;
}

/** Swatches of few values, with a ramp where pixels show their means; else a ramp alone. */
export function scoreLegend(
  make: Make,
  scale: PlotScale,
  label: string | null,
  { values, blend }: Scores,
  given: Omit<Given, "blend">,
): Drawing {
  const { few } = values;
  const all = { ...given, blend };
  return few ? fewSwatches(make, scale, label, { ...values, few }, all) : notedRamp(make, scale, label, values, all);
}

/** Scores that are drawn. */
export interface Scores {
  values: DrawnValues;
  /** What pixels show that are the mean of several cells, in words; null where none is. */
  blend: string | null;
}
