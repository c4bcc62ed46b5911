/** The element with the focus, as its tree sees it: notebooks put pictures into trees of their own. */
export const focused = (beside: Element): Element | null =>
  (beside.getRootNode() as Document | ShadowRoot).activeElement ?? null;
