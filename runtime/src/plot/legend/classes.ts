/** Colours of classes: of names, and of stretches of numbers. */
import { brief, px } from "../../shared/format";
import { asPart } from "../../shared/protocol";
import type { LegendNotes } from "../../shared/sidecar";
import { oneLine } from "../../shared/ticks";
import type { Drawing, Make } from "../../shared/elements";
import { textOf } from "../points/texts";
import type { PlotScale } from "../scale";
import { textWidth } from "../text";
import { flow, FONT, heading, labelled, line, SWATCH, text, type Entry } from "./parts";
import { asOption, type Chosen } from "./selecting";
import { RAMP_HEIGHT, RAMP_WIDTH } from "./ramp";
import { stepsOf } from "./steps";
import { tickText, type NumberFormat } from "./ticks";

/** What a category is called. */
export const nameOf = (value: unknown): string => (value instanceof Date ? textOf(value) : String(value));

function swatch(make: Make, color: string, label: string): Entry {
  return labelled(make, make("rect", { width: SWATCH, height: SWATCH, fill: color }), SWATCH, label);
}

export function swatches(
  make: Make,
  scale: PlotScale,
  label: string | null,
  options: LegendNotes,
  room: number,
  chosen: Chosen | null,
): Drawing {
  const one = (value: unknown): Entry => swatch(make, scale.apply(value), oneLine(nameOf(value)));
  return entries(make, scale.domain, one, label, options, room, chosen);
}

/** The entries of a scale of names below its label; those of a legend that selects answer. */
export function entries(
  make: Make,
  domain: readonly unknown[],
  entryOf: (value: unknown) => Entry,
  label: string | null,
  options: LegendNotes,
  room: number,
  chosen: Chosen | null,
): Drawing {
  const made = domain.map(entryOf);
  const drawn = flow(make, made, options.width ?? room, options.columns);
  if (chosen)
    drawn.nodes.forEach((node, i) => {
      const box = { x: -2, y: -3, width: px(made[i].width + 4), height: SWATCH + 6 };
      const hit = make("rect", { ...box, fill: "none", "pointer-events": "all" });
      asOption(node as Element, hit, i, chosen.isShown(domain[i]));
    });
  const top = label ? FONT + 6 : 0;
  const head = label ? [text(make, 0, FONT - 1, oneLine(label), { "font-weight": 600 })] : [];
  return {
    nodes: [...head, make("g", { transform: `translate(0,${top})` }, ...drawn.nodes)],
    width: Math.max(drawn.width, label ? textWidth(label, FONT, 700) : 0),
    height: top + drawn.height,
  };
}

/** Classes side by side, their edges labelled. */
export function classes(
  make: Make,
  scale: PlotScale,
  label: string | null,
  options: LegendNotes,
  format: NumberFormat,
  chosen: Chosen | null = null,
): Drawing {
  const colors = scale.range ?? [];
  const width = Math.round(options.width ?? RAMP_WIDTH);
  const height = options.height ?? RAMP_HEIGHT;
  const each = width / Math.max(1, colors.length);
  const top = label ? FONT + 4 : 0;
  const steps = chosen ? stepsOf(scale) : [];
  const blocks = colors.map((fill, i) => {
    const block = { x: px(i * each), y: px(top), width: px(each), height: px(height) };
    const drawn = make("rect", { ...block, fill });
    if (!chosen || !steps[i]) return drawn;
    const entry = make("g", {}, drawn);
    asOption(
      entry,
      make("rect", { ...block, fill: "none", "pointer-events": "all" }),
      i,
      chosen.isShown(steps[i].value),
    );
    return entry;
  });
  const edges = scale.domain.flatMap((value, i) => {
    const mark = { at: (i + 1) / colors.length, text: (format ?? brief)(Number(value)) };
    const tick = line(make, `M${px(mark.at * width)} ${px(top)}v${px(height + 4)}`);
    return [tick, tickText(make, mark, width, top + height + 4 + FONT)];
  });
  const head = label ? [heading(make, label, width, FONT - 1)] : [];
  const ramp = make("g", { ...asPart("legend-ramp"), "shape-rendering": "crispEdges" }, ...blocks);
  return { nodes: [...head, ramp, ...edges], width, height: top + height + 4 + FONT + 3 };
}
