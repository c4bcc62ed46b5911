/** The key of states follows the zoom: its samples are shown as those of the cells are. */
import { STATE_NAMES, type StateName } from "../shared/payload";
import { stateSample, type SignForm } from "../shared/sample";
import { part } from "./dom";

/** Shows what is said of pixels that are means of cells while there are any. */
export function showBlend(root: SVGSVGElement, isBlended: boolean): void {
  part(root, "legend-blend")?.setAttribute("display", isBlended ? "inline" : "none");
}

/** Redraws the samples of a picture's key; where several plots have keys they stay as they are. */
export function showForm(root: SVGSVGElement, form: SignForm | null): void {
  if (form === null || root.querySelectorAll("[data-plot]").length !== 1) return;
  for (const entry of part(root, "legend-key")?.querySelectorAll<SVGElement>("[data-state]") ?? [])
    entry.firstElementChild!.innerHTML = stateSample(STATE_NAMES.indexOf(entry.dataset["state"] as StateName), form);
}
