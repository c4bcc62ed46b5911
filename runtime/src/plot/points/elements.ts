/** The elements that Plot has drawn for a mark. */

const UNSEEN = /^(defs|pattern|marker|clipPath|title|style)$/;

/** What is drawn in a group, or in the only group within it, as clipped marks have. */
export function elementsOf(group: Element): Element[] {
  const drawn = Array.from(group.children).filter(({ localName }) => !UNSEEN.test(localName));
  return drawn.length === 1 && drawn[0].localName === "g" ? elementsOf(drawn[0]) : drawn;
}

/** What is drawn inside a link or a group, or the element itself. */
export function drawnIn(element: Element): Element {
  const [only] = element.children;
  return only && /^[ag]$/.test(element.localName) ? drawnIn(only) : element;
}

/** An attribute of the element, or of the nearest one around it that has it. */
export function inherited(element: Element, name: string): string | null {
  for (let e: Element | null = element; e; e = e.parentElement) {
    const value = e.getAttribute(name);
    if (value !== null) return value;
  }
  return null;
}
