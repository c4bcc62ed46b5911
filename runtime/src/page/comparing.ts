/** Two models against each other, by their names: the first one orders the samples, the second is compared. */
import { bandsWithin, placeOf } from "../shared/bands";
import { shortNames } from "../shared/common";
import type { Frame } from "../shared/frame/frame";
import type { Box, CellPlot } from "../shared/payload";
import { oneLine } from "../shared/ticks";
import { on, svg } from "./dom";
import { bandsIn, type Way } from "./geometry";
import { Knobs, type Knob } from "./knobs";
import type { Plot } from "./plot";
import type { State } from "./state";
import { lengthOf } from "./view";
import type { Views } from "./views";

/** Names of models have knobs where their bands are at least so high, in user units. */
const LEAST = 7;

/** The finding with names as short as they can be, whether or not the picture has a line for it. */
export const findingOf = (frame: Frame, models: string[]): string => frame.findingFor(shortNames(models));

export class Comparing {
  readonly #names = new Knobs("Models: choose one to order by its scores, a second one to compare", 0);
  readonly #layer = svg("g", { "data-part": "handles" });
  /** What was chosen first. */
  #first: string | null = null;
  /** What was shown before. */
  #before: State | null = null;
  /** The last state that was shown from here. */
  #shown: State | null = null;
  #watch: AbortController | null = null;

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
    if (this.#first === model) return void this.back();
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
    this.#show({ ...rest, versus: null, baseline: model }, (frame) => findingOf(frame, this.#models(frame)));
  }

  /** Shows two models against each other. */
  compare(first: string, second: string): void {
    const { samples: _samples, models: _models, ...rest } = this.#begin();
    this.#first = null;
    this.#show({ ...rest, versus: [first, second] }, (frame) => findingOf(frame, this.#models(frame)));
  }

  /** What was shown before, to which Escape leads back: the document is heard until then. */
  #begin(): State {
    if (this.#before === null) {
      this.#watch = new AbortController();
      on(document, "keydown", (event) => this.#press(event), { signal: this.#watch.signal });
    }
    return (this.#before ??= this.views.state);
  }

  #press(event: KeyboardEvent): void {
    if (!this.root.isConnected) this.settle();
    else if (event.key === "Escape" && !this.isBusy()) this.back();
  }

  /** Shows a state; keys go on at the name that they were at. */
  #show(state: State, said: Parameters<Views["show"]>[1]): void {
    const hadFocus = this.#layer.contains(document.activeElement);
    this.#shown = state;
    this.views.show(state, said);
    if (hadFocus) this.#names.focus();
  }

  #models({ summary }: Frame): string[] {
    const { x, y, sampleAxis } = this.#cells;
    return (sampleAxis === "x" ? y : x).labels.slice(0, summary.models.length);
  }

  /** Returns to where the reader was; whether there was anything to return from. */
  back(): boolean {
    if (this.#before === null) return false;
    const before = this.#before;
    this.settle();
    this.#show(before, "As before");
    return true;
  }

  /** The state has changed: what else was chosen stays when the reader returns. */
  follow(): void {
    const { state } = this.views;
    if (this.#before !== null && state !== this.#shown) {
      const isSame = state.versus === this.#shown?.versus && state.samples === this.#shown?.samples;
      if (isSame) this.#before = { ...this.#before, keep: state.keep, group: state.group };
      else this.settle();
    }
    this.draw();
  }

  settle(): void {
    this.#before = null;
    this.#first = null;
    this.#watch?.abort();
    this.#watch = null;
  }

  /** Draws the knobs where names of models are. */
  draw(): void {
    const { root } = this;
    if (this.#layer.parentNode !== root) root.append(this.#layer);
    this.#names.show(this.#knobs(), root.getScreenCTM()?.a ?? 1);
  }

  #knobs(): Knob[] {
    const { area, sampleAxis, x, y } = this.#cells;
    const way: Way = sampleAxis === "x" ? "y" : "x";
    const axis = way === "y" ? y : x;
    const bands = bandsIn(axis, this.plot.maps[way]);
    if (bands.step < LEAST || !axis.anchor) return [];
    const compared = this.views.state.versus ?? [];
    const [first, last] = bandsWithin(bands, axis.labels.length, area[way], lengthOf(area, way));
    const knob = (band: number): Knob => {
      const model = axis.labels[band];
      const name = oneLine(model);
      const isPressed = model === this.#first || model === this.views.state.baseline || compared.includes(model);
      const label =
        this.#first && !isPressed ? `${name}: compare with ${oneLine(this.#first)}` : `${name}: order by its scores`;
      return {
        key: model,
        label,
        box: this.#boxOf(band),
        isPressed,
        act: (event) => (event.altKey && this.canBeBaseline ? this.against(model) : this.pick(model)),
      };
    };
    return Array.from({ length: last - first }, (_, i) => first + i)
      .filter((band) => placeOf(bands, band) + bands.bandwidth / 2 >= area[way])
      .filter((band) => placeOf(bands, band) + bands.bandwidth / 2 <= area[way] + lengthOf(area, way))
      .map(knob);
  }

  /** Where the name of a model is. */
  #boxOf(band: number): Box {
    const { area, sampleAxis, x, y } = this.#cells;
    const { width, height } = this.root.viewBox.baseVal;
    if (sampleAxis === "x") {
      const bands = bandsIn(y, this.plot.maps.y);
      const at = { y: placeOf(bands, band), height: bands.bandwidth };
      const right = area.x + area.width;
      return y.anchor === "right"
        ? { ...at, x: right + 4, width: Math.max(0, width - right - 8) }
        : { ...at, x: 4, width: area.x - 10 };
    }
    const bands = bandsIn(x, this.plot.maps.x);
    const at = { x: placeOf(bands, band), width: bands.bandwidth };
    const bottom = area.y + area.height;
    const room = Math.min(40, height - bottom);
    return x.anchor === "top"
      ? { ...at, y: area.y - 40, height: 36 }
      : { ...at, y: bottom + 4, height: Math.max(0, room - 4) };
  }
}
