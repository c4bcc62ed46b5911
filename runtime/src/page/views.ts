/** The picture as a reader has it: one state, from which all that is shown follows. */
import type { CellPlot, Plot } from "../shared/payload";
import { Arranging } from "./arranging";
import type { Fluid } from "./fluid";
import { penIn } from "./pen";
import { placedIn, type Placed } from "./placing";
import { retold } from "./retold";
import { DRAWN, isDrawn, type State } from "./state";

export interface ViewActions {
  /** Draws the picture anew. */
  draw(): void;
  say(text: string): void;
}

export class Views {
  #state: State = DRAWN;
  readonly #arranging: Arranging;
  readonly #hear: (() => void)[] = [];

  constructor(
    private readonly svg: SVGSVGElement,
    plot: CellPlot,
    private readonly fluid: Fluid,
    private readonly act: ViewActions,
  ) {
    this.#arranging = new Arranging(plot);
  }

  get state(): State {
    return this.#state;
  }

  get arranging(): Arranging {
    return this.#arranging;
  }

  /** Calls when the state has changed. */
  watch(hear: () => void): void {
    this.#hear.push(hear);
  }

  /** Shows the picture so; `said` is told in the status line, by default the finding where two models are compared. */
  show(state: State, said: string): void {
    this.#state = state;
    this.fluid.change = isDrawn(state) ? null : this.#change(state);
    this.act.draw();
    this.act.say(said);
    for (const hear of this.#hear) hear();
  }

  /** What puts the plot of a layout into this state. */
  #change(state: State): (plot: Plot, width: number) => Placed {
    const { svg } = this;
    const arranging = this.#arranging;
    const arranged = arranging.arranged(state);
    const pen = penIn(svg);
    return (laid, width) => {
      const group = svg.querySelector("[data-plot]")!;
      const placed = placedIn(svg, group, laid, arranged);
      return retold(svg, group, laid, placed, arranging.drawn, arranged, pen, width);
    };
  }
}
