/** The words around a plot that is shown in another way: title, finding, headings, footer and counts of the key. */
import { stateWords } from "../shared/counts";
import { colorOf } from "../shared/color";
import { brief, percent } from "../shared/format";
import { schemeOf } from "../shared/protocol";
import type { Drawing, Pen } from "../shared/elements";
import { marginAxis, orderHead } from "../shared/frame/axis";
import { headOf } from "../shared/frame/bars";
import { footerFacts, signsOf } from "../shared/frame/footer";
import type { Frame } from "../shared/frame/frame";
import { footerDrawing, INDENT, subtitleBlock, titleBlock } from "../shared/frame/header";
import { APART, BASELINE, FONT, GAP, SWATCH } from "../shared/legend";
import type { CellFacts, CellPlot, Plot, StateName } from "../shared/payload";
import type { Arranged } from "./arranging";
import { part, parts, set } from "./dom";
import { originOf } from "./geometry";
import { holderOf, push, shifted, type Placed } from "./placing";

/** Puts lines in the place of others; by how much that is higher. */
function replaced(root: Element, old: Element, drawing: Drawing | null): number {
  const lines = old.childElementCount;
  const leading = drawing ? drawing.height / drawing.nodes[0].childNodes.length : 0;
  const by = drawing ? drawing.height - lines * leading : 0;
  const parent = old.parentElement!;
  if (drawing) old.replaceWith(...drawing.nodes);
  else for (const line of old.children) line.textContent = "";
  push(parent, root, by);
  return by;
}

/** Title and finding; by how much the header is higher, which what stands below it has already moved by. */
function retitle(root: Element, pen: Pen, drawn: Frame, frame: Frame, width: number): number {
  const room = width - 2 * INDENT;
  const [title, subtitle] = [part(root, "title"), part(root, "subtitle")];
  let by = 0;
  if (title && drawn.heading && drawn.heading !== frame.heading)
    by += replaced(root, title, titleBlock(pen, { title: null, heading: frame.heading, subtitle: null }, room));
  if (subtitle && frame.subtitle !== drawn.subtitle)
    by += replaced(root, subtitle, subtitleBlock(pen, { title: null, heading: null, subtitle: frame.subtitle }, room));
  return by;
}

/** The margin's headings and the numbers of its scale. */
function remargin(root: Element, group: Element, pen: Pen, drawn: Frame, frame: Frame, plot: Plot): void {
  const { area } = plot;
  const { margin, beside } = plot.marks[0] as CellFacts;
  const old = part(group, "margin");
  part(group, "order")?.remove();
  const scale = frame.baseline || drawn.baseline ? frame.scale : drawn.scale;
  if (!margin || !old || !scale) return;
  const axis = marginAxis(pen, margin, scale, area, { n: frame.head || drawn.head, order: frame.best });
  const isFree = !beside?.name || (beside.isNamed && !beside.isSigned);
  const order = isFree ? orderHead(pen, headOf(frame), margin, area) : [];
  const { x, y } = originOf(old.parentElement!, root);
  for (const made of [axis, ...order]) set(made, { transform: `translate(${-x},${-y})` });
  old.replaceWith(axis, ...order);
}

/** What the footer says; by how much it is higher. */
function refoot(
  root: Element,
  pen: Pen,
  before: CellPlot,
  after: CellPlot,
  frames: [Frame, Frame],
  width: number,
): number {
  const [drawn, frame] = frames;
  const isTitled = part(root, "title") !== null;
  const drawing = (of: Frame, plot: CellPlot): Drawing | null =>
    footerDrawing(pen, footerFacts(of, isTitled, plot, true), signsOf(of, plot), width);
  const [old, made] = [drawing(drawn, before), drawing(frame, after)];
  const [first] = parts(root, "footer");
  if (!first || !old || !made) return 0;
  const holder = holderOf(root, first);
  holder.replaceChildren(...made.nodes);
  const by = made.height - old.height;
  push(holder, root, by);
  return by;
}

/** Shares of the values that the legend tells one by one. */
function reshare(root: Element, { values }: CellFacts): void {
  const told = [...(part(root, "legend-ramp")?.querySelectorAll("[data-value]") ?? [])];
  if (!told.length) return;
  const counts = new Map(told.map((text) => [Number(text.getAttribute("data-value")), 0]));
  let all = 0;
  for (const value of values) {
    if (value !== value) continue;
    all++;
    const known = counts.get(value);
    if (known !== undefined) counts.set(value, known + 1);
  }
  for (const text of told) {
    const share = percent(counts.get(Number(text.getAttribute("data-value")))!, all || 1);
    text.textContent = text.textContent!.replace(/[<>]?\d+\u00a0%$/, share);
  }
}

/** The legend of scores or of differences, where the picture came with that of the other: its ends and its middle. */
function relegend(root: Element, pen: Pen, { color, baseline }: CellFacts, drawn: Frame, frame: Frame): void {
  const ramp = part(root, "legend-ramp");
  if (!ramp || Boolean(drawn.baseline) === Boolean(frame.baseline)) return;
  const table = baseline?.color ?? color;
  const { make } = pen;
  const label = baseline ? "Difference" : "Score";
  let x = pen.width(label, FONT, 700) + GAP;
  const entries = [table.low, (table.low + table.high) / 2, table.high].map((value) => {
    const said = baseline && value > 0 ? `+${brief(value)}` : brief(value);
    const box = {
      x: 0.5,
      y: 0.5,
      width: SWATCH - 1,
      height: SWATCH - 1,
      fill: colorOf(table, value),
      ...schemeOf(table.own),
    };
    const entry = make(
      "g",
      { transform: `translate(${x},0)` },
      make("rect", box),
      make("text", { x: SWATCH + APART, y: BASELINE }, said),
    );
    x += SWATCH + APART + pen.width(said, FONT) + GAP;
    return entry;
  });
  ramp.replaceChildren(make("text", { x: 0, y: BASELINE, "font-weight": 600 }, label), ...entries);
}

/** Numbers of the key. */
function recount(root: Element, { counts }: CellFacts): void {
  for (const entry of part(root, "legend-key")?.querySelectorAll<SVGElement>("[data-state]") ?? []) {
    const [text, name] = [entry.querySelector("text"), entry.dataset["state"] as Exclude<StateName, "ok">];
    if (text) text.textContent = stateWords(name, counts);
    entry.style.display = counts[name] ? "" : "none";
  }
}

/** Says of a placed plot what is so. */
export function retold(
  root: SVGSVGElement,
  group: Element,
  laid: Plot,
  { plot, by }: Placed,
  drawn: Frame,
  { frame }: Arranged,
  pen: Pen,
  width: number,
): Placed {
  const cells = (of: Plot): CellPlot => ({ ...of, ...of.marks[0] }) as unknown as CellPlot;
  const more = retitle(root, pen, drawn, frame, width);
  const lowered = shifted(plot, more);
  remargin(root, group, pen, drawn, frame, lowered);
  const foot = refoot(root, pen, cells(laid), cells(lowered), [drawn, frame], width);
  const facts = plot.marks[0] as CellFacts;
  recount(root, facts);
  if (!frame.isTable) reshare(root, facts);
  relegend(root, pen, facts, drawn, frame);
  return { plot: lowered, by: by + more + foot };
}
