/** A drawing hears that the pointer leaves it, also one that took the place of another under the pointer. */
import { on } from "../../page/dom";

interface Drawn {
  readonly drawnSvg: SVGSVGElement;
}

/** `svg` holds the plots as long as the picture lives. */
export function tellLeaving(svg: SVGSVGElement, plots: readonly Drawn[]): void {
  let inside: Drawn | null = null;
  const move = (target: EventTarget | null): void => {
    const now = plots.find(({ drawnSvg }) => drawnSvg.contains(target as Node | null)) ?? null;
    if (now !== inside) inside?.drawnSvg.dispatchEvent(new PointerEvent("pointerleave"));
    inside = now;
  };
  on(svg, "pointermove", ({ target, isTrusted }) => isTrusted && move(target), { capture: true });
  on(
    svg,
    "pointerleave",
    ({ target }) => {
      if (target === inside?.drawnSvg) inside = null;
      else if (target === svg) move(null);
    },
    { capture: true },
  );
}
