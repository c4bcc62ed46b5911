/** A plot with other bands, in the place that a layout gives it. */
import { bandAt, centre, gapped } from "../shared/bands";
import { kept } from "../shared/labels";
import { labelRoom } from "../shared/margins/difficulty";
import { besideOf } from "../shared/frame/beside";
import type { BandAxis, CellFacts, Margin, Plot, SampleMargin } from "../shared/payload";
import { HIT, tickLabelsOf, ticksOf } from "../shared/protocol";
import type { Measure } from "../shared/ticks";
import { translation } from "../shared/translate";
import type { Arranged } from "./arranging";
import { measureLike, moved } from "./axes";
import { part, set } from "./dom";
import { penIn } from "./pen";
import { marginOf, sideOf } from "../shared/frame/columns";
import { originOf, type Way } from "./geometry";
import { lengthOf } from "./view";

const WAYS = ["x", "y"] as const;

/** Bands are not made larger, in user units, than these or than they were. */
const MOST = { x: 48, y: 28 } as const;
/** Distance of the strip's name from the edge of the picture. */
const EDGE = 12;
/** Names reach beyond the frame no further, and not so far over the headings of a margin there. */
const REACH = 24;

/** An axis with these bands from where it began on, as long as they need and no longer than it was. */
function axisOf(axis: BandAxis, labels: string[], before: number[], start: number, most: number): BandAxis {
  const { gaps: _gaps, ...rest } = axis;
  const step = most / Math.max(1, labels.length);
  const bandwidth = (axis.bandwidth / axis.step) * step;
  return gapped({ ...rest, labels, start, step, bandwidth }, before);
}

/** Groups are few, and no part of their names is that of ids. */
const ofGroups = ({ labelledFrom: _from, ...axis }: BandAxis): BandAxis => ({
  ...axis,
  ...{ skip: 0, drop: 0, spacing: 0.99 * axis.step, room: axis.step - 2 },
});

/** The length that so many bands take. */
const lengthFor = (plot: Plot, way: Way, n: number): number =>
  Math.round(Math.min(lengthOf(plot.area, way), n * Math.max(MOST[way], (plot[way] as BandAxis).step)));

/** Shifts what follows an element by so much downwards, all the way up to the root. */
export function push(element: Element, root: Element, by: number): void {
  for (let e = element; by && e !== root; e = e.parentElement!)
    for (let next = e.nextElementSibling; next; next = next.nextElementSibling)
      set(next, { transform: moved(next, "y", translation(next).y + by) });
}

/** The child of the root in which an element lies. */
export function holderOf(root: Element, group: Element): Element {
  let e = group;
  while (e.parentElement && e.parentElement !== root) e = e.parentElement;
  return e;
}

/** Shifts the plot and all that follows it; the plot's facts with it. */
export function lower(root: Element, group: Element, plot: Plot, by: number): Plot {
  if (!by) return plot;
  const holder = holderOf(root, group);
  set(holder, { transform: moved(holder, "y", translation(holder).y + by) });
  push(holder, root, by);
  return shifted(plot, by);
}

/** The plot as it lies so much lower. */
export function shifted(plot: Plot, by: number): Plot {
  const y = plot.y as BandAxis;
  return { ...plot, area: { ...plot.area, y: plot.area.y + by }, y: { ...y, start: y.start + by } };
}

/** Moves what stands below the area of a plot, in it and after it. */
function raise(root: Element, group: Element, { area }: Plot, by: number): void {
  const bottom = area.y + area.height;
  for (const axis of group.querySelectorAll('g[aria-label^="x-axis "]'))
    for (const item of axis.children)
      if (originOf(item, root).y >= bottom - 1) set(item, { transform: moved(item, "y", translation(item).y + by) });
  push(holderOf(root, group), root, by);
}

/** The margin beside the models: names of groups have the room that the picture gave them; its columns are others where
 * differences from a baseline come or go. */
function marginIn(root: SVGSVGElement, known: Margin, { area, marks }: Plot, { rows, frame }: Arranged): Margin {
  const { groups, ...own } = known;
  const blocks = frame.groups.models?.blocks;
  const isOther = Boolean(frame.baseline) !== Boolean((marks[0] as CellFacts).baseline);
  const room = sideOf(frame) === "right" ? root.viewBox.baseVal.width - area.x - area.width - EDGE / 2 : own.size;
  const margin = (isOther && marginOf(penIn(root), frame, room, 0)) || own;
  return { ...margin, rows, ...(groups && blocks && { groups: { ...groups, blocks } }) };
}

