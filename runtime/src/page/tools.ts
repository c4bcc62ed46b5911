/** The row of tools above a picture. */
import { html, svg, type Attributes } from "./dom";

const ICONS = {
  copy: "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z",
  in: "M8 3.5v9M3.5 8h9",
  out: "M3.5 8h9",
  reset: "M2.5 6v-3.5h3.5M10 2.5h3.5v3.5M13.5 10v3.5h-3.5M6 13.5h-3.5v-3.5",
} as const;

const icon = (d: string): SVGElement =>
  svg("svg", { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true", fill: "none", stroke: "currentColor", "stroke-width": 1.5, "stroke-linecap": "round", "stroke-linejoin": "round" }, svg("path", { d }));

export interface ToolActions {
  copy(): void;
  zoom(factor: number | null): void;
  svg(): void;
  png(): void;
  table(): boolean;
}

function button(label: string, content: Node | string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = html("button", { type: "button", title: label, ...(typeof content === "string" ? {} : { "aria-label": label }), ...attributes }, content);
  element.addEventListener("click", act);
  return element;
}

export interface Tools {
  element: HTMLElement;
  /** Enables what makes sense now. */
  update(canCopy: boolean, isZoomed: boolean): void;
}

export function tools(find: HTMLElement, status: HTMLElement, act: ToolActions): Tools {
  const copy = button("Copy the sample id (c)", icon(ICONS.copy), act.copy);
  const out = button("Zoom out (\u2212)", icon(ICONS.out), () => act.zoom(0.5));
  const reset = button("Show all (0)", icon(ICONS.reset), () => act.zoom(null));
  const table = button("Show the values as a table", "Table", () => table.setAttribute("aria-expanded", String(act.table())), { "aria-expanded": "false" });
  const group = html("span", { role: "group", "aria-label": "Picture tools" },
    copy, button("Zoom in (+)", icon(ICONS.in), () => act.zoom(2)), out, reset,
    button("Save as SVG", "SVG", act.svg), button("Save as PNG", "PNG", act.png), table);
  const update = (canCopy: boolean, isZoomed: boolean): void => {
    copy.setAttribute("aria-disabled", String(!canCopy));
    for (const b of [out, reset]) b.setAttribute("aria-disabled", String(!isZoomed));
  };
  update(false, false);
  return { element: html("div", { "data-part": "tools" }, status, find, group), update };
}
