/** The inputs of a picture as elements over their boxes, which keep their place as the picture is drawn anew. */
import type { Composed, Control, LivingPicture } from "../../plot/index";
import { html, part, set } from "../../page/dom";
import { LegendControl, showChosen } from "../../plot/legend/selecting";
import type { Box } from "../../shared/payload";
import type { Point } from "../../shared/translate";
import { asPart } from "../../shared/protocol";
import { oneLine } from "../../shared/ticks";
import { focused } from "../focus";
import { legend } from "./legend";
import { narrowed, settle } from "./narrow";
import { checkboxGroup, choices, menu, radioGroup, type Choice } from "./menu";
import { slider, type Sliding } from "./slider";
import { table } from "../table/index";
import { checkbox, search } from "./text";
import { nameOf, nearing, type Widget } from "./widget";

const WIDGETS: Record<string, (control: never, say: (text: string) => void) => Widget> = {
  menu: (control: Choice & { multiple: boolean }) => (control.multiple ? choices(control) : menu(control)),
  slider: (control: Sliding) => slider(control),
  search,
  checkbox,
  checkboxGroup,
  radioGroup,
  legend: (control: LegendControl) => legend(control),
  table,
};

const pixels = (n: number): string => `${Math.round(10 * n) / 10}px`;

interface Made {
  control: Control;
  widget: Widget;
  place: Composed["controls"][number] | null;
}

/** Over a box of the picture, seen from a corner of another; heights are for fingers: only those of tables shrink. */
function put(element: HTMLElement, { x, y, width, height }: Box, from: Point, scale: number): void {
  const { style } = element;
  const own = element.dataset["control"] === "table" ? height * scale : height;
  style.left = pixels((x - from.x) * scale);
  style.top = pixels((y - from.y + height / 2) * scale - own / 2);
  style.width = pixels(width * scale);
  style.height = pixels(own);
}

export class Controls {
  readonly #layer = html("div", asPart("controls"));
  readonly #widgets: Made[];

  constructor(
    private readonly svg: SVGSVGElement,
    private readonly picture: LivingPicture,
    private readonly say: (text: string) => void,
  ) {
    part(svg.parentElement!, "controls")?.remove();
    this.#widgets = picture.controls.flatMap((control) => this.#made(control));
    this.#layer.append(...this.#widgets.map(({ widget }) => widget.element));
    if (this.#widgets.length) svg.before(this.#layer);
    const sizes = new ResizeObserver(() => this.#lay());
    sizes.observe(svg);
    sizes.observe(svg.parentElement!);
  }

  #made(control: Control): Made[] {
    const make = WIDGETS[control.kind];
    if (!make) return [];
    const widget = make(control as never, this.say);
    set(widget.element, { "data-control": control.kind });
    nearing(widget.element, control);
    control.onChange(() => this.#changed(control, widget));
    return [{ control, widget, place: null }];
  }

  #changed(control: Control, widget: Widget): void {
    if (control.kind === "table") return widget.update();
    this.#draw(control);
    widget.update();
    const { text } = control as Control & { text?: string };
    if (widget.element.contains(focused(widget.element))) this.say(`${nameOf(control)}: ${oneLine(text ?? "changed")}`);
  }

  /** What is drawn of an input besides the control itself: its label, and the value of a slider. */
  #draw(control: Control): void {
    const { number } = control;
    const drawn = this.svg.querySelector(`[data-input="${number}"]`);
    if (!drawn) return;
    if (control instanceof LegendControl) return showChosen(drawn, control);
    const fresh = this.picture.drawControl(number);
    drawn.replaceWith(fresh);
    set(fresh.lastElementChild!, { visibility: "hidden" });
    set(fresh, { "aria-hidden": "true" });
  }

  /** Draws all as they are now, for a file. */
  redraw(): void {
    for (const { control } of this.#widgets) this.#draw(control);
  }

  /** Puts the elements over the boxes of a picture that was composed. */
  place({ controls }: Composed): void {
    for (const made of this.#widgets) {
      made.place = controls.find(({ number }) => number === made.control.number) ?? null;
      this.#draw(made.control);
      made.widget.update();
    }
    this.#lay();
  }

  get #tables(): number[] {
    return this.#widgets.flatMap(({ control }) => (control.kind === "table" ? [control.number] : []));
  }

  #lay(): void {
    const { svg } = this;
    const [at, around] = [svg.getBoundingClientRect(), svg.parentElement!.getBoundingClientRect()];
    const scale = at.width / svg.viewBox.baseVal.width || 1;
    this.#layer.style.left = pixels(at.left - around.left);
    this.#layer.style.top = pixels(at.top - around.top);
    settle(svg, this.#tables);
    for (const { control, widget, place } of this.#widgets) {
      if (control.kind === "legend") this.#layLegend(control, widget.element, at);
      if (control.kind === "legend") continue;
      widget.element.hidden = place === null;
      if (!place) continue;
      put(widget.element, place.box, { x: 0, y: 0 }, scale);
      if (control.kind === "table") {
        const { x, width } = place.box;
        widget.element.style.width = pixels(narrowed(svg, x * scale, width * scale));
      }
      const single = [...widget.element.querySelectorAll<HTMLElement>(":scope > :is(label, button)")];
      if (single.length !== place.options.length) continue;
      single.forEach((label, i) => put(label, place.options[i], place.box, scale));
    }
  }

  /** Buttons over the entries of a legend, or knobs over its ramp, wherever it stands. */
  #layLegend(control: Control, { firstElementChild: group }: HTMLElement, from: DOMRect): void {
    const around = control instanceof LegendControl && control.areSteps ? 0 : 4;
    const entries = this.svg.querySelectorAll(`[data-input="${control.number}"] [data-option]`);
    [...(group?.children ?? [])].forEach((button, i) => {
      const box = entries[i]?.getBoundingClientRect();
      if (!box) return;
      const { style } = button as HTMLElement;
      style.left = pixels(box.x - from.x - around);
      style.top = pixels(box.y - from.y + box.height / 2 - 13);
      style.width = pixels(box.width + 2 * around);
    });
  }
}
