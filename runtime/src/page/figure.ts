/** A figure that answers: its plots, its tip, its tools. */
import type { PagePayload } from "../shared/layout";
import type { Box } from "../shared/payload";
import { HIT, plotGroup } from "../shared/protocol";
import { oneLine } from "../shared/ticks";
import { watchModels } from "./beside";
import { copyText } from "./clip";
import { Cursor } from "./cursor";
import { download, html, on, part, set, whenIdle } from "./dom";
import { DrawnPlot } from "./drawn";
import type { Find } from "./find";
import type { Fluid } from "./fluid";
import { Hand } from "./hand";
import { Keys, help, zoomPlot } from "./keys";
import { later } from "./second";
import type { Selecting } from "./selecting";
import { renewPlot, renewTable } from "./renewal";
import type { Tools } from "./tools";
import { Details } from "./unpacked";

/** In less room, in CSS pixels, what is told lies over the picture for a while. */
const NARROW = 720;

export class Figure {
  readonly #root: HTMLElement;
  readonly #svg: SVGSVGElement;
  #payload: PagePayload;
  readonly #fluid: Fluid | null;
  readonly #plots: DrawnPlot[];
  readonly #cursor: Cursor;
  readonly #details: Details;
  readonly #speech = html("div", { "aria-live": "polite", "data-part": "speech" });
  readonly #status = html("span", { role: "status", "data-part": "status" });
  /** What names stand for. */
  readonly #noun: string;
  #tools: Tools | null = null;
  #find: Find | null = null;
  #table: HTMLElement | null = null;
  #selecting: Selecting | null = null;
  /** Takes over a plot that was drawn anew. */
  declare renew: (payload: PagePayload, index: number) => void;
  /** Another figure has taken the picture over. */
  declare isOver?: boolean;
  declare details: Details;
  declare say: (text: string) => void;
  /** Frames what has a name, or nothing; whether there is such a thing. */
  declare find: (name: string | null) => boolean;
  declare plots: readonly DrawnPlot[];
  /** The box in the window of the thing of a plot where the reader is. */
  declare here: (plot: DrawnPlot | undefined) => Box | null;

