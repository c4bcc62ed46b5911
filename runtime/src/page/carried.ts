/** What a page carries because its maker asked for it. */
import type { Payload } from "../shared/payload";
import { asPart } from "../shared/protocol";
import { oneLine } from "../shared/ticks";
import { html } from "./dom";

/** "This page carries: error, target of each sample." */
export function carriedNote({ plots }: Payload): HTMLElement[] {
  const names = plots.flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === "cells" && mark.details) || []));
  const told = [...new Set(names)].map(oneLine).join(", ");
  return told ? [html("p", asPart("carried"), `This page carries: ${told} of each sample.`)] : [];
}
