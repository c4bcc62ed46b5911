/** Takes over the pictures of a page. May run several times in one page, as notebooks do. */
import { html, part } from "./dom";
import { FIGURE, READY } from "../shared/protocol";
import { Figure, setReady } from "./figure";
import { loadLater } from "./second";
import { bytesOf, readPayload } from "./unpacked";

/** Marks figures that some copy of the core has taken over; not an attribute, so that a saved page starts anew. */
const TAKEN = Symbol.for("inspect-viz");

type Taken = HTMLElement & { [TAKEN]?: boolean };

/** What an earlier life of a saved page has left. */
function clear(root: HTMLElement): void {
  root.removeAttribute(READY);
  for (const name of ["tools", "tip", "speech", "tables", "problem-list", "signs", "trouble"] as const)
    part(root, name)?.remove();
}

/** The inline picture of a figure; the one that a notebook shows as an image is put in its place. */
function pictureOf(root: HTMLElement): SVGSVGElement {
  const image = part<HTMLImageElement>(root, "picture");
  const inline = root.querySelector<SVGSVGElement>(":scope > svg");
  if (!image) return inline!;
  const text = new TextDecoder().decode(bytesOf(image.src.split(",")[1]));
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
  const picture = document.importNode(parsed.documentElement, true) as unknown as SVGSVGElement;
  image.replaceWith(picture);
  return picture;
}

function sayTrouble(root: HTMLElement, text: string): void {
  root.append(html("p", { "data-part": "trouble", role: "note" }, text));
}

async function take(root: HTMLElement): Promise<void> {
  clear(root);
  if (!part(root, "matrix")) {
    pictureOf(root);
    setReady(root);
    return;
  }
  if (!("DecompressionStream" in window)) {
    sayTrouble(root, "This browser is too old to show the values behind this picture: it lacks DecompressionStream.");
    return;
  }
  const [payload] = await Promise.all([readPayload(root), loadLater(root)]);
  const figure = new Figure(root, pictureOf(root), payload);
  setReady(root);
  figure.complete();
}

function takeAll(): void {
  for (const root of document.querySelectorAll<Taken>(`[${FIGURE}]`)) {
    if (root[TAKEN]) continue;
    root[TAKEN] = true;
    take(root).catch((error: unknown) => {
      sayTrouble(root, "The values behind this picture could not be read.");
      console.error(error);
    });
  }
}

takeAll();
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", takeAll, { once: true });
