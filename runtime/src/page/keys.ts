/** Keys on one plot. */
import type { Cursor } from "./cursor";
import { on } from "./dom";
import type { Move, Plot, Thing } from "./plot";

export interface KeyActions {
  find(): void;
  changed(): void;
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

/** Zooms in (factor over 1) or out around the current thing, or to the whole for null. */
export function zoomPlot(plot: Plot, cursor: Cursor, factor: number | null): void {
  plot.zoom(factor, cursor.place?.plot === plot ? cursor.place.thing : null);
  cursor.follow();
}

export class Keys {
  #last: Thing | null = null;

  constructor(
    private readonly plot: Plot,
    private readonly cursor: Cursor,
    private readonly actions: KeyActions,
  ) {
    const { hit } = plot;
    on(hit, "keydown", (event) => this.#press(event));
    on(hit, "focus", () => hit.matches(":focus-visible") && this.#go(this.#here ?? plot.move(null, "first")));
    on(hit, "blur", () => cursor.place?.plot === plot && cursor.place.client === null && cursor.leave());
  }

  /** Where the keys start from: the thing of the cursor, else the last one. */
  get #here(): Thing | null {
    return this.cursor.place?.plot === this.plot ? this.cursor.place.thing : this.#last;
  }

  #go(to: Thing): void {
    this.#last = to;
    if (this.cursor.pinned) this.cursor.leave(true);
    this.plot.reveal(to);
    this.cursor.move({ plot: this.plot, thing: to, client: null });
  }

  #zoom(factor: number | null): void {
    zoomPlot(this.plot, this.cursor, factor);
    this.actions.changed();
  }

  /** Goes to the mark below, or from the last one to the top. */
  #nextMark(): void {
    const { marks } = this.plot;
    const here = this.#here;
    const next = marks[(marks.indexOf(here ? here.of : marks[0]) + 1) % marks.length];
    if (here && next !== here.of) this.#go(this.plot.move({ of: next, i: 0 }, "first"));
  }

  #act(key: string): (() => void) | undefined {
    const acts: Record<string, () => void> = {
      Enter: () => void this.cursor.open(),
      p: () => (this.cursor.pinned ? this.cursor.unpin() : void this.cursor.pin(true)),
      c: () => this.cursor.copy(),
      m: () => this.#nextMark(),
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
    if (!move && !act) return;
    event.preventDefault();
    const here = this.#here ?? this.plot.move(null, "first");
    if (move || !this.cursor.place) this.#go(move ? this.plot.move(here, move) : here);
    act?.();
  }
}
