/** A legend of a plot as it is drawn now: scale, label and format are the plot's. */
import { format as formatSpecifier } from "d3-format";
import type { Drawing, Make } from "../../shared/elements";
import { schemeOf } from "../../shared/protocol";
import type { SignForm } from "../../shared/sample";
import type { LegendNotes } from "../../shared/sidecar";
import type { CellResult } from "../cell/mark";
import { stateKey } from "../key";
import type { MosaicPlot } from "../mosaic";
import { framed, isInside, KEY_GAP, sideOf, total, withKey } from "../place";
import { isEmpty, type PlotScale } from "../scale";
import { legendOf } from "./legend";
import type { LegendControl } from "./selecting";
import { hasOutlines } from "./symbols";
import { hasNoScore, keyForm, scoresOf } from "./shown";
import type { NumberFormat } from "./ticks";

/** The plot that a legend belongs to. */
export interface Legended {
  make: Make;
  mosaic: MosaicPlot;
  cells: CellResult[];
  scale(name: string): PlotScale | undefined;
  warn(message: string): void;
  /** What Plot drew. */
  nodes(): Node[];
}

/** The plot's own way of writing colour values: a d3 format, or per cent. */
function numberFormat(mosaic: MosaicPlot): NumberFormat {
  const given = mosaic.getAttribute("colorTickFormat");
  if (typeof given === "string") return formatSpecifier(given);
  const percent = (value: number): string => `${Number((value * 100).toPrecision(6))}%`;
  return mosaic.getAttribute("colorPercent") === true ? percent : null;
}

/** The label that the caller gave to a scale: the scale itself, as Plot hands it out, has none. */
function labelOf(mosaic: MosaicPlot, scale: LegendNotes["legend"]): string | null {
  const given = mosaic.getAttribute(`${scale}Label`);
  return typeof given === "string" && given ? given : null;
}

const key = ({ make, cells }: Legended, form: SignForm, room: number): Drawing | null =>
  stateKey(make, total(cells.map(({ plot }) => plot.counts)), form, room);

/** The key where no cell has a score, and colours stand for nothing. */
function keyAlone(of: Legended, room: number, options: LegendNotes): Drawing | null {
  const drawn = key(of, keyForm(of.cells[0].plot), room);
  const nothing = { nodes: [], width: -KEY_GAP, height: 0 };
  return drawn && framed(of.make, withKey(of.make, nothing, drawn, room), options);
}

/** A legend in a room so wide; null where the plot has no such scale. */
export function legendDrawing(
  of: Legended,
  options: LegendNotes,
  width: number,
  control: LegendControl | null,
): Drawing | null {
  const { make, cells } = of;
  const scale = of.scale(options.legend);
  if (options.legend === "color" && hasNoScore(cells)) return keyAlone(of, width, options);
  if (!scale) {
    of.warn(`legend: the plot has no ${options.legend} scale, so its legend is left out`);
    return null;
  }
  if (isEmpty(scale)) return null;
  const plot = cells[0]?.plot;
  const label = options.label ?? labelOf(of.mosaic, options.legend) ?? plot?.valueName ?? null;
  const atSide = /left|right/.test(sideOf(options)) && !isInside(options);
  const drawn = legendOf(
    make,
    scale,
    options,
    label,
    width,
    numberFormat(of.mosaic),
    scoresOf(cells, options),
    schemeOf(plot?.color.own),
    control?.offer(scale) ?? null,
    { colors: of.scale("color"), areOutlines: hasOutlines(of.nodes()) },
  );
  const room = atSide ? drawn.width : width;
  const signs = plot && options.legend === "color" ? key(of, keyForm(plot), room) : null;
  return framed(make, signs ? withKey(make, drawn, signs, room) : drawn, options, control?.number);
}
