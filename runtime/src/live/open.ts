/** A picture that lives in an element of a page: Mosaic draws it, the core lets it answer. */
import { LivingPicture, type About, type Composed, type Connector, type Spec, type World } from "../plot/index";
import "./later";
import { set } from "../page/dom";
import { Figure } from "../page/figure";
import { SAVING, svgText } from "../page/save";
import type { Payload } from "../shared/payload";
import { focused } from "./focus";
import { forward } from "./forward";
import { Controls } from "./controls/index";
import { Hands } from "./hands/index";
import { canvasImage } from "./image";
import { roomOf } from "./room";
import { takeOver } from "./takeover";
import { sums, type Database } from "./sums/index";
import { Failures, tellStill } from "./trouble";
import { EngineError, isMoved, watched } from "./watch";

/** What a host knows of a picture besides the answers. */
export interface Recording {
  spec: Spec;
  sidecar: unknown;
  about: About;
}

/** An open picture. */
export class Living {
  #composed!: Composed;
  #figure!: Figure;
  #room = Infinity;
  readonly #controls: Controls;
  readonly #failures: Failures;
  readonly #hands: Hands;
  /** Errors that are told at their plots; of most the host hears, too. */
  readonly #told = new WeakSet<Error>();
  readonly warnings: string[] = [];

  private constructor(
    readonly root: HTMLElement,
    readonly svg: SVGSVGElement,
    readonly picture: LivingPicture,
    private readonly about: About,
  ) {
    this.#controls = new Controls(svg, picture, (text) => this.#figure.say(text));
    this.#failures = new Failures(svg);
    this.#hands = new Hands(picture, () => this.#figure, svg);
    this.#compose();
    picture.onDraw((at) => this.#drawn(at));
    for (const control of picture.controls) if (control.kind === "table") control.onChange(() => this.#describe());
    svg.addEventListener(SAVING, () => this.#controls.redraw());
    new ResizeObserver(() => this.#fit()).observe(root);
  }

  /** Draws a recording into an element, whose first picture stays in sight until then; rejects with what fails. Other
   * pictures of the page have what is `shared`. */
  static async open(
    root: HTMLElement,
    { spec, sidecar, about }: Recording,
    connector: Connector,
    shared?: World["shared"],
  ): Promise<Living> {
    const warnings: string[] = [];
    let living: Living | null = null;
    const watcher = {
      busy: (isBusy: boolean) => {
        root.toggleAttribute("data-busy", isBusy);
        set(root, { "aria-busy": String(isBusy) });
      },
      without: (error: unknown) => tellStill(root, error),
    };
    const picture = await new Promise<LivingPicture>((resolve, reject) => {
      const failPlot = (at: number, error: unknown): void => (living ? living.#failed(at, error) : reject(error));
      const world: World = {
        document,
        connector: watched(connector, watcher),
        scale: devicePixelRatio,
        details: true,
        interactive: true,
        image: canvasImage,
        warn: (message) => void warnings.push(message),
        fail: (error) => (living ? living.#lost(error) : reject(error)),
        failPlot,
        ...(shared && { shared }),
      };
      LivingPicture.open(spec, sidecar, world).then(resolve, reject);
    });
    const svg = root.querySelector<SVGSVGElement>(":scope > svg") ?? emptySvg(root);
    living = new Living(root, svg, picture, about);
    living.warnings.push(...warnings);
    return living;
  }

  /** From now on sums are calculated in the page, where a database gives their parts. */
  calculate(database: Database): void {
    sums(this.picture.mosaic.coordinator, database);
  }

  /** Says what failed where it would have been drawn; the rest lives on. */
  #failed(at: number, error: unknown): void {
    const cause = (error as { cause?: unknown }).cause ?? error;
    if (!isMoved(error) && !(cause instanceof EngineError)) {
      this.#told.add(cause as Error);
      this.#failures.show(at, this.picture.boxOf(at), cause);
    }
  }

  /** The host hears of a failure before the plot does, which tells it in its own place. */
  #lost(error: unknown): void {
    if (isMoved(error)) return;
    setTimeout(() => this.#told.has(error as Error) || tellStill(this.root, error));
  }

  /** Frames the things of this name, or none; whether there are any. */
  highlight(name: string | null): boolean {
    return this.#figure.find(name);
  }

  /** The picture as it is now, as the text of an svg file. */
  frame(): string {
    return svgText(this.svg, this.payload);
  }

  /** Lets the edges of brushes follow, where others have moved them. */
  follow(): void {
    this.#hands.place();
  }

  /** Asks again what was given up and has not been answered since. */
  catchUp(): void {
    for (const asking of [...this.picture.plots, ...this.picture.controls]) asking.catchUp();
  }

  /** What the core knows of the picture as it is now. */
  get payload(): Payload {
    return this.#composed.payload;
  }

  /** Draws all of it anew, in its place. */
  #compose(): void {
    this.#room = roomOf(this.root);
    this.#composed = this.picture.compose(this.about, this.#room);
    takeOver(this.root, this.svg, this.#composed.svg);
    this.svg.querySelectorAll("[data-plot]").forEach(forward);
    if (this.#figure) this.#figure.isOver = true;
    this.#figure = new Figure(this.root, this.svg, this.#composed.payload);
    this.#figure.details.marks = this.#composed.details;
    this.#figure.complete();
    grouped(this.svg);
    this.#controls.place(this.#composed);
    this.#hands.place();
  }

  #drawn(at: number): void {
    if (!this.picture.plots[at].isFailing) this.#failures.clear(at);
    this.#keepingFocus(() => this.#renewed(at));
  }

  /** Lets the description follow the tables. */
  #describe(): void {
    const { payload, words } = this.#composed;
    const description = words();
    this.#composed = { ...this.#composed, payload: { ...payload, description } };
    this.svg.querySelector(":scope > desc")!.textContent = description;
  }

  /** Draws all of it anew where it has another room. */
  #fit(): void {
    if (roomOf(this.root) !== this.#room) this.#keepingFocus(() => this.#compose());
  }

  #keepingFocus(change: () => void): void {
    const active = focused(this.svg) as HTMLElement | null;
    change();
    if (active?.isConnected && active !== focused(this.svg)) active.focus({ preventScroll: true });
  }

  #renewed(at: number): void {
    const replaced = this.picture.replace(at);
    if (replaced === false) return this.#compose();
    grouped(this.svg);
    if (replaced === null) return this.#hands.place(at);
    const { plot } = replaced;
    if (plot.marks.some(({ kind }) => kind === "cells")) return this.#compose();
    const { payload } = this.#composed;
    const plots = payload.plots.map((own) => (own.index === plot.index ? plot : own));
    this.#composed = { ...this.#composed, payload: { ...payload, plots } };
    forward(this.svg.querySelector(`[data-plot="${plot.index}"]`)!);
    this.#figure.renew(this.#composed.payload, plots.indexOf(plot));
    this.#hands.place(at);
  }
}

/** Names are for groups: Plot gives them to elements that have no role. */
function grouped(svg: Element): void {
  svg.querySelectorAll("g[aria-label]:not([role])").forEach((named) => named.setAttribute("role", "group"));
}

function emptySvg(root: HTMLElement): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  root.prepend(svg);
  return svg;
}
