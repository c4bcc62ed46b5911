/** Inputs as they look at first: a label, and below it the control in a box that pages put the real one over. */
import { px } from "../../shared/format";
import type { Box } from "../../shared/payload";
import { asPart } from "../../shared/protocol";
import { oneLine, shorten } from "../../shared/ticks";
import type { Attributes, Drawing, Make } from "../../shared/elements";
import { textWidth } from "../text";
import type { Control } from "./control";
import { MenuControl } from "./menu";
import { SliderControl } from "./slider";

/** Around an input, in user units. */
const SIDE = 12;
const ABOVE = 10;
const LABEL = { size: 11, height: 18 };
const TEXT = 12;
/** Height of a control, which a finger can hit. */
const HEIGHT = 28;
const MENU = { least: 110, most: 300, before: 10, after: 26 };
const KNOB = 8;
const TRACK = 4;
const ACCENT = "#0b57d0";
const EDGE: Attributes = { stroke: "currentColor", "stroke-opacity": 0.32, fill: "none" };

/** An input as it is drawn; boxes from its upper left corner on. */
export interface DrawnControl extends Drawing {
  box: Box;
  /** Of its single options, where each has a place. */
  options: Box[];
}

interface Face {
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

/** The box of a list, with a sign that it opens. */
const menu: Draw<MenuControl> = (make, control) => {
  const { before, after, least, most } = MENU;
  const widest = Math.max(measured(control.text), ...control.options.map(({ label }) => measured(oneLine(label))));
  const width = Math.round(control.width ?? Math.min(most, Math.max(least, widest + before + after)));
  const shown = shorten(oneLine(control.text), width - before - after, measured);
  const at = width - after / 2 - 5;
  return {
    nodes: [
      make("rect", { x: 0.5, y: 0.5, width: px(width - 1), height: HEIGHT - 1, rx: 6, ...EDGE }),
      written(make, before, shown),
      make("path", { d: `M${px(at)} 12l4 4.5l4 -4.5`, stroke: "currentColor", "stroke-width": 1.5, fill: "none" }),
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
  const from = control.isPair ? at(knobs[0]) : KNOB;
  const to = at(knobs[knobs.length - 1]);
  const isChosen = control.value !== undefined;
  const knob = (value: number): SVGElement =>
    make("circle", {
      cx: px(at(value)),
      cy: HEIGHT / 2,
      r: KNOB - 1,
      fill: ACCENT,
      stroke: "#ffffff",
      "stroke-width": 2,
    });
  return {
    nodes: [
      line(make, KNOB, width - KNOB, { stroke: "currentColor", "stroke-opacity": 0.2 }),
      ...(isChosen && to > from ? [line(make, from, to, { stroke: ACCENT })] : []),
      ...knobs.map(knob),
    ],
    width,
    height: HEIGHT,
  };
};

function faceOf(make: Make, control: Control): Face {
  return control instanceof MenuControl ? menu(make, control) : slider(make, control as SliderControl);
}

/** What stands at the end of the label's line: the value of a slider, and the room that any value takes. */
function beside(control: Control): { text: string; room: number } | null {
  if (!(control instanceof SliderControl)) return null;
  const { min: low, max: high } = control.range ?? { min: 0, max: 1 };
  const ends = [low, high].map((end) => control.format(end));
  const texts = control.isPair ? [ends.join(" to "), `${ends[1]} to ${ends[1]}`] : [...ends, "All"];
  return { text: control.text, room: Math.max(...texts.map((text) => textWidth(text, LABEL.size))) };
}

function labelNodes(make: Make, label: string, value: string | null, width: number): SVGElement[] {
  const y = LABEL.size;
  const look = { y: px(y), "font-size": LABEL.size };
  const said = value === null ? [] : [make("text", { ...look, x: px(width), "text-anchor": "end" }, value)];
  return [...(label ? [make("text", { ...look, "font-weight": 600 }, label)] : []), ...said];
}

/** An input, drawn. */
export function drawControl(make: Make, control: Control): DrawnControl {
  const face = faceOf(make, control);
  const label = control.label === null ? "" : oneLine(control.label);
  const side = beside(control);
  const above = label || side ? LABEL.height : 0;
  const needed = textWidth(label, LABEL.size, 700) + (side ? side.room + (label ? 14 : 0) : 0);
  const width = Math.ceil(Math.max(face.width, needed));
  const [x, y] = [SIDE, ABOVE + above];
  const move = (box: Box): Box => ({ ...box, x: box.x + x, y: box.y + y });
  const words = make(
    "g",
    { transform: `translate(${x},${ABOVE})` },
    ...labelNodes(make, label, side?.text ?? null, width),
  );
  const body = make("g", { transform: `translate(${x},${y})` }, ...face.nodes);
  return {
    nodes: [make("g", { ...asPart("input"), "data-input": control.number }, ...(above ? [words] : []), body)],
    width: width + 2 * SIDE,
    height: y + face.height + ABOVE,
    box: move({ x: 0, y: 0, width: face.width, height: face.height }),
    options: (face.options ?? []).map(move),
  };
}
