// Planes packed and unpacked: the bytes, and whether the same planes come back.
import "./src/static/globals";
import { pack, unpack } from "./src/shared/pack";

const TYPES = {
  f64: Float64Array,
  u32: Uint32Array,
  u16: Uint16Array,
  u8: Uint8Array,
};

const numberOf = (v) => (v === "nan" ? NaN : v === "-0" ? -0 : v);

const same = (a, b) =>
  a.constructor === b.constructor &&
  a.length === b.length &&
  a.every((v, i) => Object.is(v, b[i]));

globalThis.roundTrip = (json) => {
  const planes = JSON.parse(json).map(({ kind, numbers, repeat }) =>
    TYPES[kind].from(Array(repeat).fill(numbers).flat(), numberOf),
  );
  const bytes = pack({ planes, text: "\u00e9" });
  const back = unpack(bytes);
  return JSON.stringify({
    bytes: Array.from(bytes),
    same: back.text === "\u00e9" && planes.every((p, i) => same(p, back.planes[i])),
  });
};
