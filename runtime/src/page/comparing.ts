/** Two models against each other, by their names: the first one orders the samples, the second is compared. */
import { centresIn, placeOf, type Bands } from "../shared/bands";
import { shortNames } from "../shared/common";
import type { BandAxis, Box, CellPlot } from "../shared/payload";
import { oneLine } from "../shared/ticks";
import { svg } from "./dom";
import { bandsIn, type Way } from "./geometry";
import { hear } from "./hearing";
import { Knobs, type Knob } from "./knobs";
import type { Plot } from "./plot";
import type { State } from "./state";
import { lengthOf } from "./view";
import type { Views } from "./views";

/** Names of models have knobs where their bands are at least so high, in user units. */
const LEAST = 7;

export class Comparing {
  readonly #names = new Knobs("Models: choose one to order by its scores, a second one to compare", 0);
  readonly #layer = svg("g", { "data-part": "handles" });
  /** What was chosen first. */
  #first: string | null = null;
  /** What was shown before. */
  #before: State | null = null;
  /** The last state that was shown from here. */
  #shown: State | null = null;
  #deafen: (() => void) | null = null;

  constructor(
    private readonly root: SVGSVGElement,
    private readonly plot: Plot,
    private readonly views: Views,
    /** Whether Escape closes something else. */
    private readonly isBusy: () => boolean,
  ) {
    this.#layer.append(this.#names.element);
    this.draw();
  }

  get #cells(): CellPlot {
    return this.plot.cells[0].plot;
  }

  /** Whether pictures of differences can be drawn: where higher scores are better. */
  get canBeBaseline(): boolean {
    return !this.#cells.isLower && this.views.arranging.names.models.length > 1;
  }

  /** A model is chosen: the first, or the second to be compared with it. */
  pick(model: string): void {
    if (this.#first === model) return this.back();
    if (this.#first !== null && this.views.arranging.names.models.includes(this.#first))
      return this.compare(this.#first, model);
    const { versus: _versus, ...rest } = this.#begin();
    this.#first = model;
    const said = `By the score of ${oneLine(model)}. Choose a second model`;
    this.#show({ ...rest, versus: null, samples: { by: "model", model } }, said);
  }

  /** Shows every model as its difference from one. */
  against(model: string): void {
    const { versus: _versus, models: _models, ...rest } = this.#begin();
    this.#first = null;
    this.#tell({ ...rest, versus: null, baseline: model });
  }

  /** Shows two models against each other. */
  compare(first: string, second: string): void {
    const { samples: _samples, models: _models, ...rest } = this.#begin();
    this.#first = null;
    this.#tell({ ...rest, versus: [first, second] });
  }

  /** What was shown before, to which Escape leads back: the document is heard until then. */
  #begin(): State {
    if (this.#before === null) this.#deafen = hear(this.root, "keydown", (event) => this.#press(event));
    return (this.#before ??= this.views.state);
  }

  #press(event: KeyboardEvent): void {
    if (event.key === "Escape" && !this.isBusy()) this.back();
  }

  /** Shows a state; keys go on at the name that they were at. */
  #show(state: State, said: Parameters<Views["show"]>[1]): void {
    const hadFocus = this.#layer.contains(document.activeElement);
    this.#shown = state;
    this.views.show(state, said);
    if (hadFocus) this.#names.focus();
  }

  /** Shows a state and tells its finding, whether or not the picture has a line for it. */
  #tell(state: State): void {
    this.#show(state, (frame) => frame.findingFor(shortNames(this.#models.labels)));
  }

  /** The axis of the models, as it is shown. */
  get #models(): BandAxis {
    const { sampleAxis, x, y } = this.#cells;
    return sampleAxis === "x" ? y : x;
  }

  /** Returns to where the reader was. */
  back(): void {
    if (this.#before === null) return;
    const before = this.#before;
    this.#settle();
    this.#show(before, "As before");
  }

  /** The state has changed: what else was chosen stays when the reader returns. */
  follow(): void {
    const { state } = this.views;
    if (this.#before !== null && state !== this.#shown) {
      const isSame = state.versus === this.#shown?.versus && state.samples === this.#shown?.samples;
      if (isSame) this.#before = { ...this.#before, keep: state.keep, group: state.group };
      else this.#settle();
    }
    this.draw();
  }

  /** What is shown stays: there is nothing to return to. */
  #settle(): void {
    this.#before = null;
    this.#first = null;
    this.#deafen?.();
    this.#deafen = null;
  }

  /** Draws the knobs where names of models are. */
  draw(): void {
    const { root } = this;
    if (this.#layer.parentNode !== root) root.append(this.#layer);
    this.#names.show(this.#knobs(), root.getScreenCTM()?.a ?? 1);
  }

  #knobs(): Knob[] {
    const { area, sampleAxis } = this.#cells;
    const way: Way = sampleAxis === "x" ? "y" : "x";
    const axis = this.#models;
    const bands = bandsIn(axis, this.plot.maps[way]);
    if (bands.step < LEAST || !axis.anchor) return [];
    const [first, last] = centresIn(bands, axis.labels.length, area[way], lengthOf(area, way));
    return Array.from({ length: last - first }, (_, i) => this.#knob(first + i, bands));
  }

  #knob(band: number, bands: Bands): Knob {
    const { versus, baseline } = this.views.state;
    const model = this.#models.labels[band];
    const name = oneLine(model);
    const isPressed = model === this.#first || model === baseline || (versus?.includes(model) ?? false);
    const label =
      this.#first && !isPressed ? `${name}: compare with ${oneLine(this.#first)}` : `${name}: order by its scores`;
    return {
      key: model,
      label,
      box: this.#boxOf(bands, band),
      isPressed,
      act: (event) => (event.altKey && this.canBeBaseline ? this.against(model) : this.pick(model)),
    };
  }

  /** Where the name of a model is. */
  #boxOf(bands: Bands, band: number): Box {
    const { area, sampleAxis } = this.#cells;
    const { width, height } = this.root.viewBox.baseVal;
    const { anchor } = this.#models;
    const [place, size] = [placeOf(bands, band), bands.bandwidth];
    const [right, bottom] = [area.x + area.width, area.y + area.height];
    if (sampleAxis === "x")
      return anchor === "right"
        ? { x: right + 4, y: place, width: Math.max(0, width - right - 8), height: size }
        : { x: 4, y: place, width: area.x - 10, height: size };
    return anchor === "top"
      ? { x: place, y: area.y - 40, width: size, height: 36 }
      : { x: place, y: bottom + 4, width: size, height: Math.max(0, Math.min(40, height - bottom) - 4) };
  }
}
