/** Things that stand by themselves, as those of a mark of rectangles, texts or lines. */
import { count, counted, sensible } from "../shared/format";
import { safeHref } from "../shared/link";
import type { Box, Link, PointFacts } from "../shared/payload";
import { linksReader, reader } from "../shared/texts";
import { clamp, middleOf, type Maps, type Point } from "./geometry";
import type { Facts, Move, Named, TableFacts, Things } from "./plot";
import { later } from "./second";
import { plainNumber } from "./signless";

/** Directions of the arrow keys. */
const ARROWS: Partial<Record<Move, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** A step aside counts more than a step ahead. */
const ASIDE = 3;

/** Things nearer than this, in user units, stand in one place. */
const SAME = 0.5;

const MOST_FRAMED = 200;

const SAME_MAP = { k: 1, shift: 0 };
const HOME: Maps = { x: SAME_MAP, y: SAME_MAP };

/** The distance of a place to a stretch. */
const outside = (at: number, from: number, to: number): number => Math.max(from - at, 0, at - to);

/** The distance to a line between two ends. */
function toSegment({ x, y }: Point, x1: number, y1: number, x2: number, y2: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const t = length ? clamp(((x - x1) * dx + (y - y1) * dy) / length, 0, 1) : 0;
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}

/** A step across the way along which the nearest thing answers. */
const ACROSS = 0.01;

export class Points implements Things {
  readonly isPacked = false;
  readonly models = null;
  readonly grain = null;
  /** Takes over what is drawn of the mark now. */
  declare renew: (mark: PointFacts) => void;
  #size: number;
  #texts: ((i: number) => string)[] | null = null;
  #links: ((i: number) => Link[]) | null = null;
  #names: string[] | null = null;

  constructor(private mark: PointFacts) {
    this.#size = mark.places.length / 4;
    if (LIVING)
      this.renew = (changed) => {
        this.mark = changed;
        this.#size = changed.places.length / 4;
        this.#texts = this.#links = this.#names = null;
      };
  }

  get tip(): boolean {
    return this.mark.tip;
  }

  get summary(): string {
    return counted(this.#size, this.mark.name);
  }

  get names(): string[] {
    const { naming } = this.mark;
    this.#names ??= naming === null ? [] : Array.from({ length: this.#size }, (_, i) => this.#text(naming, i));
    return this.#names;
  }

  get places(): string[] {
    return this.names;
  }

  async unpack(): Promise<void> {}

  /** Channels as they are told: the name first. */
  get #order(): number[] {
    const { channels, naming } = this.mark;
    return [...channels.keys()].sort((a, b) => Number(b === naming) - Number(a === naming));
  }

