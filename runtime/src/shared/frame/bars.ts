/** What a frame knows of the bars beside its bands. */
import { said, type Attribute, type Attributed } from "../attributes";
import { barsOf } from "../margins/bars";
import type { Frame } from "./frame";

/** The frame with room for bars. */
export function withBars<F extends Frame | null>(frame: F, { attributes = [], bars = [] }: Attributed): F {
  if (!frame || !bars.length) return frame;
  const of = (which: Attribute["of"]): Attribute[] => barsOf({ attributes, bars }).filter((own) => own.of === which);
  const barNames = of("samples").map(({ name }) => said(name));
  return { ...frame, bars: { samples: of("samples").length, models: of("models").length }, barNames };
}

/** How the models stand, as their heading says it: where groups or bars take its place the footer does. */
export const headOf = ({ groups, bars, best }: Frame): string => (groups.samples || bars?.samples ? "" : best);
