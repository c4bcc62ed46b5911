/** What readers are told where a picture cannot follow them: at the plot itself, or below the picture. */
import { html, part } from "../page/dom";
import type { Box } from "../shared/payload";
import { asPart } from "../shared/protocol";
import { oneLine } from "../shared/ticks";

const messageOf = (error: unknown): string => oneLine(error instanceof Error ? error.message : String(error));

/** The sentence of an error; a database tells more below it. */
const sentenceOf = (error: unknown): string => messageOf(error).split(/ LINE \d+:| Did you mean/)[0];

/** Notes over plots whose answers failed, by the number of the plot. */
export class Failures {
  readonly #notes = new Map<number, HTMLElement>();

  constructor(private readonly svg: SVGSVGElement) {}

  /** Says at a plot what went wrong; the drawing of before stays. */
  show(at: number, box: Box, error: unknown): void {
    this.clear(at);
    const note = html("p", { ...asPart("failed"), role: "alert" }, `Not drawn anew: ${sentenceOf(error)}`);
    const [picture, around] = [this.svg.getBoundingClientRect(), this.svg.parentElement!.getBoundingClientRect()];
    const scale = picture.width / this.svg.viewBox.baseVal.width || 1;
    note.style.left = `${picture.left - around.left + (box.x + 8) * scale}px`;
    note.style.top = `${picture.top - around.top + (box.y + 8) * scale}px`;
    note.style.maxWidth = `${(box.width - 16) * scale}px`;
    this.svg.after(note);
    this.#notes.set(at, note);
  }

  /** The plot was drawn again. */
  clear(at: number): void {
    this.#notes.get(at)?.remove();
    this.#notes.delete(at);
  }
}

/** Says once below the picture that it stays as it is. */
export function tellStill(root: HTMLElement, error: unknown): void {
  if (part(root, "still")) return;
  const text = `This picture stays as it is: ${messageOf(error)}`;
  root.append(html("p", { ...asPart("still"), role: "status" }, text));
}
