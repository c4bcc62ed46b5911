import { commons, saidOf } from "./src/shared/common.ts";
import { textWidth } from "./src/plot/text.ts";
import { kept, looks, textsOf } from "./src/shared/labels.ts";

const MEASURES = { letters: (text) => [...text].length, font: (text) => textWidth(text, 10) };

globalThis.labelsOracle = (json) => {
  const { labels, bands, cut, measure } = JSON.parse(json);
  const texts = textsOf(labels, bands, cut, MEASURES[measure]);
  return JSON.stringify({ texts, looks: texts.map(looks), widths: texts.map(MEASURES[measure]) });
};

globalThis.commonsOracle = (json) => {
  const labels = JSON.parse(json);
  return JSON.stringify(
    commons(labels).map((common) => ({
      ...common,
      kept: labels.map((label) => kept(label, common)),
      said: saidOf(labels, common),
    })),
  );
};
