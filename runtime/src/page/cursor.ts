/** The thing that the reader is at, by pointer or by keys, with its tip. */
import type { Box, Link } from "../shared/payload";
import { on } from "./dom";
import type { Point } from "./geometry";
import { sameThing, type Facts, type Plot, type Thing } from "./plot";
import { linksOf } from "./runs";
import { spoken, Tip } from "./tip";

export interface At {
  plot: Plot;
  thing: Thing;
  /** Place of the pointer in the window; null when moved by keys. */
  client: Point | null;
}

export class Cursor {
  readonly tip: Tip;
  #at: At | null = null;
  #isPinned = false;
  #isTold = false;
  /** Listeners on the window that live while the reader is at a thing. */
  #watch: AbortController | null = null;
  /** What was last pointed at, by name: kept when the pointer leaves. */
  #lastName: string | null = null;

  constructor(
    private readonly root: HTMLElement,
    private readonly say: (text: string) => void,
    private readonly copied: (name: string | null) => void,
  ) {
    this.tip = new Tip(root);
  }

  get pinned(): boolean {
    return this.#isPinned;
  }

  get place(): At | null {
    return this.#at;
  }

  /** Moves to a thing; a pinned tip stays where it is. */
  move(to: At): void {
    if (this.#isPinned) return;
    this.#isTold = false;
    const same = this.#at?.plot === to.plot && sameThing(this.#at.thing, to.thing);
    const samePart = this.#at?.thing.part === to.thing.part;
    if (this.#at && this.#at.plot !== to.plot) this.#at.plot.point(null);
    this.#at = to;
    const { of, i } = to.thing;
    if (!same) {
      to.plot.point(to.thing);
      this.#lastName = of.name(i);
      if (to.client === null) this.say(spoken(of.facts(i)));
    }
    this.#listen();
    if (!of.tip) return this.tip.hide();
    if (!same || !samePart || !this.tip.isShown) this.#write();
    this.follow();
  }

  #write(): void {
    const at = this.#at;
    if (!at) return;
    const { of, i, part } = at.thing;
    const facts = of.facts(i);
    const sentence = [facts.sentence, !this.#isPinned && part].filter(Boolean).join(", ");
    const pin = {
      copy: () => this.copy(),
      copySource: (text: string) => this.copied(text),
      say: this.say,
      close: () => this.unpin(),
    };
    const beside = this.#isPinned ? of.beside(i) : [];
    const [crowd, actions] = this.#isPinned ? [null, pin] : [at.plot.crowd(at.thing), null];
    this.tip.write({ ...facts, sentence }, beside, crowd, actions);
    if (of.isPacked) void of.unpack().then(() => this.#at === at && this.tip.isShown && this.#rewrite());
  }

  #rewrite(): void {
    this.#write();
    this.follow();
  }

  /** What the tip stays off: the rows and columns of a cell, and the place of the pointer for other things. */
  #box({ plot, thing, client }: At): Box {
    const isFree = client && !this.#isPinned && thing.of.grain === null;
    return isFree ? { ...client, width: 0, height: 0 } : plot.clientBox(thing);
  }

  /** Puts the tip beside its thing again, after the thing has moved. */
  follow(): void {
    if (this.#at?.thing.of.tip) this.tip.place(this.#box(this.#at), this.root.getBoundingClientRect());
  }

  #listen(): void {
    if (this.#watch) return;
    this.#watch = new AbortController();
    const { signal } = this.#watch;
    const moved = (): void =>
      !this.root.isConnected
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

  /** Keys while the reader is at a thing; where nothing or a name has the focus its plot hears them, as hovering
   * gives none. */
  #press(event: KeyboardEvent): void {
    if (event.key === "Escape") return this.unpin();
    const isFree = event.target === document.body || (event.target as Element).matches('[role="toolbar"] *');
    const isLoose = isFree && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isHeard = isLoose && !this.#at?.plot.hit.dispatchEvent(new KeyboardEvent(event.type, event));
    if (isHeard) event.preventDefault();
  }

  #outside(event: PointerEvent): void {
    if (this.#isPinned && !this.root.contains(event.target as Node)) this.leave(true);
  }

  /** Hides tip and outline; a pinned tip only when told so. */
  leave(evenPinned = false): void {
    if (this.#isPinned && !evenPinned) return;
    this.#isPinned = false;
    this.#at?.plot.point(null);
    this.#at = null;
    this.tip.hide();
    this.#watch?.abort();
    this.#watch = null;
  }

  /** Tells of what is no thing of a plot, until the reader goes on. */
  tell(facts: Facts, at: Box, aloud = false): void {
    if (this.#isPinned) return;
    this.leave();
    this.#isTold = true;
    if (aloud) this.say(spoken(facts));
    this.tip.write(facts, [], null, null);
    this.tip.place(at, this.root.getBoundingClientRect());
  }

  /** Takes back what was told; whether anything was. */
  hush(): boolean {
    const was = this.#isTold;
    if (was) this.tip.hide();
    this.#isTold = false;
    return was;
  }

  /** Keeps the tip, so that its links can be used. */
  async pin(enter: boolean): Promise<void> {
    const at = this.#at;
    if (!at?.thing.of.tip) return;
    await at.thing.of.unpack();
    if (!this.#at || !sameThing(this.#at.thing, at.thing)) return;
    this.#isPinned = true;
    this.#rewrite();
    if (enter) this.tip.enter();
  }

  /** Lets the tip go; the focus returns to the plot when it was in the tip. */
  unpin(): void {
    const hadFocus = this.tip.element.contains(document.activeElement);
    const at = this.#at;
    this.leave(true);
    if (hadFocus) at?.plot.hit.focus({ preventScroll: true });
  }

  /** Opens the first link of the thing in a new tab; a pinned tip has them all. */
  async open(): Promise<void> {
    if (!this.#at) return;
    const { of, i } = this.#at.thing;
    await of.unpack();
    const [first]: Link[] = linksOf(of.facts(i));
    if (first) window.open(first.href, "_blank", "noopener,noreferrer");
  }

  copy(): void {
    this.copied(this.#lastName);
  }

  /** A name that was chosen by other means than a thing. */
  choose(name: string): void {
    this.#lastName = name;
  }
}

/** Whether a click on the thing opens something. */
export const canOpen = ({ of, i }: Thing): boolean => linksOf(of.facts(i)).length > 0;
