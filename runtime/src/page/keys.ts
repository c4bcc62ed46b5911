/** Keys on the cells of one plot. */
import type { Area } from "./area";
import type { Cursor } from "./cursor";
import { on } from "./dom";
import { clamp, type Cell } from "./geometry";
import { home, lengthOf, zoomed } from "./view";

export interface KeyActions {
  find(): void;
  changed(): void;
}

const ARROWS: Record<string, Cell> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Zooms in (factor over 1) or out around the current cell, or to the whole for null. */
export function zoomArea(area: Area, cursor: Cursor, factor: number | null): void {
  if (factor === null) area.show(home(area.plot));
  else {
    const cell = cursor.place?.area === area ? cursor.place.cell : null;
    const middle = (way: "x" | "y"): number =>
      cell
        ? area.bands[way].start + (cell[way] + 0.5) * area.bands[way].step
        : area.plot.area[way] + lengthOf(area.plot.area, way) / 2;
    area.show(zoomed(area.plot, area.current, factor, { x: middle("x"), y: middle("y") }));
  }
  cursor.follow();
}

export class Keys {
  readonly #area: Area;
  readonly #cursor: Cursor;
  readonly #actions: KeyActions;
  #cell: Cell = { x: 0, y: 0 };

  constructor(area: Area, cursor: Cursor, actions: KeyActions) {
    this.#area = area;
    this.#cursor = cursor;
    this.#actions = actions;
    on(area.hit, "keydown", (event) => this.#press(event));
    on(area.hit, "focus", () => area.hit.matches(":focus-visible") && this.#go(this.#here));
    on(area.hit, "blur", () => cursor.place?.area === area && cursor.place.client === null && cursor.leave());
  }

  /** Where the keys start from: the cell of the cursor, else the last one. */
  get #here(): Cell {
    return this.#cursor.place?.area === this.#area ? this.#cursor.place.cell : this.#cell;
  }

  #go(to: Cell): void {
    const { x, y } = this.#area.plot;
    this.#cell = { x: clamp(to.x, 0, x.labels.length - 1), y: clamp(to.y, 0, y.labels.length - 1) };
    if (this.#cursor.pinned) this.#cursor.leave(true);
    this.#area.reveal(this.#cell);
    this.#cursor.move({ area: this.#area, cell: this.#cell, client: null });
  }

  /** A tenth of the samples in sight. */
  get #page(): number {
    const way = this.#area.sampleWay;
    const seen = Math.min(
      this.#area.samplesAxis.labels.length,
      lengthOf(this.#area.plot.area, way) / this.#area.bands[way].step,
    );
    return Math.max(1, Math.round(seen / 10));
  }

  #jump(key: string, all: boolean): Cell | null {
    const way = this.#area.sampleWay;
    const here = this.#here;
    if (key === "PageUp") return { ...here, [way]: here[way] - this.#page };
    if (key === "PageDown") return { ...here, [way]: here[way] + this.#page };
    const end = key === "Home" ? 0 : Infinity;
    if (key === "Home" || key === "End") return all ? { x: end, y: end } : { ...here, [way]: end };
    return null;
  }

  #target(event: KeyboardEvent): Cell | null {
    const by = ARROWS[event.key];
    return by
      ? { x: this.#here.x + by.x, y: this.#here.y + by.y }
      : this.#jump(event.key, event.ctrlKey || event.metaKey);
  }

  #zoom(factor: number | null): void {
    zoomArea(this.#area, this.#cursor, factor);
    this.#actions.changed();
  }

  #act(key: string): (() => void) | undefined {
    const acts: Record<string, () => void> = {
      Enter: () => void this.#cursor.open(),
      p: () => (this.#cursor.pinned ? this.#cursor.unpin() : void this.#cursor.pin(true)),
      c: () => this.#cursor.copy(),
      "/": this.#actions.find,
      "+": () => this.#zoom(2),
      "=": () => this.#zoom(2),
      "-": () => this.#zoom(0.5),
      "0": () => this.#zoom(null),
    };
    return Object.hasOwn(acts, key) ? acts[key] : undefined;
  }

  #press(event: KeyboardEvent): void {
    const to = event.altKey ? null : this.#target(event);
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : this.#act(event.key);
    if (!to && !act) return;
    event.preventDefault();
    if (to || !this.#cursor.place) this.#go(to ?? this.#here);
    act?.();
  }
}
