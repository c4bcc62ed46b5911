// The raster of cells by itself: pixels of small plots.
import { raster } from "./src/shared/raster";

globalThis.paint = (json) => {
  const { nx, ny, width, height, scale, inset, values, states } =
    JSON.parse(json);
  const axis = (n, size) => ({
    labels: Array(n).fill(""),
    start: 10,
    step: size / n,
    bandwidth: size / n,
  });
  const rgb = Uint8Array.from(
    { length: 3 * 256 },
    (_, i) => [i / 3, 255 - Math.floor(i / 3), 0][i % 3],
  );
  const made = raster(
    {
      area: { x: 10, y: 10, width, height },
      x: axis(nx, width),
      y: axis(ny, height),
      inset,
      color: { low: 0, high: 1, rgb, stepped: false },
      values: Float64Array.from(values, (v) => v ?? NaN),
      states: Uint8Array.from(states),
    },
    scale,
  );
  return JSON.stringify({
    width: made.width,
    height: made.height,
    rgba: Array.from(made.rgba),
  });
};
