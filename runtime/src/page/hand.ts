/** Pointer, wheel and touch on one plot. */
import { canOpen, type Cursor } from "./cursor";
import { on } from "./dom";
import { clamp, clientOf, distance, isDragged, type Point } from "./geometry";
import type { Plot } from "./plot";

/** Pixels of a line that a wheel turns, and those that count at most for one event; a touchpad sends small ones. */
const LINE = 16;
const NOTCH = 25;

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

export class Hand {
  readonly #down = new Map<number, Point>();
  #start: Point | null = null;
  #dragged = false;
  /** Whether the window had the focus before the press: the click that gives it opens nothing. */
  #isInFront = true;

  constructor(
    private readonly plot: Plot,
    private readonly cursor: Cursor,
    private readonly changed: () => void,
  ) {
    const { hit } = plot;
    on(hit, "pointermove", (event) => this.#move(event));
    on(hit, "pointerleave", () => this.#start ?? cursor.leave());
    on(hit, "pointerdown", (event) => this.#press(event));
    on(hit, "pointerup", (event) => this.#release(event));
    on(hit, "pointercancel", (event) => this.#release(event));
    on(hit, "click", (event) => this.#click(event));
    on(hit, "mousedown", (event) => event.preventDefault());
    on(hit, "wheel", (event) => this.#wheel(event), { passive: false });
  }

  /** Zooms around a place of the window. */
  zoom(factor: number, client: Point): void {
    this.plot.zoom(factor, client);
    this.changed();
    this.#hover(client);
  }

  #hover(client: Point): void {
    this.#isInFront = document.hasFocus();
    const thing = this.plot.thingAt(client);
    const { style } = this.plot.hit;
    if (thing) this.cursor.move({ plot: this.plot, thing, client });
    else this.cursor.leave();
    style.cursor = thing && canOpen(thing) ? "pointer" : this.plot.isZoomed ? "grab" : "crosshair";
  }

  #pan(from: Point, to: Point): void {
    this.plot.pan(from, to);
    this.changed();
  }

  #move(event: PointerEvent): void {
    const client = clientOf(event);
    const before = this.#down.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== "touch") this.#hover(client);
      return;
    }
    if (this.#down.size > 1) this.#pinch(event.pointerId, before, client);
    else this.#drag(event, before, client);
  }

  #drag(event: PointerEvent, before: Point, client: Point): void {
    if (!this.#dragged && !isDragged(this.#start!, client)) return;
    if (!this.#dragged) {
      this.#dragged = true;
      this.plot.hit.setPointerCapture(event.pointerId);
      this.cursor.leave();
      before = this.#start!;
    }
    this.#down.set(event.pointerId, client);
    this.#pan(before, client);
    if (this.plot.isZoomed) this.plot.hit.style.cursor = "grabbing";
  }

  #pinch(id: number, before: Point, client: Point): void {
    const other = [...this.#down].find(([key]) => key !== id)![1];
    this.#dragged = true;
    this.#down.set(id, client);
    const factor = distance(client, other) / Math.max(1, distance(before, other));
    this.plot.zoom(factor, middle(before, other));
    this.#pan(middle(before, other), middle(client, other));
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    if (!this.#down.size) this.#dragged = false;
    this.#down.set(event.pointerId, clientOf(event));
    this.#start = clientOf(event);
    this.plot.hit.focus({ preventScroll: true, focusVisible: false } as FocusOptions);
  }

  #release(event: PointerEvent): void {
    this.#down.delete(event.pointerId);
    if (!this.#down.size) this.#start = null;
  }

  #click(event: MouseEvent): void {
    if (this.#dragged || event.detail > 1) return;
    const isInFront = this.#isInFront;
    this.#isInFront = true;
    const thing = this.plot.thingAt(clientOf(event));
    if (!thing) return this.cursor.leave(true);
    const isTouch = (event as PointerEvent).pointerType === "touch";
    if (this.cursor.pinned) this.cursor.leave(true);
    this.cursor.move({ plot: this.plot, thing, client: clientOf(event) });
    if ((event.shiftKey || isTouch) && thing.of.tip) void this.cursor.pin(false);
    else if (isInFront) void this.cursor.open();
  }

  #wheel(event: WheelEvent): void {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const turn = event.deltaY * (event.deltaMode ? LINE : 1);
      this.zoom(Math.exp(-clamp(turn, -NOTCH, NOTCH) / 100), clientOf(event));
    } else if (event.shiftKey && this.plot.isZoomed) {
      event.preventDefault();
      const by = { x: event.deltaX || event.deltaY, y: event.deltaX ? event.deltaY : 0 };
      this.plot.pan(by, { x: 0, y: 0 });
      this.#hover(clientOf(event));
    }
  }
}
