/** What stands in the box of each kind of input. */
import { px } from "../../shared/format";
import type { Box } from "../../shared/payload";
import { oneLine, shorten } from "../../shared/ticks";
import type { Attributes, Make } from "../../shared/elements";
import { textWidth } from "../text";
import type { CheckboxControl } from "./checkbox";
import type { Control } from "./control";
import type { MenuControl } from "./menu";
import type { SearchControl } from "./search";
import type { SliderControl } from "./slider";

const TEXT = 12;
/** Height of a control, which a finger can hit. */
const HEIGHT = 28;
const MENU = { least: 110, most: 300, before: 10, after: 26 };
const SEARCH = { width: 180, before: 28, after: 10 };
const KNOB = 8;
const TRACK = 4;
/** Boxes and buttons, the gap to their words, and the distance of the next. */
const SIGN = { size: 16, gap: 7, apart: 18 };
/** Width in which choices stand side by side. */
const ROOM = 560;
const ACCENT = "#0b57d0";
const EDGE: Attributes = { stroke: "currentColor", "stroke-opacity": 0.4, fill: "none" };
/** Words that are not there for themselves. */
const FAINT: Attributes = { "fill-opacity": 0.72 };

export interface Face {
  nodes: Node[];
  width: number;
  height: number;
  options?: Box[];
}

type Draw<T extends Control> = (make: Make, control: T) => Face;

/** Text on the middle line of a control. */
const written = (make: Make, x: number, text: string, look: Attributes = {}): SVGElement =>
  make("text", { x: px(x), y: px(HEIGHT / 2 + 4.2), "font-size": TEXT, ...look }, text);

const measured = (text: string): number => textWidth(text, TEXT);

const field = (make: Make, width: number): SVGElement =>
  make("rect", { x: 0.5, y: 0.5, width: px(width - 1), height: HEIGHT - 1, rx: 6, ...EDGE });

const stroked: Attributes = { stroke: "currentColor", "stroke-width": 1.5, "stroke-linecap": "round", fill: "none" };

/** The box of a list, with a sign that it opens. */
const menu: Draw<MenuControl> = (make, control) => {
  const { before, after, least, most } = MENU;
  const widest = Math.max(measured(control.text), ...control.options.map(({ label }) => measured(oneLine(label))));
  const width = Math.round(control.width ?? Math.min(most, Math.max(least, widest + before + after)));
  const shown = shorten(oneLine(control.text), width - before - after, measured);
  const at = width - after / 2 - 5;
  return {
    nodes: [
      field(make, width),
      written(make, before, shown),
      make("path", { d: `M${px(at)} 12l4 4l4 -4`, "stroke-linejoin": "round", ...stroked }),
    ],
    width,
    height: HEIGHT,
  };
};

/** An empty field with a lens and the words that stand in it. */
const search: Draw<SearchControl> = (make, control) => {
  const { before, after } = SEARCH;
  const width = Math.round(control.width ?? SEARCH.width);
  const words = control.value || control.placeholder;
  const shown = shorten(oneLine(words), width - before - after, measured);
  return {
    nodes: [
      field(make, width),
      make("circle", { cx: 14, cy: 13, r: 4, ...stroked }),
      make("path", { d: "M17.2 16.2l3 3", ...stroked }),
      written(make, before, shown, control.value ? {} : FAINT),
    ],
    width,
    height: HEIGHT,
  };
};

const line = (make: Make, from: number, to: number, look: Attributes): SVGElement =>
  make("path", {
    d: `M${px(from)} ${HEIGHT / 2}H${px(to)}`,
    "stroke-width": TRACK,
    "stroke-linecap": "round",
    fill: "none",
    ...look,
  });

