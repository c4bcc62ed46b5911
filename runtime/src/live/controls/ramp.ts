/** The ramp of a legend that selects: a drag along it, or two knobs, choose an interval. */
import type { LegendControl } from "../../plot/legend/selecting";
import { html, on, set } from "../../page/dom";
import { fill, hearEnd, hearEnds, knob, placeOf, track } from "./knobs";
import { named, nameOf, type Widget } from "./widget";

const STEPS = 200;
/** Half the width of a knob. */
const HALF = 4;
/** A drag that is shorter than this share is a click, which chooses all again. */
const LEAST = 0.01;

export function ramp(control: LegendControl): Widget {
  const inputs = ["from", "to"].map((end) => knob(`${nameOf(control)}, ${end}`));
  const group = named(track(...inputs), control);
  set(group, { role: "group", "data-ramp": "" });
  inputs.forEach((input) => set(input, { min: 0, max: STEPS, step: 1 }));
  const choose = (from: number, to: number): void =>
    control.choose(from <= 0 && to >= 1 ? undefined : control.between(from, to));
  hearEnds(inputs, ([from, to]) => choose(from / STEPS, to / STEPS));
  hearEnd(group, () => control.choose(undefined));
  drag(group, (from, to) => (to - from < LEAST ? control.choose(undefined) : choose(from, to)));
  const update = (): void => {
    const ends = control.ends ?? [0, 1];
    inputs.forEach((input, i) => {
      input.value = String(Math.round(ends[i] * STEPS));
      set(input, { "aria-valuetext": control.format(control.at(ends[i])) });
    });
    fill(group, control.ends !== null);
  };
  return { element: html("div", {}, group), update };
}

/** Hears how far a pointer is dragged beside the knobs. */
function drag(element: HTMLElement, hear: (from: number, to: number) => void): void {
  let begun: number | null = null;
  on(element, "pointerdown", (event) => {
    if (event.target !== element || event.button !== 0) return;
    begun = placeOf(element, event, HALF);
    element.setPointerCapture(event.pointerId);
  });
  const move = (event: PointerEvent): void => {
    if (begun === null) return;
    const at = placeOf(element, event, HALF);
    hear(Math.min(begun, at), Math.max(begun, at));
  };
  on(element, "pointermove", move);
  on(element, "pointerup", (event) => {
    move(event);
    begun = null;
  });
  on(element, "pointercancel", () => (begun = null));
}
