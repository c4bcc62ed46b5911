/** The cell that the reader is at, by pointer or by keys, with its tip. */
import type { Box } from "../shared/payload";
import type { Area } from "./area";
import { on } from "./dom";
import { indexOf, type Cell, type Point } from "./geometry";
import { factsOf, spoken, type Facts } from "./facts";
import { Tip } from "./tip";
import type { Details } from "./unpacked";

export interface At {
  area: Area;
  cell: Cell;
  /** Place of the pointer in the window; null when moved by keys. */
  client: Point | null;
}

const sameCell = (a: At | null, b: At): boolean =>
  a !== null && a.area === b.area && a.cell.x === b.cell.x && a.cell.y === b.cell.y;

export class Cursor {
  readonly #root: HTMLElement;
  readonly #details: Details;
  readonly #say: (text: string) => void;
  readonly #copied: (sample: string | null) => void;
  readonly tip: Tip;
  #at: At | null = null;
  #isPinned = false;
  /** Listeners on the window that live while the tip is shown. */
  #watch: AbortController | null = null;
  /** Where a sample was last seen: kept when the pointer leaves. */
  #lastSample: string | null = null;

  constructor(
    root: HTMLElement,
    details: Details,
    say: (text: string) => void,
    copied: (sample: string | null) => void,
  ) {
    this.#root = root;
    this.#details = details;
    this.#say = say;
    this.#copied = copied;
    this.tip = new Tip(root);
  }

  get pinned(): boolean {
    return this.#isPinned;
  }

  get place(): At | null {
    return this.#at;
  }

  #facts({ area, cell }: At): Facts {
    const facts = factsOf(area.plot, area.number, cell, this.#details);
    const crowd = area.crowd();
    return crowd > 1 && !this.#isPinned
      ? { ...facts, hint: [facts.hint, `1 of about ${crowd} cells in this pixel`].filter(Boolean).join(" \u00b7 ") }
      : facts;
  }

  /** Moves to a cell; a pinned tip stays where it is. */
  move(to: At): void {
    if (this.#isPinned) return;
    const same = sameCell(this.#at, to);
    if (this.#at && this.#at.area !== to.area) this.#at.area.point(null);
    this.#at = to;
    if (!same) {
      to.area.point(to.cell);
      this.#lastSample = to.area.samplesAxis.labels[to.cell[to.area.sampleWay]];
      if (to.client === null) this.#say(spoken(this.#facts(to)));
    }
    if (!to.area.plot.tip) return;
    if (!same || !this.tip.isShown) this.#write();
    this.follow();
    this.#listen();
  }

  #write(): void {
    const at = this.#at;
    if (!at) return;
    this.tip.write(this.#facts(at), this.#isPinned ? { copy: () => this.copy(), close: () => this.unpin() } : null);
    if (at.area.plot.hasDetails && !this.#details.known)
      void this.#details.load().then(() => this.#at === at && this.tip.isShown && this.#rewrite());
  }

  #rewrite(): void {
    this.#write();
    this.follow();
  }

  #box({ area, cell, client }: At): Box {
    return client && !this.#isPinned ? { ...client, width: 0, height: 0 } : area.clientBox(cell);
  }

  /** Puts the tip beside its cell again, after the cell has moved. */
  follow(): void {
    if (this.#at && this.#at.area.plot.tip) this.tip.place(this.#box(this.#at));
  }

  #listen(): void {
    if (this.#watch) return;
    this.#watch = new AbortController();
    const { signal } = this.#watch;
    const moved = (): void =>
      !this.#root.isConnected
        ? this.leave(true)
        : this.#isPinned || this.#at?.client === null
          ? this.follow()
          : this.leave();
    on(window, "scroll", moved, { signal, capture: true, passive: true });
    on(window, "resize", moved, { signal });
    on(window, "blur", () => this.leave(), { signal });
    on(document, "keydown", (event) => this.#press(event), { signal });
    on(document, "pointerdown", (event) => this.#outside(event), { signal });
  }

  /** Keys while the tip is shown; `p` also where nothing has the focus, since hovering gives none. */
  #press(event: KeyboardEvent): void {
    if (event.key === "Escape") return this.unpin();
    const isLoose = event.target === document.body && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isLoose && event.key === "p") void this.pin(true);
  }

  #outside(event: PointerEvent): void {
    if (this.#isPinned && !this.#root.contains(event.target as Node)) this.leave(true);
  }

  /** Hides tip and outline; a pinned tip only when told so. */
  leave(evenPinned = false): void {
    if (this.#isPinned && !evenPinned) return;
    this.#isPinned = false;
    this.#at?.area.point(null);
    this.#at = null;
    this.tip.hide();
    this.#watch?.abort();
    this.#watch = null;
  }

  /** Keeps the tip, so that its links can be used. */
  async pin(enter: boolean): Promise<void> {
    const at = this.#at;
    if (!at || !at.area.plot.tip) return;
    if (at.area.plot.hasDetails) await this.#details.load();
    if (!sameCell(this.#at, at)) return;
    this.#isPinned = true;
    this.#rewrite();
    if (enter) this.tip.enter();
  }

  /** Lets the tip go; the focus returns to the cells when it was in the tip. */
  unpin(): void {
    const hadFocus = this.tip.element.contains(document.activeElement);
    const at = this.#at;
    this.leave(true);
    if (hadFocus) at?.area.hit.focus({ preventScroll: true });
  }

  /** Opens the first link of the cell in a new tab; a pinned tip has them all. */
  async open(): Promise<void> {
    const at = this.#at;
    if (!at || !at.area.plot.hasDetails) return;
    const [first] = await this.#linksOf(at);
    if (first) window.open(first.href, "_blank", "noopener,noreferrer");
  }

  async #linksOf({ area, cell }: At) {
    if (!this.#details.known) await this.#details.load();
    return this.#details.links(area.number, indexOf(area.plot, cell));
  }

  /** Whether a click on the cell opens something. */
  canOpen({ area, cell }: At): boolean {
    return this.#details.links(area.number, indexOf(area.plot, cell)).length > 0;
  }

  copy(): void {
    this.#copied(this.#lastSample);
  }

  /** A sample that was chosen by other means than a cell. */
  choose(sample: string): void {
    this.#lastSample = sample;
  }
}