  #text(channel: number, i: number): string {
    this.#texts ??= this.mark.channels.map(({ texts }) => reader(texts));
    return this.#texts[channel](i);
  }

  /** Left, top, right and bottom (or the ends) of the thing that was placed last: loops make no boxes. */
  readonly #now = new Float64Array(4);

  /** Where a view puts a thing; one that keeps its size moves with its anchor. */
  #place(i: number, { x, y }: Maps): Float64Array {
    const { places, anchors } = this.mark;
    for (let k = 0; k < 4; k++) {
      const { k: scale, shift } = k % 2 ? y : x;
      const at = places[4 * i + k];
      this.#now[k] = anchors ? at + (scale - 1) * anchors[2 * i + (k % 2)] + shift : scale * at + shift;
    }
    return this.#now;
  }

  box(i: number, maps: Maps): Box {
    const [x1, y1, x2, y2] = this.#place(i, maps);
    return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
  }

  /** The distance to an outline, or to what it holds. */
  #toOutline(place: Point, i: number, { x, y }: Maps): number {
    const { points, ends, isFilled } = this.mark.outlines!;
    const at = { x: (place.x - x.shift) / x.k, y: (place.y - y.shift) / y.k };
    let best = Infinity;
    let isInside = false;
    for (let k = i && ends[i - 1]; k < ends[i] - 2; k += 2) {
      const [x1, y1, x2, y2] = [points[k], points[k + 1], points[k + 2], points[k + 3]];
      const distance = toSegment(at, x1, y1, x2, y2);
      if (distance < best) best = distance;
      if (y1 > at.y !== y2 > at.y && at.x < x1 + ((at.y - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside;
    }
    return isFilled && isInside ? 0 : best * x.k;
  }

  #distance(place: Point, i: number, maps: Maps, reach: number): number {
    const now = this.#place(i, maps);
    const { shape, along, outlines } = this.mark;
    const [dx, dy] = [place.x - (now[0] + now[2]) / 2, place.y - (now[1] + now[3]) / 2];
    if (reach === Infinity) return Math.hypot(dx * (along === "y" ? ACROSS : 1), dy * (along === "x" ? ACROSS : 1));
    if (outlines) return this.#toOutline(place, i, maps);
    if (shape === "segment") return toSegment(place, now[0], now[1], now[2], now[3]);
    const far = Math.hypot(dx, dy);
    if (shape === "point") return Math.max(far * ACROSS, far - (now[2] - now[0]) / 2);
    return Math.hypot(outside(place.x, now[0], now[2]), outside(place.y, now[1], now[3]));
  }

  /** The nearest; of several that are as near, the one on top. */
  at(place: Point, maps: Maps, reach: number): number | null {
    let best = reach;
    let found: number | null = null;
    if (reach === Infinity && !this.mark.along) return found;
    for (let i = 0; i < this.#size; i++) {
      const distance = this.#distance(place, i, maps, reach);
      if (distance > best) continue;
      best = distance;
      found = i;
    }
    return found;
  }

  isEmpty(): boolean {
    return false;
  }

  facts(i: number): Facts {
    const { channels, value, colors, naming } = this.mark;
    const pair = (k: number): [string, string] => {
      const { name, isLong } = channels[k];
      const text = this.#text(k, i);
      return [name, isLong && text ? sensible(Number(plainNumber(text))) : text];
    };
    const all = this.#order.filter((k) => k !== value).map(pair);
    return {
      lead: null,
      rank: "",
      rows: all.filter(([, text]) => text),
      value: value === null ? null : pair(value),
      color: colors ? colors.table[colors.code[i]] : null,
      sentence: "",
      channels: [],
      runs: [],
      details: [],
      error: "",
      source: "",
      links: this.#linksOf(i),
      naming: naming === null ? null : channels[naming].name,
    };
  }

  #linksOf(i: number): Link[] {
    const { links } = this.mark;
    if (!links) return [];
    this.#links ??= linksReader(links);
    return this.#links(i).flatMap(({ label, href }) => {
      const address = safeHref(href);
      return address === null ? [] : [{ label, href: address }];
    });
  }

  modelOf(): number {
    return 0;
  }

  beside(): never[] {
    return [];
  }

  name(i: number): string | null {
    const { naming } = this.mark;
    return naming === null ? null : this.#text(naming, i);
  }

  named(name: string): Named[] {
    const out: Named[] = [];
    this.names.forEach((text, i) => {
      if (text === name && out.length < MOST_FRAMED) out.push({ box: this.box(i, HOME), ways: ["x", "y"] });
    });
    return out;
  }

  /** The nearest thing ahead; those in one place follow each other by number. */
  #ahead(from: number, way: Point, maps: Maps): number {
    const here = middleOf(this.box(from, maps));
    const sign = way.x + way.y;
    let best = Infinity;
    let found = from;
    for (let k = 1; k < this.#size; k++) {
      const i = (from + sign * k + this.#size) % this.#size;
      const there = middleOf(this.box(i, maps));
      const [dx, dy] = [there.x - here.x, there.y - here.y];
      const ahead = dx * way.x + dy * way.y;
      const isHere = Math.hypot(dx, dy) < SAME;
      const cost = isHere ? 0 : ahead + ASIDE * Math.abs(dx * way.y + dy * way.x);
      if ((isHere ? (i - from) * sign > 0 : ahead > SAME) && cost < best) {
        best = cost;
        found = i;
      }
    }
    return found;
  }

  move(from: number | null, move: Move, maps: Maps): number {
    const last = this.#size - 1;
    if (from === null || move === "start" || move === "first") return 0;
    if (move === "end" || move === "last") return last;
    const arrow = ARROWS[move];
    if (arrow) return this.#ahead(from, arrow, maps);
    const page = Math.max(1, Math.round(this.#size / 10));
    return clamp(from + (move === "on" ? page : -page), 0, last);
  }

  crowd(i: number, maps: Maps): string {
    const { x, y } = middleOf(this.box(i, maps));
    let n = 0;
    for (let k = 0; k < this.#size; k++) {
      const now = this.#place(k, maps);
      n += Number(Math.hypot((now[0] + now[2]) / 2 - x, (now[1] + now[3]) / 2 - y) < SAME);
    }
    return n > 1 ? `1 of ${count(n)} in this place` : "";
  }

  readonly #at = (channel: number, i: number): string => this.#text(channel, i);

  get table(): TableFacts {
    return later().pointTable(this.mark, this.#order, this.#at);
  }

  csv(): Iterable<string> {
    return later().pointLines(this.mark, this.#at);
  }
}
