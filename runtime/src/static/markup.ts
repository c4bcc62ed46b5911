/** Markup that goes from a paint to the file as it is: parsing thousands of elements to write them again is slow. */

const kept = new WeakMap<Element, string>();

/** Svg elements of this document keep what is given as `innerHTML` instead of parsing it. */
export function keepMarkup(document: Document): void {
  const prototype = Object.getPrototypeOf(document.createElementNS("http://www.w3.org/2000/svg", "g")) as object;
  Object.defineProperty(prototype, "innerHTML", {
    configurable: true,
    get(this: Element) {
      return markupOf(this);
    },
    set(this: Element, markup: string) {
      this.replaceChildren();
      kept.set(this, markup);
    },
  });
}

/** What an element was given as `innerHTML`. */
export const markupOf = (element: Element): string => kept.get(element) ?? "";

const ordered = new WeakSet<Node>();

/** The document, remembering what it made: linkedom lists attributes from last to first, our own elements do not. */
export const remembering = (document: Document): Document =>
  Object.create(document, {
    createElementNS: {
      value: (space: string, name: string) => {
        const element = document.createElementNS(space, name);
        ordered.add(element);
        return element;
      },
    },
    createTextNode: { value: (text: string) => document.createTextNode(text) },
  }) as Document;

/** The attributes of an element as they are written: for our own ones in the order in which they were set. */
export function attributesOf(element: Element): Attr[] {
  const listed = Array.from(element.attributes);
  return ordered.has(element) ? listed.reverse() : listed;
}
