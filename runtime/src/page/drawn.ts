/** One plot on screen: its view, its drawing, and the places of its things. */
import type * as payload from "../shared/payload";
import type { Box } from "../shared/payload";
import { HIT } from "../shared/protocol";
import { Cells } from "./cells";
import { part, parts, set } from "./dom";
import {
  bandsIn,
  mapped,
  meets,
  middleOf,
  toClient,
  toUser,
  unmapped,
  within,
  type Maps,
  type Point,
} from "./geometry";
import { showBlend, showForm } from "./key";
import { Painter, type Bands2 } from "./paint";
import type { Move, Named, Plot, Thing, Things } from "./plot";
import { later } from "./second";
import { Signs } from "./signs";
import { gapsOf, placed, renew, thingsOf } from "./things";
import type { Details } from "./unpacked";
import {
  carried,
  centred,
  home,
  isHome,
  lengthOf,
  mapsIn,
  panned,
  revealed,
  zoomed,
  type Frame,
  type View,
} from "./view";

/** Cells of a found sample are made at least this wide, in user units. */
const SEEN = 6;
const CLOSE = 12;

/** Distances from a thing at which it still answers, in CSS pixels: above other marks, where nothing else is, and the
 * nearest at all, of marks that answer everywhere. */
const REACHES = [3, 16, Infinity];

const ALIKE: Point = { x: 1, y: 1 };

export class DrawnPlot implements Plot {
  readonly marks: readonly Things[];
  readonly hit: SVGElement;
  here: Thing | null = null;
  /** What a zoom does where all is in sight, out or in; whether it did something. */
  beyond: ((isOut: boolean) => boolean) | null = null;
  hasOutside: () => boolean = () => false;
  readonly #root: SVGSVGElement;
  readonly cells: readonly Cells[];
  #group!: Element;
  #plot!: payload.Plot;
  #frame!: Frame;
  #painters!: readonly Painter[];
  #signs!: Signs;
  #view!: View;
  /** Draws what follows a zoom besides the cells. */
  #follow: ((maps: Maps) => void) | null = null;
  #pending = 0;
  #moved = false;
  #pointed: Thing | null = null;
  #named: readonly Named[] = [];
  #name: string | null = null;

  constructor(root: SVGSVGElement, group: Element, plot: payload.Plot, first: number, details: Details) {
    const things = thingsOf(plot, first, details);
    this.#root = root;
    this.marks = [...things].reverse();
    this.cells = things.filter((mark) => mark instanceof Cells);
    this.hit = part<SVGElement>(group, HIT)!;
    this.#place(group, plot);
    this.#view = home(this.#frame);
  }

