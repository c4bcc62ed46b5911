/** Inputs as they look at first: a label, and below it the control in a box that pages put the real one over. */
import { px } from "../../shared/format";
import type { Box } from "../../shared/payload";
import { asPart } from "../../shared/protocol";
import { oneLine } from "../../shared/ticks";
import type { Drawing, Make } from "../../shared/elements";
import { textWidth } from "../text";
import type { Control } from "./control";
import { faceOf } from "./faces";
import { SliderControl } from "./slider";

/** Around an input, in user units. */
const SIDE = 12;
const ABOVE = 10;
const LABEL = { size: 11, height: 18 };
/** An input as it is drawn; boxes from its upper left corner on. */
export interface DrawnControl extends Drawing {
  box: Box;
  /** Of its single options, where each has a place. */
  options: Box[];
}

/** What stands at the end of the label's line: the value of a slider, and the room that any value takes. */
function beside(control: Control): { text: string; room: number } | null {
  if (!(control instanceof SliderControl)) return null;
  const { min: low, max: high } = control.range ?? { min: 0, max: 1 };
  const ends = [low, high].map((end) => control.worded(end));
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
  const label = control.label === null || control.kind === "checkbox" ? "" : oneLine(control.label);
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