/** What stands beside the samples, in the form that the layout has for it. */
function besideIn(
  beside: SampleMargin,
  { frame, extent }: Arranged,
  plot: Plot,
  stepNow: number,
  measure: Measure,
): SampleMargin {
  const isAcross = beside.side === "top" || beside.side === "bottom";
  const plain = besideOf(frame, extent, beside.side);
  const hasRoom = isAcross ? measure(plain.name) + EDGE <= plot.area.x : beside.name !== "";
  const name = beside.strip && hasRoom ? plain.name : "";
  const hasNames = plain.blocks.some(({ label }) => label);
  const counted = beside.words?.middle && plain.words ? plain.words.middle : "";
  const words = beside.words ?? { away: 0 };
  // Words in the place of labels go where there are labels now.
  const { labelledFrom = 0, step } = plot[isAcross ? "x" : "y"] as BandAxis;
  const isLabelledNow = isAcross && step < labelledFrom && stepNow >= labelledFrom;
  return {
    ...plain,
    strip: beside.strip,
    ...(beside.bars && { bars: beside.bars }),
    ...(beside.isTurned && { isTurned: beside.isTurned }),
    name,
    isNamed: hasNames && (isAcross || beside.isNamed),
    overhang: isAcross ? [name ? 0 : Math.min(REACH, plot.area.x - EDGE), beside.overhang[1]] : [0, 0],
    words: plain.words && beside.words && !isLabelledNow ? { ...plain.words, away: words.away, middle: counted } : null,
  };
}

/** Ticks stand at a band, and name it: all others are made after them. */
function moveTicks(root: Element, group: Element, before: Plot, after: Plot): void {
  for (const way of WAYS) {
    const [from, to] = [before[way], after[way]] as BandAxis[];
    for (const name of [ticksOf(way), tickLabelsOf(way)])
      for (const ticks of group.querySelectorAll(`g[aria-label="${name}"]`))
        for (const tick of ticks.children) {
          const at = translation(tick)[way];
          const band = bandAt(from, at + originOf(ticks, root)[way]);
          set(tick, { transform: moved(tick, way, at + centre(to, 0) - centre(from, band)) });
          if (name === tickLabelsOf(way)) tick.textContent = kept(to.labels[0], to);
        }
  }
}

/** The plot of a layout with what is arranged in it, and by how much its picture has become higher. */
export interface Placed {
  plot: Plot;
  by: number;
}

/** Puts what is arranged into the place of a plot that has been drawn without cells. */
export function placedIn(root: SVGSVGElement, group: Element, laid: Plot, arranged: Arranged): Placed {
  const [known] = laid.marks as CellFacts[];
  const [width, height] = WAYS.map((way) => lengthFor(laid, way, arranged.labels[way].length));
  const by = height - laid.area.height;
  if (by) raise(root, group, laid, by);
  const area = { ...laid.area, width, height };
  const axis = (way: Way): BandAxis => {
    const made = axisOf(
      laid[way] as BandAxis,
      arranged.labels[way],
      arranged.gaps[way],
      area[way],
      lengthOf(area, way),
    );
    return arranged.frame.isTable && way === known.sampleAxis ? ofGroups(made) : made;
  };
  const samples = part(group, "samples");
  const measure = samples && measureLike(samples);
  const beside =
    known.beside && measure ? besideIn(known.beside, arranged, laid, axis(known.sampleAxis).step, measure) : undefined;
  const mark: CellFacts = {
    ...known,
    ...arranged.facts,
    ...(known.margin && { margin: marginIn(root, known.margin, laid, arranged) }),
    ...(beside && { beside }),
  };
  const plot: Plot = { ...laid, area, x: axis("x"), y: axis("y"), marks: [mark] };
  moveTicks(root, group, laid, plot);
  const hit = part(group, HIT)!;
  set(hit, { width, height });
  const room = measure && beside?.side === "top" ? labelRoom(beside, measure) - labelRoom(known.beside!, measure) : 0;
  const more = Math.max(0, Math.round(room));
  return { plot: lower(root, group, plot, more), by: by + more };
}