/** The track, what is chosen of it, and the knobs. */
const slider: Draw<SliderControl> = (make, control) => {
  const width = Math.round(control.width ?? 150);
  const { min: low, max: high } = control.range ?? { min: 0, max: 1 };
  const share = (value: number): number => (high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0);
  const at = (value: number): number => KNOB + share(value) * (width - 2 * KNOB);
  const knobs = control.isPair ? (control.value as number[]) : [(control.value as number | undefined) ?? low];
  const [from, to] = [control.isPair ? at(knobs[0]) : KNOB, at(knobs[knobs.length - 1])];
  const isFilled = control.value !== undefined && to > from;
  const round = { cy: HEIGHT / 2, r: KNOB - 1, fill: ACCENT, stroke: "#ffffff", "stroke-width": 2 };
  return {
    nodes: [
      line(make, KNOB, width - KNOB, { stroke: "currentColor", "stroke-opacity": 0.2 }),
      ...(isFilled ? [line(make, from, to, { stroke: ACCENT })] : []),
      ...knobs.map((knob) => make("circle", { cx: px(at(knob)), ...round })),
    ],
    width,
    height: HEIGHT,
  };
};

/** A box with a tick, or without. */
function box(make: Make, isChecked: boolean): SVGElement[] {
  const { size } = SIGN;
  const place = { x: 0.5, y: (HEIGHT - size) / 2 + 0.5, width: size - 1, height: size - 1, rx: 4 };
  if (!isChecked) return [make("rect", { ...place, ...EDGE })];
  const d = `M4 ${HEIGHT / 2 + 0.5}l3 3l5.5 -6`;
  const tick = { d, stroke: "#ffffff", "stroke-width": 2, "stroke-linecap": "round", "stroke-linejoin": "round" };
  return [make("rect", { ...place, fill: ACCENT, stroke: ACCENT }), make("path", { ...tick, fill: "none" })];
}

/** A ring with a dot, or without. */
function button(make: Make, isChosen: boolean): SVGElement[] {
  const place = { cx: SIGN.size / 2, cy: HEIGHT / 2 };
  const ring = make("circle", { ...place, r: 7.5, ...EDGE, ...(isChosen && { stroke: ACCENT, "stroke-opacity": 1 }) });
  return isChosen ? [ring, make("circle", { ...place, r: 4, fill: ACCENT })] : [ring];
}

/** A sign with its words. */
function entry(make: Make, sign: SVGElement[], words: string): { nodes: SVGElement[]; width: number } {
  const x = SIGN.size + SIGN.gap;
  const shown = shorten(oneLine(words), ROOM - x, measured);
  const said = shown ? [written(make, x, shown)] : [];
  return { nodes: [...sign, ...said], width: Math.ceil(shown ? x + measured(shown) : SIGN.size) };
}

const checkbox: Draw<CheckboxControl> = (make, control) => {
  const { nodes, width } = entry(make, box(make, control.value), control.label ?? "");
  return { nodes, width, height: HEIGHT, options: [{ x: 0, y: 0, width, height: HEIGHT }] };
};

/** Choices side by side, in as many lines as they need. */
const group: Draw<MenuControl> = (make, control) => {
  const sign = control.multiple ? box : button;
  const nodes: Node[] = [];
  const options: Box[] = [];
  let [x, y] = [0, 0];
  for (const { value, label } of control.options) {
    const one = entry(make, sign(make, control.isChosen(value)), label);
    if (x > 0 && x + one.width > ROOM) [x, y] = [0, y + HEIGHT];
    nodes.push(make("g", { transform: `translate(${px(x)},${px(y)})` }, ...one.nodes));
    options.push({ x, y, width: one.width, height: HEIGHT });
    x += one.width + SIGN.apart;
  }
  const width = Math.max(0, ...options.map((option) => option.x + option.width));
  return { nodes, width, height: y + HEIGHT, options };
};

const FACES: Record<string, Draw<never>> = { menu, slider, search, checkbox, checkboxGroup: group, radioGroup: group };

/** An input without its label. */
export const faceOf = (make: Make, control: Control): Face => FACES[control.kind](make, control as never);
