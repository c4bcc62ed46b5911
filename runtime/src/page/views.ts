/** The picture as a reader has it: one state, from which all that is shown follows. */
import type { CellPlot, Plot } from "../shared/payload";
import type { Frame } from "../shared/frame/frame";
import { Arranging, type Arranged } from "./arranging";
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
  #arranged: Arranged | null = null;
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

  /** What the picture says as it is shown. */
  get frame(): Frame {
    return this.#arranged?.frame ?? this.#arranging.drawn;
  }

  /** Shows the picture so, and tells something in the status line. */
  show(state: State, said: string | ((frame: Frame) => string)): void {
    this.#state = state;
    this.#arranged = isDrawn(state) ? null : this.#arranging.arranged(state);
    this.fluid.change = this.#arranged && this.#change(this.#arranged);
    this.act.draw();
    this.act.say(typeof said === "string" ? said : said(this.frame));
    for (const hear of this.#hear) hear();
  }

  /** Takes the samples together in their groups, or apart again; whether that changes anything. */
  level(isTable: boolean): boolean {
    const { level, ...rest } = this.#state;
    if (isTable === (level === "groups") || (isTable && !this.#arranging.isGrouped(this.#state))) return false;
    if (isTable) this.show({ ...rest, level: "groups" }, "One column a group: zoom in for samples");
    else this.show(rest, "Samples: zoom out for groups");
    return true;
  }

  /** What puts the plot of a layout into this state. */
  #change(arranged: Arranged): (plot: Plot, width: number) => Placed {
    const { svg } = this;
    const arranging = this.#arranging;
    const pen = penIn(svg);
    return (laid, width) => {
      const group = svg.querySelector("[data-plot]")!;
      const placed = placedIn(svg, group, laid, arranged);
      return retold(svg, group, laid, placed, arranging.drawn, arranged, pen, width);
    };
  }
}
