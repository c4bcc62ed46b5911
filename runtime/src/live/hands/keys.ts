/** Keys on a plot with interactors do at the thing where they are what the pointer does there. */
import type { Box } from "../../shared/payload";
import { middleOf } from "../../page/geometry";
import { isMoving, isNearing, isToggling, type Moving } from "./interactors";

/** Zoom of a key, and the share of the area by which Shift and an arrow move. */
const ZOOM = 1.25;
const SHARE = 0.1;

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

type Scaled = SVGSVGElement & { scale(name: "x" | "y"): Moving["xscale"] };

const rangeOf = (scale: Moving["xscale"]): [number, number] => scale.range as [number, number];

export class PlotKeys {
  readonly #first = new Map<Moving, [Moving["xscale"], Moving["yscale"]]>();

  constructor(
    private readonly interactors: readonly object[],
    /** The drawing as it is now. */
    private readonly svg: () => Scaled,
    /** The box in the window of the thing where keys are. */
    private readonly here: () => Box | null,
  ) {}

  get #moving(): Moving[] {
    return this.interactors.filter(isMoving);
  }

  /** The domains that there were first. */
  remember(): void {
    const svg = this.svg();
    for (const one of this.#moving) if (!this.#first.has(one)) this.#first.set(one, [svg.scale("x"), svg.scale("y")]);
  }

  /** After the core has heard a key; whether something was done that the core must not do, too. */
  before(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === " " && this.interactors.some(isToggling)) return this.#toggle(event.shiftKey);
    if (!this.#moving.length) return false;
    if (event.shiftKey && Object.hasOwn(ARROWS, event.key)) return this.#pan(...ARROWS[event.key]);
    return event.key === "0" && this.#home();
  }

  /** The pointer of the nearest thing follows the keys. */
  follow(): void {
    if (!this.interactors.some(isNearing)) return;
    const box = this.here();
    if (box) this.#tell("pointermove", this.svg(), box);
  }

  leave(): void {
    if (this.interactors.some(isNearing)) this.svg().dispatchEvent(new PointerEvent("pointerleave"));
  }

  #tell(type: string, target: Element, box: Box, shiftKey = false): void {
    const { x, y } = middleOf(box);
    target.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, bubbles: true, shiftKey }));
  }

  /** Presses the drawn element that is nearest to the thing. */
  #toggle(shiftKey: boolean): boolean {
    const box = this.here();
    if (!box) return false;
    const at = middleOf(box);
    const away = (element: Element): number => {
      const { x, y } = middleOf(element.getBoundingClientRect());
      return Math.hypot(x - at.x, y - at.y);
    };
    const elements = [...this.svg().querySelectorAll("g[data-index] > :not(g), g[data-index] > g > *")];
    const nearest = elements.reduce<Element | null>(
      (best, element) => (best && away(best) <= away(element) ? best : element),
      null,
    );
    if (nearest) this.#tell("pointerdown", nearest, box, shiftKey);
    return true;
  }

  #pan(dx: number, dy: number): boolean {
    for (const one of this.#moving)
      this.#publish(one, (range, way) => {
        const by = SHARE * Math.abs(range[1] - range[0]) * (way === "x" ? dx : dy);
        return (at) => at - by;
      });
    return true;
  }

  /** Zooms around the middle; whether the plot has a zoom of its own. */
  zoom(isOut: boolean): boolean {
    const k = isOut ? 1 / ZOOM : ZOOM;
    for (const one of this.#moving)
      this.#publish(one, (range) => {
        const middle = (range[0] + range[1]) / 2;
        return (at) => (at - middle) / k + middle;
      });
    return true;
  }

  #publish(one: Moving, map: (range: [number, number], way: "x" | "y") => (at: number) => number): void {
    const svg = this.svg();
    [one.xscale, one.yscale] = [svg.scale("x"), svg.scale("y")];
    one.publish({ invertX: map(rangeOf(one.xscale), "x"), invertY: map(rangeOf(one.yscale), "y") });
  }

  #home(): boolean {
    for (const [one, [x, y]] of this.#first) {
      if (one.panx) one.xsel.update(one.clause(x.domain, one.xfield, x));
      if (one.pany) one.ysel.update(one.clause(y.domain, one.yfield, y));
    }
    return true;
  }
}
