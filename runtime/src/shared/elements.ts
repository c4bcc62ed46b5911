/** Elements of a picture, made by the document of the world that it is drawn in. */

const SVG = "http://www.w3.org/2000/svg";

export type Attributes = Record<string, string | number | undefined>;

/** An svg element with attributes (undefined ones are left out) and children; texts become text nodes. */
export type Make = (name: string, attributes?: Attributes, ...children: (Node | string)[]) => SVGElement;

export const maker =
  (document: Document): Make =>
  (name, attributes = {}, ...children) => {
    const element = document.createElementNS(SVG, name) as SVGElement;
    for (const [key, value] of Object.entries(attributes))
      if (value !== undefined) element.setAttribute(key, String(value));
    for (const child of children)
      element.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
    return element;
  };

/** Something drawn from (0, 0) on, and its size in user units. */
export interface Drawing {
  nodes: Node[];
  width: number;
  height: number;
}

/** What draws: elements, and the width of one line of text in user units. */
export interface Pen {
  make: Make;
  width(text: string, size: number, weight?: number): number;
}
