import { tickTexts, standing } from "./src/plot/legend/ticks.ts";
import { drawnValues, entriesOf, noteOf } from "./src/plot/legend/values.ts";
import { percent } from "./src/shared/format.ts";
import { textWidth } from "./src/plot/text.ts";
import { format } from "d3-format";

globalThis.ticksOracle = (json) => {
  const { domain, width, type, specifier } = JSON.parse(json);
  const scale = { type, domain, base: 10, constant: 1, exponent: 2 };
  const ticks = tickTexts(scale, domain, width, specifier ? format(specifier) : null);
  return JSON.stringify(ticks.map((tick) => ({ ...tick, ...standing(tick, width), size: textWidth(tick.text, 10) })));
};

globalThis.valuesOracle = (json) => {
  const { values, scored } = JSON.parse(json);
  const found = drawnValues([{ values: Float64Array.from(values, (v) => v ?? NaN), scored }]);
  if (!found) return "null";
  const entries = found.few && entriesOf(found, null).map(({ text }) => text);
  return JSON.stringify({ ...found, entries, note: noteOf(found, [found.low, found.high], false, null) });
};

globalThis.shareOracle = (json) => JSON.stringify(percent(...JSON.parse(json)));
