/** Takes over the pictures of a page. May run several times in one page, as notebooks do. */
import { bytesOf } from "./bytes";
import { part } from "./dom";
import { Figure } from "./figure";
import { clear, setReady } from "./ready";
import { attempt, free, take } from "./taken";
import { readPayload } from "./unpacked";

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

async function revive(root: HTMLElement): Promise<void> {
  const payload = await readPayload(root);
  const figure = new Figure(root, pictureOf(root), payload);
  setReady(root);
  figure.complete();
}

function start(root: HTMLElement): void {
  take(root);
  clear(root);
  if (part(root, "matrix")) return attempt(root, () => revive(root));
  pictureOf(root);
  setReady(root);
}

const startAll = (): void => free().forEach(start);

startAll();
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startAll, { once: true });
