/** What orders of samples and models by their scores are made of, from the cells of a picture. */
import { arrangementOf, type Arrangement } from "../../shared/analysis/arrange";
import type { Ground } from "../../shared/analysis/ground";
import { turnedEpochs, turnedValue } from "../../shared/turn";
import { permuted } from "../../shared/statistics/additive";
import type { Attribute } from "../../shared/attributes";
import { attributeOf, type Values } from "./attributes";
import type { Answer } from "./bands";
import type { DataCells } from "./data";
import { epochsOf } from "./epochs";
import { places } from "./planes";
import type { View } from "./sortable";

/** Bands of an axis: their numbers in the data, in order, and their labels. */
export interface Codes {
  codes: number[];
  labels: string[];
}

function groundOf(
  cells: DataCells,
  samples: Codes,
  models: Codes,
  view: View,
  extents: Answer | null,
  attributes: Attribute[],
): Ground {
  const isAcross = view.sampleAxis === "x";
  const [nx, ny] = [samples.codes.length, models.codes.length];
  const values = new Float64Array(nx * ny);
  const all = cells.planes.values;
  const turn = cells.isLower ? cells.turn : null;
  for (let y = 0, i = 0; y < ny; y++)
    for (let x = 0; x < nx; x++, i++) {
      const [s, m] = [samples.codes[x], models.codes[y]];
      const value = s < 0 || m < 0 ? NaN : all[isAcross ? m * cells.nx + s : s * cells.nx + m];
      values[i] = turn === null ? value : turn - value;
    }
  const [ofSamples, ofModels] = isAcross ? ([cells.nx, cells.ny] as const) : ([cells.ny, cells.nx] as const);
  const [px, py] = [places(samples.codes, ofSamples), places(models.codes, ofModels)];
  const at = (xi: number, yi: number): number => {
    const [x, y] = isAcross ? [px[xi], py[yi]] : [px[yi], py[xi]];
    return x < 0 || y < 0 ? -1 : y * nx + x;
  };
  const { kind, fit } = cells;
  const epochs = extents && epochsOf(extents, values.length, at);
  return {
    plane: { values, nx, ny, epochs: epochs && (turn === null ? epochs : turnedEpochs(epochs, turn)) },
    fit: {
      samples: permuted(fit[isAcross ? "x" : "y"], samples.codes),
      models: permuted(fit[isAcross ? "y" : "x"], models.codes),
    },
    kind,
    reached: turn === null ? (view.threshold ?? null) : turnedValue(view.threshold, turn),
    turn,
    attributes,
    names: { samples: samples.labels, models: models.labels },
  };
}

/** What bands are arranged by besides their scores. */
export interface Beside {
  /** Tells the epochs of cells. */
  extents: Answer | null;
  attributes: Values[];
  /** How bands stand, in words; null where they do by their means. */
  orders: Record<"samples" | "models", string | null>;
}

/** The arrangement that is wished for; null for none. */
export function arranged(
  cells: DataCells,
  samples: Codes,
  models: Codes,
  view: View,
  { extents, attributes, orders }: Beside,
): Arrangement | null {
  if (!view.samples && !view.models && !view.versus?.length && !view.baseline && !view.group?.length && !view.keep)
    return null;
  const own = attributes.map((values) => attributeOf(values, (values.notes.of === "samples" ? samples : models).codes));
  return arrangementOf(groundOf(cells, samples, models, view, extents, own), view, orders);
}