  #place(group: Element, plot: payload.Plot): void {
    this.#group = group;
    this.#plot = plot;
    this.#frame = { area: plot.area, grain: this.cells[0]?.grain ?? ALIKE, gaps: gapsOf(plot) };
    const paints = parts(group, "paint");
    this.#painters = this.cells.map((cells, k) => new Painter(this.#root, paints[k], cells.plot));
    this.#signs = new Signs(this.#root, this.hit, plot);
    this.#follow = null;
    for (const paint of paints) paint.removeAttribute("aria-label");
    for (const named of group.querySelectorAll("g[aria-label]:not([role])")) set(named, { role: "group" });
  }

  /** Takes over another drawing of the plot, whose cells are not painted; what the reader sees of it stays in sight.
   * `image`: pixels of the cells that stand in for them until the next frame. */
  settle(group: Element, plot: payload.Plot, image: Element | null): void {
    const [before, view] = [this.#frame, this.#view];
    const isSeen = this.#named.some(({ box }) => meets(mapped(box, this.maps), this.area));
    const hit = part(group, HIT)!;
    set(this.hit, Object.fromEntries(["x", "y", "width", "height"].map((name) => [name, hit.getAttribute(name)!])));
    hit.replaceWith(this.hit);
    if (LIVING) renew(this.marks, plot);
    else this.cells.forEach((cells, k) => (cells.plot = placed(plot, plot.marks[k] as payload.CellFacts)));
    this.#place(group, plot);
    this.#view = carried(before, view, this.#frame);
    this.mark(this.#name, false);
    for (const { box, ways } of isSeen && this.isZoomed ? this.#named.slice(0, 1) : [])
      for (const way of ways) this.#view = revealed(this.#frame, this.#view, way, box[way], lengthOf(box, way));
    this.#drawNamed();
    this.point(this.#pointed);
    if (LIVING && !this.isZoomed && !this.cells.length) return;
    this.#draw(image !== null && this.#painters[0].hold(image));
  }

  /** Shows all of it, as if the reader had been nowhere. */
  restart(): void {
    this.#view = home(this.#frame);
    this.#root.style.touchAction = "";
    this.here = null;
    this.point(null);
  }

  get area(): Box {
    return this.#frame.area;
  }

  get isZoomed(): boolean {
    return !isHome(this.#frame, this.#view);
  }

  /** A word for what is drawn. */
  get kind(): string {
    return this.cells.length ? "heatmap" : "plot";
  }

  get maps(): Maps {
    return mapsIn(this.#frame, this.#view);
  }

  /** CSS pixels of a user unit. */
  get #scale(): number {
    return this.#root.getScreenCTM()!.a;
  }

  thingAt(client: Point): Thing | null {
    const place = toUser(this.#root, client);
    for (const reach of REACHES) {
      const found = this.#within(place, reach / this.#scale);
      if (found) return found;
    }
    return null;
  }

  /** The top thing that is within reach; an empty cell only where nothing lies below it. */
  #within(place: Point, reach: number): Thing | null {
    const maps = this.maps;
    let empty: Thing | null = null;
    for (const of of this.marks) {
      const i = of.at(place, maps, reach);
      if (i === null) continue;
      const thing = { of, i, part: of.part?.(i, place, maps) };
      if (!of.isEmpty(i)) return thing;
      empty ??= thing;
    }
    return empty;
  }

  /** Where a thing is seen: all of it at first, later what is in sight. */
  #seen({ of, i }: Thing): Box {
    const box = of.box(i, this.maps);
    return this.isZoomed && meets(box, this.area) ? within(box, this.area) : box;
  }

  clientBox(thing: Thing): Box {
    return toClient(this.#root, this.#seen(thing));
  }

  crowd({ of, i }: Thing): string {
    return of.crowd(i, this.maps, this.#scale * devicePixelRatio);
  }

  point(thing: Thing | null): void {
    this.#pointed = thing;
    this.#signs.point(thing && this.#seen(thing), thing !== null && thing.of instanceof Cells);
  }

  mark(name: string | null, isSought = true): boolean {
    this.#name = name;
    this.#named = name === null ? [] : this.marks.flatMap((things) => things.named(name));
    this.#drawNamed();
    const [first] = this.#named;
    if (!first || !isSought) return false;
    this.#seek(first);
    const maps = this.maps;
    this.here = this.#within(middleOf(within(mapped(first.box, maps), this.area)), 0);
    return true;
  }

  #drawNamed(): void {
    const maps = this.maps;
    this.#signs.mark(this.#named.map(({ box }) => mapped(box, maps)));
  }

  get start(): Thing {
    const [{ here, area }, maps] = [this, this.maps];
    if (here && meets(here.of.box(here.i, maps), area)) return here;
    return (this.isZoomed && this.#within(middleOf(area), 0)) || this.move(null, "first");
  }

  move(from: Thing | null, move: Move): Thing {
    const of = from?.of ?? ((LIVING && this.marks.find(({ table }) => table.size)) || this.marks[0]);
    return { of, i: of.move(from?.i ?? null, move, this.maps) };
  }

  reveal({ of, i }: Thing): void {
    if (!this.isZoomed) return;
    const { x, y, width, height } = unmapped(of.box(i, this.maps), this.maps);
    const across = revealed(this.#frame, this.#view, "x", x, width);
    this.#show(revealed(this.#frame, across, "y", y, height));
  }

  /** Brings a found thing into sight, closer when it is too thin to be seen. */
  #seek({ box, ways }: Named): void {
    const frame = this.#frame;
    for (const way of ways) {
      const [at, length] = [box[way], lengthOf(box, way)];
      const isThin = this.cells.length > 0 && frame.grain[way] * this.maps[way].k < SEEN;
      const isHidden = revealed(frame, this.#view, way, at, length)[way] !== this.#view[way];
      if (isThin || isHidden) this.#show(centred(frame, this.#view, way, at + length / 2, isThin ? CLOSE : 0));
    }
  }

  zoom(factor: number | null, around: Point | Thing | null): void {
    if (factor !== null && factor !== 1 && !this.isZoomed && this.beyond?.(factor < 1)) return;
    if (factor === null) return this.#show(home(this.#frame));
    const at =
      around === null
        ? middleOf(this.area)
        : "of" in around
          ? middleOf(around.of.box(around.i, this.maps))
          : toUser(this.#root, around);
    this.#show(zoomed(this.#frame, this.#view, factor, at));
  }

  pan(from: Point, to: Point): void {
    const [a, b] = [toUser(this.#root, from), toUser(this.#root, to)];
    this.#show(panned(this.#frame, this.#view, { x: b.x - a.x, y: b.y - a.y }));
  }

  /** Shows another slice; it is drawn in the next frame. */
  #show(view: View): void {
    this.#view = view;
    this.#root.style.touchAction = this.isZoomed ? "none" : "";
    this.point(this.#pointed);
    this.#drawNamed();
    this.#moved = true;
    this.#pending ||= requestAnimationFrame(() => this.#draw());
  }

  /** Draws again where the pixels of the screen have changed. */
  resize(): void {
    this.#painters.forEach((painter, k) => {
      if (painter.isBlurred()) painter.paint(this.#bands(this.cells[k]), false);
    });
  }

  #bands({ plot }: Cells): Bands2 {
    const { x, y } = this.maps;
    return { x: bandsIn(plot.x, x), y: bandsIn(plot.y, y) };
  }

  #draw(isHeld = false): void {
    const moving = this.#moved;
    this.#moved = false;
    this.#follow ??= later().follower(this.#root, this.#group, this.#plot, this.cells);
    this.#follow(this.maps);
    this.#pending = isHeld || !this.#paint(moving) ? requestAnimationFrame(() => this.#draw()) : 0;
  }

  /** Paints all cells; true when that is final. */
  #paint(moving: boolean): boolean {
    const done = this.#painters.map((painter, k) => painter.paint(this.#bands(this.cells[k]), moving));
    showForm(this.#root, this.#painters[0]?.form ?? null);
    const isBlended = this.#painters.some((painter) => painter.isBlended);
    showBlend(this.#root, isBlended);
    return done.every(Boolean);
  }

  /** Makes the area a thing that can be focused and read out. */
  name(label: string, described: string): void {
    set(this.hit, {
      tabindex: 0,
      role: "application",
      "aria-roledescription": this.kind,
      "aria-label": label,
      "aria-describedby": described,
    });
  }
}
