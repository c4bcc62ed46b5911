/** The picture as it is now, as a file. */
import type { Payload } from "../shared/payload";
import { HIT, part } from "../shared/protocol";
import { html, part as found, set, svg } from "./dom";

const PNG_SCALE = 2;

/** Told at a living picture before it is saved: elements over it show what is not drawn in it. */
export const SAVING = "inspect-viz:saving";

/** A file name from the title. */
export function fileName(payload: Payload, ending: string): string {
  const stem = payload.title
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .toLowerCase();
  return `${stem || "heatmap"}.${ending}`;
}

/** Pixels drawn by the core become images, so that the file stands alone. */
function embedPixels(copy: SVGSVGElement, original: SVGSVGElement): void {
  const canvases = original.querySelectorAll("canvas");
  copy.querySelectorAll("foreignObject").forEach((object, k) => {
    const box = Object.fromEntries(["x", "y", "width", "height"].map((name) => [name, object.getAttribute(name)!]));
    object.replaceWith(
      svg("image", {
        ...box,
        href: canvases[k].toDataURL(),
        "image-rendering": "pixelated",
        preserveAspectRatio: "none",
      }),
    );
  });
}

/** The text of an svg file. */
export function svgText(original: SVGSVGElement, { width, height }: Payload): string {
  if (LIVING) original.dispatchEvent(new Event(SAVING));
  const copy = original.cloneNode(true) as SVGSVGElement;
  embedPixels(copy, original);
  for (const made of copy.querySelectorAll(
    `:is([${part("signs")}], [${part("selected")}], [${part("handles")}], [data-listed], [${part(HIT)}])`,
  ))
    made.remove();
  if (LIVING)
    for (const input of copy.querySelectorAll(`[${part("input")}]`)) {
      input.removeAttribute("aria-hidden");
      input.querySelectorAll("[visibility]").forEach((control) => control.removeAttribute("visibility"));
    }
  found(copy, "problems")?.removeAttribute("visibility");
  found(copy, "remarks")?.removeAttribute("style");
  set(copy, { width, height, viewBox: `0 0 ${width} ${height}`, role: "img" });
  return new XMLSerializer().serializeToString(copy);
}

export const svgBlob = (original: SVGSVGElement, payload: Payload): Blob =>
  new Blob([svgText(original, payload)], { type: "image/svg+xml" });

/** The picture as PNG, with two pixels for each user unit. */
export async function pngBlob(original: SVGSVGElement, payload: Payload): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(original, payload))}`;
  await image.decode();
  const canvas = html("canvas", { width: payload.width * PNG_SCALE, height: payload.height * PNG_SCALE });
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no PNG"))), "image/png"),
  );
}
