/** The menu of orders, and the picture as it stands by them. */
import type { CellPlot, Plot } from "../shared/payload";
import { measureLike } from "./axes";
import { freeId, html, on, part } from "./dom";
import type { Fluid } from "./fluid";
import { menuOf } from "./menu";
import { DRAWN, Orders, type Axis, type Chosen, type Order } from "./order";
import { moveTicks, retell } from "./redrawn";
import { reordered } from "./reordered";

/** Distance of the strip's name from the edge of the picture. */
const EDGE = 12;

/** What the orders are called beside that of the picture. */
const WORDS: Record<Axis, Partial<Record<Order, string>>> = {
  samples: { disagreement: "disagreement", natural: "by name" },
  models: { natural: "by name" },
};

/** How samples and models of the picture stand, as far as it says so itself. */
function drawnWords(svg: Element, { beside, sampleAxis }: CellPlot): Record<Axis, string> {
  const hardest = sampleAxis === "x" ? "hardest first" : "easiest first";
  const isByDifficulty = beside?.blocks.some(({ label, kind }) => label && kind !== "none");
  const best = /best (first|last)/.exec(svg.textContent!);
  return { samples: isByDifficulty ? hardest : "as drawn", models: best?.[0] ?? "as drawn" };
}

export interface OrderActions {
  /** Draws the picture anew. */
  draw(): void;
  say(text: string): void;
}

export class Ordering {
  readonly element: HTMLDetailsElement;
  #orders: Orders | null = null;
  #chosen = DRAWN;

  constructor(
    private readonly svg: SVGSVGElement,
    private readonly plot: CellPlot,
    private readonly fluid: Fluid,
    private readonly act: OrderActions,
  ) {
    const drawn = drawnWords(svg, plot);
    const groups = (["samples", "models"] as const).map((axis) => this.#group(axis, drawn[axis]));
    this.element = menuOf("ordering", "Order", "Order of samples and models", html("div", {}, ...groups));
  }

  /** The choices of one axis. */
  #group(axis: Axis, drawn: string): HTMLElement {
    const name = freeId(`inspect-viz-${axis}`);
    const entries = Object.entries({ drawn, ...WORDS[axis] }) as [Order, string][];
    const choices = entries.map(([order, text]) => {
      const radio = html("input", { type: "radio", name });
      radio.checked = order === "drawn";
      on(radio, "change", () => this.#choose({ ...this.#chosen, [axis]: order }, `Order of ${axis}: ${text}`));
      return html("label", {}, radio, text);
    });
    return html("fieldset", { id: name }, html("legend", {}, axis), ...choices);
  }

  #choose(chosen: Chosen, said: string): void {
    this.#chosen = chosen;
    const isDrawn = chosen.samples === "drawn" && chosen.models === "drawn";
    this.fluid.change = isDrawn ? null : this.#change(chosen);
    this.act.draw();
    this.act.say(said);
  }

  /** What puts the plot of a layout in this order. */
  #change(chosen: Chosen): (plot: Plot) => Plot {
    const ordered = (this.#orders ??= new Orders(this.plot)).ordered(chosen);
    return (plot) => {
      const group = this.svg.querySelector("[data-plot]")!;
      const samples = part(group, "samples");
      const measure = samples && measureLike(samples);
      const hasRoom = (name: string): boolean => measure !== null && measure(name) + EDGE <= plot.area.x;
      const { area: _area, x, y, ...mark } = reordered({ ...plot, ...plot.marks[0] } as CellPlot, ordered, hasRoom);
      const moved = { ...plot, x, y, marks: [mark] };
      moveTicks(this.svg, group, plot, moved);
      retell(this.svg, ordered, mark.beside?.isNamed === false && mark.beside.name !== "");
      return moved;
    };
  }
}
