/** Knobs on one track: ranges of the browser, which keys and fingers know, over what is drawn between them. */
import { html, on } from "../../page/dom";

const END = /^(Escape|Delete|Backspace)$/;

export const knob = (name: string): HTMLInputElement => html("input", { type: "range", "aria-label": name });

/** The track of knobs, which shows what is chosen of it. */
export const track = (...knobs: HTMLInputElement[]): HTMLDivElement => html("div", { "data-part": "knobs" }, ...knobs);

/** Where a knob stands, from 0 to 1. */
const share = ({ value, min, max }: HTMLInputElement): number => (Number(value) - Number(min)) / (+max - +min || 1);

/** Draws what is chosen between two places; a single knob begins at the lower end. */
export function fill(element: HTMLElement, isChosen: boolean): void {
  const knobs = [...element.querySelectorAll("input")];
  const [from, to] = knobs.length > 1 ? knobs.map(share) : [0, share(knobs[0])];
  element.style.setProperty("--from", String(from));
  element.style.setProperty("--to", String(isChosen ? to : from));
  element.toggleAttribute("data-chosen", isChosen);
}

/** Two knobs tell the ends of a range; one that passes the other takes it along. */
export function hearEnds(knobs: HTMLInputElement[], choose: (ends: [number, number]) => void): void {
  knobs.forEach((one, i) =>
    on(one, "input", () => {
      const [from, to] = knobs.map(({ value }) => Number(value));
      choose(i ? [Math.min(from, to), to] : [from, Math.max(from, to)]);
    }),
  );
}

/** The keys that end a choice. */
export function hearEnd(element: HTMLElement, clear: () => void): void {
  on(element, "keydown", (event) => {
    if (!END.test(event.key)) return;
    event.preventDefault();
    clear();
  });
}

/** The place of the pointer along a track, from 0 to 1, whose ends lie half a knob inside. */
export function placeOf(element: HTMLElement, { clientX }: MouseEvent, half: number): number {
  const { left, width } = element.getBoundingClientRect();
  return Math.min(1, Math.max(0, (clientX - left - half) / (width - 2 * half || 1)));
}

/** A press beside the knobs moves the nearest one. */
export function hearTrack(element: HTMLElement, knobs: HTMLInputElement[], half: number): void {
  on(element, "pointerdown", (event) => {
    if (event.target !== element || event.button !== 0) return;
    event.preventDefault();
    const at = placeOf(element, event, half);
    const nearest = knobs.reduce((best, one) => (Math.abs(share(one) - at) < Math.abs(share(best) - at) ? one : best));
    nearest.value = String(Number(nearest.min) + at * (Number(nearest.max) - Number(nearest.min)));
    nearest.focus();
    nearest.dispatchEvent(new Event("input"));
  });
}
