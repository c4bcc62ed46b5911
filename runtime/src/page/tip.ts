/** The tip: one element of a figure, above everything, inside the window. */
import { counted } from "../shared/format";
import type { Box, Link } from "../shared/payload";
import { asPart } from "../shared/protocol";
import { freeId, html, part } from "./dom";
import { dot } from "./dot";
import type { PinActions } from "./panel";
import { NONE, type Beside, type Facts } from "./plot";
import { linksOf } from "./runs";
import { later } from "./second";

/** Distances from what the tip is about and from the edge of the window, in CSS pixels. */
const AWAY = 10;
const EDGE = 8;

const MOST_DOTS = 24;

/** Beside `from`..`to` where there is room, else on the other side, else at the edge. */
function beside(from: number, to: number, size: number, room: number): number {
  if (to + AWAY + size <= room - EDGE) return to + AWAY;
  if (from - AWAY - size >= EDGE) return from - AWAY - size;
  return Math.max(EDGE, Math.min(to + AWAY, room - EDGE - size));
}

const pair = (name: string, text: string): HTMLElement[] => [html("dt", {}, name), html("dd", {}, text)];

function swatch(color: string): HTMLElement {
  const dot = html("span", { "data-part": "swatch" });
  dot.style.backgroundColor = color;
  return dot;
}

/** "beta on q-1: 0.5, 1 of 2", in parts that do not turn each other around. */
function sentenceOf({ lead, value, color, sentence }: Facts): HTMLElement[] {
  if (!lead) return [];
  const names = [html("bdi", asPart("who"), lead.who), " on ", html("bdi", {}, lead.what), ": "];
  const score = value![1] === NONE ? [] : [html("span", asPart("value"), value![1]), sentence && ", "];
  return [html("p", asPart("lead"), ...names, ...(color ? [swatch(color)] : []), ...score, sentence)];
}

function valuePair({ value, color, sentence }: Facts): HTMLElement[] {
  if (!value) return [];
  const [name, text] = pair(...value);
  if (color) text.prepend(swatch(color));
  text.dataset["part"] = "value";
  if (sentence) text.append(html("span", { "data-part": "state" }, sentence));
  return [name, text];
}

function linksHint(links: Link[]): string {
  if (!links.length) return "";
  if (links.length === 1) return "Click to open";
  const noun = links.every(({ label }) => label.startsWith("epoch")) ? "epoch" : "link";
  return `Click to open ${links[0].label}, Shift-click for all ${counted(links.length, noun)}`;
}

/** What is said about a thing as one line, for screen readers. */
export function spoken(facts: Facts): string {
  const { rows, value, sentence } = facts;
  const [lead] = sentenceOf(facts);
  if (lead) return lead.textContent!;
  const pairs = [...rows, ...(value ? [value] : [])].map(([name, text]) => `${name} ${text}`);
  return [...pairs, sentence].filter(Boolean).join(", ");
}

/** Rows as dots. */
const dots = ({ runs }: Facts): HTMLElement[] =>
  runs.length > 1
    ? [
        html(
          "p",
          { ...asPart("runs"), "aria-hidden": "true" },
          ...runs.slice(0, MOST_DOTS).map(({ color }) => dot(color)),
        ),
      ]
    : [];

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

  /** Writes the facts; a pinned tip also has the links and buttons, another one says what else is in its place. */
  write(facts: Facts, beside: Beside[], crowd: string | null, pin: PinActions | null): void {
    const lead = sentenceOf(facts);
    const head = lead.length ? [] : [...facts.rows.flatMap(([name, text]) => pair(name, text)), ...valuePair(facts)];
    const extra = facts.channels.flatMap(([name, text]) => pair(name, text));
    this.element.toggleAttribute("data-pinned", pin !== null);
    this.element.toggleAttribute("data-panel", beside.length > 0);
    this.element.replaceChildren(
      ...lead,
      html("p", asPart("rank"), facts.rank),
      html("dl", {}, ...head, ...extra),
      ...(pin ? later().panel(facts, beside, pin) : this.#brief(facts, crowd)),
    );
  }

  #brief(facts: Facts, crowd: string | null): HTMLElement[] {
    const hint = [linksHint(linksOf(facts)), crowd].filter(Boolean).join(" \u00b7 ");
    const error = facts.error ? [html("p", asPart("error"), facts.error)] : [];
    return [...dots(facts), ...error, html("p", asPart("hint"), hint)];
  }

  /** Shows the tip next to a box of the window, or as a panel at the side of the figure where the box is not. */
  place(at: Box, figure: Box): void {
    const { element } = this;
    if (element.hidden) {
      element.hidden = false;
      if (element.popover && element.isConnected) element.showPopover();
    }
    const { clientWidth, clientHeight } = document.documentElement;
    if (element.hasAttribute("data-panel")) {
      const room = {
        width: clientWidth - element.offsetWidth - EDGE,
        height: clientHeight - element.offsetHeight - EDGE,
      };
      const isNarrow = room.width < 2 * EDGE;
      const right = Math.min(figure.x + figure.width + EDGE, room.width);
      const isUp = at.y + at.height / 2 < clientHeight / 2;
      const left = isNarrow || right < at.x + at.width + EDGE ? EDGE : right;
      const top = isNarrow ? (isUp ? this.#low(room.height) : EDGE) : Math.max(EDGE, Math.min(figure.y, room.height));
      element.style.transform = `translate(${Math.round(left)}px,${Math.round(top)}px)`;
      return;
    }
    const x = beside(at.x, at.x + at.width, element.offsetWidth, clientWidth);
    const y = beside(at.y, at.y + at.height, element.offsetHeight, clientHeight);
    element.style.transform = `translate(${Math.round(x)}px,${Math.round(y)}px)`;
  }

  /** The lowest place of a panel, or one above what stands below the picture where it would lie on that. */
  #low(lowest: number): number {
    const { element } = this;
    const dock = part(element.parentElement!, "dock")?.getBoundingClientRect();
    return dock?.height && lowest < dock.bottom ? Math.max(EDGE, dock.top - element.offsetHeight - EDGE) : lowest;
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
    (this.element.querySelector<HTMLElement>("ul a") ?? this.element.querySelector("button"))?.focus();
  }
}
