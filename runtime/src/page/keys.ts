/** Keys on one plot. */
import { tellModel } from "./beside";
import type { Cursor } from "./cursor";
import { on } from "./dom";
import type { Move, Plot, Thing } from "./plot";

export interface KeyActions {
  find(): void;
  changed(): void;
  /** Takes the frame of what was found away. */
  clear(): void;
}

const MOVES: Record<string, Move> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  PageUp: "back",
  PageDown: "on",
};
const ENDS: Record<string, [Move, Move]> = { Home: ["start", "first"], End: ["end", "last"] };

function moveOf(event: KeyboardEvent): Move | undefined {
  const all = event.ctrlKey || event.metaKey;
  return Object.hasOwn(ENDS, event.key) ? ENDS[event.key][Number(all)] : MOVES[event.key];
}

/** What keys do, for readers who cannot see the tools. */
export const help = (noun: string, several: boolean): string =>
  `Arrow keys move, ${several ? "m goes to the next mark, " : ""}Enter opens, p pins the tip, ` +
  `${noun === "sample" ? "r tells of the model, o opens both that are compared, " : ""}` +
  `${noun === "sample" ? "Space selects the sample, Shift with arrows a stretch, " : ""}` +
  `plus and minus zoom, slash finds a ${noun}.`;

/** Zooms in (factor over 1) or out around the current thing, or to the whole for null. */
export function zoomPlot(plot: Plot, cursor: Cursor, factor: number | null): void {
  plot.zoom(factor, cursor.place?.plot === plot ? cursor.place.thing : null);
  cursor.follow();
}

export class Keys {
  constructor(
    private readonly plot: Plot,
    private readonly cursor: Cursor,
    private readonly actions: KeyActions,
  ) {
    const { hit } = plot;
    on(hit, "keydown", (event) => this.#press(event));
    on(hit, "focus", () => hit.matches(":focus-visible") && this.#at(this.#here));
    on(hit, "blur", () => cursor.hush());
    on(hit, "blur", () => cursor.place?.plot === plot && cursor.place.client === null && cursor.leave());
  }

  /** Where the keys start from: the thing of the cursor, else one in sight. */
  get #here(): Thing {
    return this.cursor.place?.plot === this.plot ? this.cursor.place.thing : this.plot.start;
  }

  #at(thing: Thing): void {
    this.plot.here = thing;
    if (this.cursor.pinned) this.cursor.leave(true);
    this.cursor.move({ plot: this.plot, thing, client: null });
  }

  #go(to: Thing): void {
    this.plot.reveal(to);
    this.#at(to);
  }

  #zoom(factor: number | null): void {
    zoomPlot(this.plot, this.cursor, factor);
    this.actions.changed();
  }

  /** Goes to the mark below, or from the last one to the top. */
  #nextMark(): void {
    const { marks } = this.plot;
    const { of } = this.#here;
    const next = marks[(marks.indexOf(of) + 1) % marks.length];
    if (next !== of) this.#go(this.plot.move({ of: next, i: 0 }, "first"));
  }

  #act(key: string): (() => void) | undefined {
    const acts: Record<string, () => void> = {
      Enter: () => void this.cursor.open(),
      p: () => (this.cursor.pinned ? this.cursor.unpin() : void this.cursor.pin(true)),
      c: () => this.cursor.copy(),
      m: () => this.#nextMark(),
      r: () => tellModel(this.plot, this.#here, this.cursor),
      Escape: () => this.cursor.place ?? (this.cursor.hush() || this.actions.clear()),
      "/": this.actions.find,
      "+": () => this.#zoom(2),
      "=": () => this.#zoom(2),
      "-": () => this.#zoom(0.5),
      "0": () => this.#zoom(null),
    };
    return Object.hasOwn(acts, key) ? acts[key] : undefined;
  }

  #press(event: KeyboardEvent): void {
    const move = event.altKey ? undefined : moveOf(event);
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : this.#act(event.key);
    if ((!move && !act) || (LIVING && this.plot.marks.every(({ table }) => !table.size))) return;
    event.preventDefault();
    if (move) return this.#go(this.plot.move(this.#here, move));
    if (!this.cursor.place && event.key !== "Escape") {
      this.#at(this.#here);
      if (event.key === "Enter") return;
    }
    act?.();
  }
}
