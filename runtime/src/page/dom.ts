/** Elements made by the core. Text from data only ever becomes text nodes. */

import { part as attribute, type PartName } from "../shared/protocol";

const SVG_SPACE = "http://www.w3.org/2000/svg";

export type Attributes = Record<string, string | number> & { "data-part"?: PartName };
type Child = Node | string;

export function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** An HTML element with attributes and children; strings become text. */
export function html<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  set(element, attributes);
  element.append(...children);
  return element;
}

/** An SVG element with attributes and children. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG_SPACE, tag);
  set(element, attributes);
  element.append(...children);
  return element;
}

/** Listens to an event. */
export function on<K extends keyof HTMLElementEventMap>(
  target: EventTarget,
  name: K,
  act: (event: HTMLElementEventMap[K]) => void,
  options?: AddEventListenerOptions,
): void {
  target.addEventListener(name, act as EventListener, options);
}

export function button(content: Child, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = html("button", { type: "button", ...attributes }, content);
  on(element, "click", act);
  return element;
}

/** The part of a figure with this name. */
export const part = <E extends Element>(root: ParentNode, name: PartName): E | null =>
  root.querySelector<E>(`[${attribute(name)}]`);

export const parts = (root: ParentNode, name: PartName): Element[] => [
  ...root.querySelectorAll(`[${attribute(name)}]`),
];

/** An id that no element of the document has yet; several copies of the core may run in one page. */
export function freeId(stem: string): string {
  let n = 1;
  while (document.getElementById(`${stem}-${n}`)) n++;
  return `${stem}-${n}`;
}

/** Gives the file to the reader; no request leaves the page. */
export function download(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  html("a", { href: url, download: name }).click();
  requestAnimationFrame(() => URL.revokeObjectURL(url));
}

/** Runs `task` when the page has nothing more urgent to do. */
export function whenIdle(task: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(task);
  else queueMicrotask(task);
}
