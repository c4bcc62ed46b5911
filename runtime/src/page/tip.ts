/** The tip: one element of a figure, above everything, inside the window. */
import type { Box } from "../shared/payload";
import { button, freeId, html } from "./dom";
import type { Facts } from "./facts";

/** Distances from the pointer and from the edge of the window, in CSS pixels. */
const AWAY = 14;
const EDGE = 8;

/** Beside `from`..`to` where there is room, else on the other side, else at the edge. */
function beside(from: number, to: number, size: number, room: number): number {
  if (to + AWAY + size <= room - EDGE) return to + AWAY;
  if (from - AWAY - size >= EDGE) return from - AWAY - size;
  return Math.max(EDGE, Math.min(to + AWAY, room - EDGE - size));
}

const pair = (name: string, text: string): HTMLElement[] => [html("dt", {}, name), html("dd", {}, text)];

function valuePair({ value, color, sentence }: Facts): HTMLElement[] {
  const [name, text] = pair(...value);
  if (color) {
    const dot = html("span", { "data-part": "swatch" });
    dot.style.backgroundColor = color;
    text.prepend(dot);
  }
  text.dataset["part"] = "value";
  if (sentence) text.append(html("span", { "data-part": "state" }, sentence));
  return [name, text];
}

const anchor = (label: string, href: string): HTMLElement =>
  html("a", { href, target: "_blank", rel: "noopener noreferrer" }, label);

export interface PinActions {
  copy(): void;
  close(): void;
}

export class Tip {
  readonly element: HTMLElement;

  constructor(root: Element) {
    this.element = html("div", { role: "tooltip", id: freeId("inspect-viz-tip"), "data-part": "tip" });
    this.element.hidden = true;
    if ("popover" in this.element) this.element.popover = "manual";
    root.append(this.element);
  }

  get isShown(): boolean {
    return !this.element.hidden;
  }

  /** Writes the facts; a pinned tip also has the links and buttons. */
  write(facts: Facts, pin: PinActions | null): void {
    const head = facts.rows.flatMap(([name, text]) => pair(name, text));
    const extra = facts.channels.flatMap(([name, text]) => pair(name, text));
    const list = html("dl", {}, ...head, ...valuePair(facts), ...extra);
    this.element.toggleAttribute("data-pinned", pin !== null);
    this.element.replaceChildren(list, ...(pin ? this.#pinned(facts, pin) : [this.#hint(facts)]));
  }

  #hint({ hint }: Facts): HTMLElement {
    return html("p", { "data-part": "hint" }, hint);
  }

  #pinned({ links }: Facts, { copy, close }: PinActions): HTMLElement[] {
    const items = links.map(({ label, href }) => html("li", {}, anchor(label, href)));
    return [
      html("ul", { "data-part": "links" }, ...items),
      html("p", { "data-part": "actions" }, button("Copy id", copy), button("Close", close)),
    ];
  }

  /** Shows the tip next to a box of the window. */
  place(at: Box): void {
    const { element } = this;
    if (element.hidden) {
      element.hidden = false;
      if (element.popover && element.isConnected) element.showPopover();
    }
    const { clientWidth, clientHeight } = document.documentElement;
    const x = beside(at.x, at.x + at.width, element.offsetWidth, clientWidth);
    const y = beside(at.y, at.y + at.height, element.offsetHeight, clientHeight);
    element.style.transform = `translate(${Math.round(x)}px,${Math.round(y)}px)`;
  }

  hide(): void {
    const { element } = this;
    if (element.hidden) return;
    if (element.popover && element.isConnected) element.hidePopover();
    element.hidden = true;
    element.removeAttribute("data-pinned");
  }

  /** Moves the focus to what can be used in a pinned tip. */
  enter(): void {
    this.element.querySelector<HTMLElement>("a, button")?.focus();
  }
}
