/** What is drawn over a picture besides its plots, and follows their zoom. */
const layers = new WeakMap<Element, (() => void)[]>();

/** Draws what lies over the picture anew whenever a plot of it has moved. */
export function onMove(root: Element, draw: () => void): void {
  layers.set(root, [...(layers.get(root) ?? []), draw]);
}

export const moved = (root: Element): void => layers.get(root)?.forEach((draw) => draw());
