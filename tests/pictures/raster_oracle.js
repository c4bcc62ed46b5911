// The raster of cells by itself: pixels of small plots, at home and zoomed, its levels, and what it allocates.
import { levelFor } from "./src/shared/levels";
import { raster } from "./src/shared/raster";
import { rects } from "./src/shared/rects";

const bands = (size, n) => ({ start: 10, step: size / n, bandwidth: size / n });
const axis = (n, size) => ({ labels: Array(n).fill(""), ...bands(size, n) });
const rgb = Uint8Array.from(
  { length: 3 * 256 },
  (_, i) => [i / 3, 255 - Math.floor(i / 3), 0][i % 3],
);

const plotOf = ({ nx, ny, width, height, inset, values, states, colors }) => ({
  area: { x: 10, y: 10, width, height },
  x: axis(nx, width),
  y: axis(ny, height),
  inset,
  color: {
    low: 0,
    high: 1,
    rgb: colors ? Uint8Array.from(colors) : rgb,
    stepped: false,
  },
  values: Float64Array.from(values, (v) => v ?? NaN),
  states: Uint8Array.from(states),
});

const asJson = (made) =>
  JSON.stringify({
    width: made.width,
    height: made.height,
    rgba: Array.from(made.rgba),
  });

globalThis.paint = (json) => {
  const given = JSON.parse(json);
  return asJson(raster(plotOf(given), given.scale));
};

// Views of one plot, one after the other: bands of x and y.
globalThis.paintViews = (json) => {
  const { views, ...given } = JSON.parse(json);
  const plot = plotOf(given);
  return `[${views.map(([x, y]) => asJson(raster(plot, given.scale, x, y))).join()}]`;
};

// The rectangles of a view.
globalThis.rectangles = (json) => {
  const { view, ...given } = JSON.parse(json);
  const plot = { ...plotOf(given), radius: [0, 0], text: null };
  return JSON.stringify(rects(plot, view.x, view.y).match(/<rect [^>]*>/g) ?? []);
};

globalThis.level = (json) => {
  const { perPixel, ...given } = JSON.parse(json);
  const level = levelFor(plotOf(given), perPixel);
  return JSON.stringify(
    level && {
      size: level.size,
      count: level.count,
      sum: Array.from(level.sum),
      weight: Array.from(level.weight),
      signs: level.signs.map((plane) => plane && Array.from(plane)),
    },
  );
};

// Elements of all typed arrays that a raster makes.
globalThis.allocated = (json) => {
  const given = JSON.parse(json);
  const size = given.nx * given.ny;
  const plot = plotOf({
    ...given,
    values: Array(size).fill(0.5),
    states: Array(size).fill(0),
  });
  let elements = 0;
  const names = [
    "Float64Array",
    "Float32Array",
    "Int32Array",
    "Uint32Array",
    "Uint16Array",
    "Uint8Array",
    "Uint8ClampedArray",
  ];
  const plain = names.map((name) => globalThis[name]);
  names.forEach((name, k) => {
    globalThis[name] = class extends plain[k] {
      constructor(...args) {
        super(...args);
        elements += this.length;
      }
    };
  });
  try {
    raster(plot, given.scale);
  } finally {
    names.forEach((name, k) => (globalThis[name] = plain[k]));
  }
  return JSON.stringify(elements);
};
