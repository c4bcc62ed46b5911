/** Orders of samples and models that a reader may choose: the words of `sort`, over the order of the picture. */
import { stripOf, wordsOf, type Strip } from "../shared/analysis/arrange";
import { spreadOf } from "../shared/analysis/items";
import { byNumber } from "../shared/analysis/orders";
import { naturally } from "../shared/natural";
import type { CellPlot } from "../shared/payload";
import type { OrderNotes } from "../shared/sidecar";
import { snapped } from "../shared/statistics/additive";

export type Axis = "samples" | "models";
/** "drawn": as the picture came. */
export type Order = "drawn" | "disagreement" | "natural";
export type Chosen = Readonly<Record<Axis, Order>>;

export const DRAWN: Chosen = { samples: "drawn", models: "drawn" };

/** Bands in an order, by their numbers in the picture. */
export interface Ordered {
  samples: number[];
  models: number[];
  chosen: Chosen;
  /** How samples stand, in words; null for as drawn. */
  words: string | null;
  strip: Strip | null;
}

const NOTES: OrderNotes = { by: "disagreement" };

export class Orders {
  /** Scores of each sample and of each model. */
  readonly #n: Record<Axis, Uint32Array>;
  readonly #labels: Record<Axis, string[]>;
  readonly #spread: Float64Array;
  /** Orders that were chosen before: sorting takes longer than drawing. */
  readonly #known = new Map<string, number[]>();

  constructor({ values, x, y, sampleAxis }: CellPlot) {
    const isAcross = sampleAxis === "x";
    const [samples, models] = isAcross ? [x.labels, y.labels] : [y.labels, x.labels];
    const [nx, ny] = [samples.length, models.length];
    const n = { samples: new Uint32Array(nx), models: new Uint32Array(ny) };
    const mean = new Float64Array(nx);
    const plane = new Float64Array(nx * ny);
    for (let j = 0, i = 0; j < ny; j++)
      for (let k = 0; k < nx; k++, i++) {
        const value = (plane[i] = values[isAcross ? i : k * ny + j]);
        if (value !== value) continue;
        n.samples[k]++;
        n.models[j]++;
        mean[k] += value;
      }
    for (let k = 0; k < nx; k++) mean[k] /= n.samples[k];
    this.#n = n;
    this.#labels = { samples, models };
    this.#spread = spreadOf({ values: plane, nx, ny, epochs: null }, { mean, n: n.samples });
  }

  /** By name, those without a score last. */
  #named(axis: Axis): number[] {
    const names = naturally(this.#labels[axis]);
    const isScored = (band: number): boolean => this.#n[axis][band] > 0;
    return [...names.filter(isScored), ...names.filter((band) => !isScored(band))];
  }

  #bands(axis: Axis, order: Order): number[] {
    const key = `${axis} ${order}`;
    const bands = this.#known.get(key) ?? this.#sorted(axis, order);
    this.#known.set(key, bands);
    return bands;
  }

  #sorted(axis: Axis, order: Order): number[] {
    if (order === "natural") return this.#named(axis);
    return order === "drawn" ? this.#labels[axis].map((_, i) => i) : byNumber(snapped(this.#spread));
  }

  ordered(chosen: Chosen): Ordered {
    const samples = this.#bands("samples", chosen.samples);
    const isSpread = chosen.samples === "disagreement";
    return {
      samples,
      models: this.#bands("models", chosen.models),
      chosen,
      words: isSpread ? wordsOf(NOTES) : chosen.samples === "natural" ? "by name, rising" : null,
      strip: isSpread ? stripOf(NOTES, this.#spread, samples) : null,
    };
  }
}
