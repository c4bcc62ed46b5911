/** Elements of a page for the inputs of a picture: real controls of the browser, in the look of the core's tools. */
import type { Control } from "../../plot/index";
import { html, set } from "../../page/dom";

export interface Widget {
  element: HTMLElement;
  /** Shows what is offered and chosen now. */
  update(): void;
}

/** Shows options once, and again where they have changed. */
export function onNew<T>(read: () => T, show: (value: T) => void): () => void {
  let before: T | undefined;
  return () => {
    const now = read();
    if (now !== before) show(now);
    before = now;
  };
}

/** What a control is called, for readers who do not see its label. */
export const nameOf = ({ label, kind }: Control): string =>
  label ?? { menu: "Choose", search: "Search", slider: "Value", legend: "Legend" }[kind as string] ?? "Choose";

/** The texts of options, one a label with its box or button. */
export function labelled(input: HTMLInputElement, text: string): HTMLLabelElement {
  return html("label", {}, input, html("span", {}, text));
}

/** Mosaic hears that a choice may come. */
export function nearing(element: HTMLElement, control: Control): void {
  element.addEventListener("pointerenter", (event) => event.buttons || control.activate());
  element.addEventListener("focusin", () => control.activate());
}

export const named = <E extends HTMLElement>(element: E, control: Control): E => {
  set(element, { "aria-label": nameOf(control) });
  return element;
};
