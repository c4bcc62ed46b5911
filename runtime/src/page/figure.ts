/** A figure that answers: its plots, its tip, its tools. */
import type { Payload } from "../shared/payload";
import { counted } from "../shared/format";
import { oneLine } from "../shared/ticks";
import { Area } from "./area";
import { Cursor } from "./cursor";
import { download, html, on, part, set, whenIdle } from "./dom";
import { Find } from "./find";
import { Hand } from "./hand";
import { Keys, zoomArea } from "./keys";
import { fileName, pngBlob, svgBlob } from "./save";
import { problemList, ValueTable } from "./table";
import { tools, type Tools } from "./tools";
import { Details } from "./unpacked";

const HELP = "Arrow keys move, Enter opens, p pins the tip, plus and minus zoom, slash finds a sample.";

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = html("textarea", { readonly: "" }, text);
    const before = document.activeElement;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    (before as HTMLElement | null)?.focus?.();
    return done;
  }
}

export class Figure {
  readonly #root: HTMLElement;
  readonly #svg: SVGSVGElement;
  readonly #payload: Payload;
  readonly #areas: Area[];
  readonly #cursor: Cursor;
  readonly #details: Details;
  readonly #speech = html("div", { "aria-live": "polite", "data-part": "speech" });
  readonly #status = html("span", { role: "status", "data-part": "status" });
  #tools: Tools | null = null;
  #find: Find | null = null;
  #table: HTMLElement | null = null;

  constructor(root: HTMLElement, svg: SVGSVGElement, payload: Payload) {
    this.#root = root;
    this.#svg = svg;
    this.#payload = payload;
    this.#details = new Details(root);
    this.#cursor = new Cursor(
      root,
      this.#details,
      (text) => (this.#speech.textContent = text),
      (sample) => void this.#copy(sample),
    );
    this.#areas = payload.plots.flatMap((plot, number) => {
      const group = svg.querySelector(`[data-plot="${plot.index}"]`);
      return group && part(group, "cells") && plot.values.length ? [new Area(svg, group, plot, number)] : [];
    });
    this.#areas.forEach((area) => this.#answer(area));
    set(svg, { role: "group" });
    set(root, { "aria-label": payload.title });
  }

  #answer(area: Area): void {
    const changed = (): void => this.#refresh();
    new Hand(area, this.#cursor, changed);
    new Keys(area, this.#cursor, { find: () => this.#find?.input.focus(), changed });
    const { x, y } = area.plot;
    const size = `${counted(x.labels.length, "column")}, ${counted(y.labels.length, "row")}`;
    area.name(`${oneLine(this.#payload.title) || "Heatmap"}: ${size}. ${HELP}`, this.#cursor.tip.element.id);
    on(area.hit, "pointerenter", () => area.resize());
  }

  /** What a reader does not need before the picture answers. */
  complete(): void {
    this.#find = new Find(this.#areas, {
      choose: (sample) => this.#choose(sample),
      clear: () => this.#mark(null),
      say: (text) => this.#say(text),
    });
    this.#tools = tools(this.#find.element, this.#status, {
      copy: () => this.#cursor.copy(),
      zoom: (factor) => this.#zoom(factor),
      svg: () => download(fileName(this.#payload, "svg"), svgBlob(this.#svg, this.#payload)),
      png: () => void pngBlob(this.#svg, this.#payload).then((blob) => download(fileName(this.#payload, "png"), blob)),
      table: () => this.#toggleTable(),
    });
    this.#root.prepend(this.#tools.element);
    this.#root.append(this.#speech);
    on(this.#root, "keydown", (event) => this.#press(event));
    this.#watchSize();
    if (this.#payload.plots.some((plot) => plot.hasDetails)) whenIdle(() => void this.#details.load());
  }

  #watchSize(): void {
    const observer = new ResizeObserver(() => {
      if (!this.#svg.isConnected) this.#cursor.leave(true);
      else if (this.#svg.getBoundingClientRect().width) this.#areas.forEach((area) => area.resize());
    });
    try {
      observer.observe(this.#root, { box: "device-pixel-content-box" });
    } catch {
      observer.observe(this.#root);
    }
  }

  #say(text: string): void {
    this.#status.textContent = text;
  }

  #refresh(): void {
    this.#cursor.follow();
    this.#tools?.update(this.#areas.some((area) => area.isZoomed));
  }

  async #copy(sample: string | null): Promise<void> {
    if (sample === null) this.#say("Point at a sample first");
    else this.#say((await copyText(sample)) ? `Copied ${oneLine(sample)}` : "The browser does not allow copying");
  }

  /** Frames a sample wherever it is, or none. */
  #mark(sample: string | null): number {
    let n = 0;
    for (const area of this.#areas) {
      const i = sample === null ? -1 : area.samplesAxis.labels.indexOf(sample);
      area.mark(i < 0 ? [] : [i]);
      if (i >= 0) area.seek(i);
      n += Number(i >= 0);
    }
    return n;
  }

  #choose(sample: string): void {
    this.#cursor.leave(true);
    this.#cursor.choose(sample);
    if (this.#mark(sample)) this.#say(`Found ${oneLine(sample)}`);
    this.#refresh();
  }

  #zoom(factor: number | null): void {
    for (const area of this.#areas) zoomArea(area, this.#cursor, factor);
    this.#refresh();
  }

  #toggleTable(): boolean {
    if (!this.#table) {
      this.#table = html(
        "div",
        { "data-part": "tables" },
        ...problemList(this.#payload),
        ...this.#areas.map(({ plot }) => new ValueTable(plot, this.#payload).element),
      );
      this.#table.hidden = true;
      this.#root.append(this.#table);
    }
    this.#table.hidden = !this.#table.hidden;
    return !this.#table.hidden;
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

export const setReady = (root: HTMLElement): void => {
  set(root, { "data-ready": "" });
  root.dispatchEvent(new CustomEvent("inspect-viz:ready", { bubbles: true }));
};
