/** The row of tools above a picture. */
import { button, html, set, svg } from "./dom";

const ICONS = {
  copy: "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z",
  in: "M8 3.5v9M3.5 8h9",
  out: "M3.5 8h9",
  reset: "M2.5 6v-3.5h3.5M10 2.5h3.5v3.5M13.5 10v3.5h-3.5M6 13.5h-3.5v-3.5",
} as const;

const icon = (d: string): SVGElement =>
  svg(
    "svg",
    {
      viewBox: "0 0 16 16",
      width: 16,
      height: 16,
      "aria-hidden": "true",
      fill: "none",
      stroke: "currentColor",
      "stroke-width": 1.5,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    },
    svg("path", { d }),
  );

export interface ToolActions {
  copy(): void;
  zoom(factor: number | null): void;
  svg(): void;
  png(): void;
  table(): boolean;
}

const iconButton = (label: string, d: string, act: () => void): HTMLButtonElement =>
  button(icon(d), act, { title: label, "aria-label": label });

export interface Tools {
  element: HTMLElement;
  /** Enables what makes sense now. */
  update(isZoomed: boolean): void;
}

/** `name` is what can be copied, e.g. "sample id". */
export function tools(find: HTMLElement, status: HTMLElement, name: string, act: ToolActions): Tools {
  const out = iconButton("Zoom out (\u2212)", ICONS.out, () => act.zoom(0.5));
  const reset = iconButton("Show all (0)", ICONS.reset, () => act.zoom(null));
  const table = button("Table", () => set(table, { "aria-expanded": String(act.table()) }), {
    title: "Show the values as a table",
    "aria-expanded": "false",
  });
  const group = html(
    "span",
    { role: "group", "aria-label": "Picture tools" },
    iconButton(`Copy the ${name} (c)`, ICONS.copy, act.copy),
    iconButton("Zoom in (+)", ICONS.in, () => act.zoom(2)),
    out,
    reset,
    button("SVG", act.svg, { title: "Save as SVG" }),
    button("PNG", act.png, { title: "Save as PNG" }),
    table,
  );
  const update = (isZoomed: boolean): void => {
    for (const b of [out, reset]) set(b, { "aria-disabled": String(!isZoomed) });
  };
  update(false);
  return { element: html("div", { "data-part": "tools" }, status, find, group), update };
}
