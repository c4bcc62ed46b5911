// Tiles as Mosaic's own mark asks for them, and ours: questions out, the grid of what was answered.
import "./src/static/shims.ts";
import { coordinator } from "@uwdata/mosaic-core";
import { RasterTileMark } from "@uwdata/mosaic-plot";
import { TileMark } from "./src/plot/tiles.ts";

function prepared(mark, { domain, type = "linear", reverse = false }) {
  const attributes = { xDomain: domain[0], yDomain: domain[1], xScale: type, xReverse: reverse };
  mark.plot = {
    getAttribute: (name) => attributes[name],
    setAttribute: (name, value) => void (attributes[name] = value),
  };
  for (const channel of mark.channels) Object.assign(channel, { type: "number" });
  return mark;
}

function made(Kind, { origin, bins: [width, height], pad, ...wanted }) {
  return prepared(new Kind({ table: "t", options: {} }, { x: "x", y: "y", origin, width, height, pad }), wanted);
}

let waiting = [];
let grid = null;

globalThis.ours = (json) => JSON.stringify(`${made(TileMark, JSON.parse(json)).query([])}`);

globalThis.ask = (json) => {
  waiting = [];
  const asked = [];
  const query = (sql) => (asked.push(`${sql}`), new Promise((resolve) => waiting.push(resolve)));
  coordinator({ query, prefetch: () => null, cancel: () => null });
  const mark = made(RasterTileMark, JSON.parse(json));
  mark.convolve = () => ({ update: () => (grid = Array.from(mark.grids0.columns.density[0])) });
  mark.requestTiles();
  return JSON.stringify(asked);
};

globalThis.answer = (json) => {
  JSON.parse(json).forEach((columns, i) =>
    waiting[i]({ numRows: columns.index.length, getChild: (name) => ({ toArray: () => columns[name] }) }),
  );
  return "null";
};

globalThis.grid = () => JSON.stringify(grid);