  constructor(root: HTMLElement, svg: SVGSVGElement, payload: PagePayload) {
    this.#root = root;
    this.#svg = svg;
    this.#payload = payload;
    this.#details = new Details(root);
    this.#cursor = new Cursor(
      root,
      (text) => (this.#speech.textContent = text),
      (name) => void this.#copy(name),
    );
    this.#plots = this.#drawn();
    this.#noun = this.#plots.some(({ cells }) => cells[0]?.plot.areModels) ? "sample" : "name";
    this.#plots.forEach((plot) => this.#answer(plot));
    this.#fluid = payload.layouts && this.#plots.length ? new (later().Fluid)(svg, payload, payload.layouts) : null;
    if (this.#fluid) this.#fill(this.#fluid);
    set(svg, { role: "group" });
    set(root, { "aria-label": payload.title });
    if (LIVING) {
      this.details = this.#details;
      this.say = (text) => this.#say(text);
      this.find = (name) => (name === null ? (this.#clear(), true) : this.#choose(name) !== undefined);
      this.plots = this.#plots;
      this.here = (plot) => (this.#cursor.place?.plot === plot && plot?.clientBox(this.#cursor.place!.thing)) || null;
      this.renew = (changed, index) => {
        this.#payload = changed;
        renewPlot(this.#svg, this.#plots, changed.plots[index], this.#cursor);
        this.#plots.forEach((plot) => this.#name(plot));
        this.#find?.renew();
        if (this.#table) this.#table = renewTable(this.#table, this.#plots, changed);
        this.#refresh();
      };
    }
  }

  /** The plots that the picture shows; those without a cell or a point have nothing to answer. */
  #drawn(): DrawnPlot[] {
    let first = 0;
    return this.#payload.plots.flatMap((plot) => {
      const group = this.#svg.querySelector(`[${plotGroup(plot.index)}]`);
      const number = first;
      first += plot.marks.length;
      const marks = plot.marks.filter((mark) => (mark.kind === "cells" ? mark.values : mark.places).length);
      return group && part(group, HIT) && (LIVING || marks.length)
        ? [new DrawnPlot(this.#svg, group, plot, number, this.#details)]
        : [];
    });
  }

  #answer(plot: DrawnPlot): void {
    const changed = (): void => this.#refresh();
    new Hand(plot, this.#cursor, changed);
    watchModels(plot, this.#cursor);
    new Keys(plot, this.#cursor, {
      find: () => this.#find?.input.focus(),
      changed,
      clear: () => this.#find?.clear(),
    });
    this.#name(plot);
    on(plot.hit, "pointerenter", () => plot.resize());
  }

  /** What readers who cannot see a plot are told of it. */
  #name(plot: DrawnPlot): void {
    const title = oneLine(this.#payload.title) || (plot.kind === "heatmap" ? "Heatmap" : "Plot");
    const size = plot.marks.map(({ summary }) => summary).join(" and ");
    plot.name(`${title}: ${size}. ${help(this.#noun, plot.marks.length > 1)}`, this.#cursor.tip.element.id);
  }

  /** What a reader does not need before the picture answers. */
  complete(): void {
    const { Find, carriedNote, fileName, pngBlob, problemList, svgBlob, tools } = later();
    this.#find = new Find(this.#plots, this.#noun, {
      choose: (name) => this.#choose(name),
      clear: () => this.#clear(),
      say: (text) => this.#say(text),
    });
    this.#tools = tools(this.#find.element, this.#status, this.#noun === "sample" ? "sample id" : "name", {
      copy: () => this.#cursor.copy(),
      zoom: (factor) => this.#zoom(factor),
      svg: () => download(fileName(this.#payload, "svg"), svgBlob(this.#svg, this.#payload)),
      png: () => void pngBlob(this.#svg, this.#payload).then((blob) => download(fileName(this.#payload, "png"), blob)),
      table: () => this.#toggleTable(),
    });
    this.#root.prepend(this.#tools.element);
    this.#offer();
    const go = (name: string): void => void this.#choose(name);
    this.#root.append(
      this.#speech,
      ...problemList(this.#payload.problems, this.#svg, this.#plots, go, this.#selecting),
      ...carriedNote(this.#payload),
    );
    on(this.#root, "keydown", (event) => (LIVING && this.isOver) || this.#press(event));
    this.#watchSize();
    const packed = this.#plots.flatMap(({ marks }) => marks).filter(({ isPacked }) => isPacked);
    if (packed.length) whenIdle(() => packed.forEach((things) => void things.unpack()));
  }

  /** Menus of samples and models. */
  #offer(): void {
    const [plot] = this.#plots;
    if (!plot) return;
    const places = { tools: this.#tools!.element, find: this.#find!.element };
    const shown = { root: this.#root, svg: this.#svg, payload: this.#payload, plots: this.#plots };
    this.#selecting = later().offer(
      { ...shown, ...places, fluid: this.#fluid, cursor: this.#cursor },
      {
        copy: (text, said) => void this.#put(text, said),
        say: (text) => this.#say(text),
        draw: () => this.#redraw(),
        choose: (name) => void this.#choose(name),
        isBusy: () => this.#isBusy(plot),
      },
    );
    this.#refresh();
  }

  /** Whether Escape closes a tip or what was found. */
  #isBusy({ hit }: DrawnPlot): boolean {
    const { input } = this.#find!;
    const { activeElement: active } = document;
    return this.#cursor.place !== null || active === input || (active === hit && input.value !== "");
  }

  /** Draws the picture in another state, all of it. */
  #redraw(): void {
    this.#cursor.leave(true);
    for (const plot of this.#plots) plot.restart();
    this.#refit(undefined, true);
    this.#refresh();
  }

  #watchSize(): void {
    const observer = new ResizeObserver(() => {
      if (LIVING && this.isOver) observer.disconnect();
      else if (!this.#svg.isConnected) this.#cursor.leave(true);
      else if (this.#svg.getBoundingClientRect().width) {
        this.#root.toggleAttribute("data-narrow", this.#root.clientWidth < NARROW);
        requestAnimationFrame(() => this.#refit());
        this.#plots.forEach((plot) => plot.resize());
      }
    });
    try {
      observer.observe(this.#root, { box: "device-pixel-content-box" });
    } catch {
      observer.observe(this.#root);
    }
  }

  /** The figure is as wide as its surroundings let it be, and the picture as wide as the figure. */
  #fill(fluid: Fluid): void {
    set(this.#root, { "data-fluid": "" });
    this.#root.style.maxWidth = `${fluid.most}px`;
    this.#svg.style.display = "none"; // what is about to be replaced need not be laid out
    const room = this.#root.getBoundingClientRect().width;
    this.#svg.style.display = "";
    this.#refit(room);
  }

  /** Lays the picture out for the width it has. */
  #refit(room = this.#root.getBoundingClientRect().width, anew = false): void {
    const [svg, fluid] = [this.#svg, this.#fluid];
    const image = part(svg, "paint")?.querySelector("image") ?? null;
    const laid = room ? fluid?.fit(room, anew) : null;
    if (!laid) return;
    const [plot] = this.#plots;
    const hasFocus = document.activeElement === plot.hit;
    plot.settle(svg.querySelector(`[${plotGroup(0)}]`)!, laid.plot, anew ? null : image);
    if (hasFocus) plot.hit.focus({ preventScroll: true });
    const { width, height } = laid;
    this.#payload = { ...this.#payload, width, height };
    if (this.#payload.problems && this.#tools) later().cutNote(svg);
    this.#cursor.follow();
  }

  #say(text: string): void {
    const status = this.#status;
    status.textContent = text;
    this.#root.removeAttribute("data-cut");
    this.#root.toggleAttribute("data-cut", status.scrollWidth > status.clientWidth);
    for (const animation of status.getAnimations()) animation.currentTime = 0;
  }

  #refresh(): void {
    this.#cursor.follow();
    this.#tools?.update(this.#plots.some(({ isZoomed, hasOutside }) => isZoomed || hasOutside()));
  }

  async #copy(name: string | null): Promise<void> {
    if (name === null) this.#say(`Point at a ${this.#noun === "sample" ? "sample" : "thing with a name"} first`);
    else await this.#put(name, `Copied ${oneLine(name)}`);
  }

  async #put(text: string, said: string): Promise<void> {
    this.#say((await copyText(text)) ? said : "The browser does not allow copying");
  }

  #clear(): void {
    for (const plot of this.#plots) plot.mark(null);
    this.#say("");
  }

  /** Frames what has a name wherever it is; the first plot that shows it. */
  #choose(name: string): DrawnPlot | undefined {
    this.#cursor.leave(true);
    this.#cursor.choose(name);
    const [found] = this.#plots.filter((plot) => plot.mark(name));
    if (found) this.#say(`Found ${oneLine(name)}`);
    this.#refresh();
    return found;
  }

  #zoom(factor: number | null): void {
    for (const plot of this.#plots) zoomPlot(plot, this.#cursor, factor);
    this.#refresh();
  }

  #toggleTable(): boolean {
    if (!this.#table) {
      const marks = this.#plots.flatMap(({ marks }) => marks);
      this.#table = later().valueTables(marks, this.#payload);
      this.#table.hidden = true;
      this.#root.append(this.#table);
    }
    const { hidden } = this.#table;
    this.#table.hidden = !hidden;
    if (hidden) this.#goTo(this.#table);
    return hidden;
  }

  /** Keys scroll the table from then on. */
  #goTo(table: HTMLElement): void {
    table.scrollIntoView({ block: "nearest" });
    part<HTMLElement>(table, "scroller")?.focus({ preventScroll: true });
  }

  #press(event: KeyboardEvent): void {
    const isFind =
      event.key.toLowerCase() === "f" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    const isTyping = (event.target as Element).matches("input");
    if (!isFind && !(event.key === "/" && !isTyping)) return;
    event.preventDefault();
    this.#find?.input.focus();
    this.#find?.input.select();
  }
}
