/** Figures that a core takes over, and what is said where it cannot. */
import { FIGURE } from "../shared/protocol";
import { html } from "./dom";

/** Marks figures that some copy of the core has taken over; not an attribute, so that a saved page starts anew. */
const TAKEN = Symbol.for("inspect-viz");

type Figure = HTMLElement & { [TAKEN]?: boolean };

/** The figures that no copy of the core has taken over. */
export const free = (): Figure[] => [...document.querySelectorAll<Figure>(`[${FIGURE}]`)].filter(isFree);

export const isFree = (root: Figure): boolean => !root[TAKEN];

export function take(root: Figure): void {
  root[TAKEN] = true;
}

const TOO_OLD = "This browser is too old to show the values behind this picture: it lacks DecompressionStream.";
const UNREAD = "The values behind this picture could not be read.";

const say = (root: HTMLElement, text: string): void =>
  root.append(html("p", { "data-part": "trouble", role: "note" }, text));

/** Does what needs blocks of a figure, and says at the figure where it cannot. */
export function attempt(root: HTMLElement, act: () => Promise<void>): void {
  if (!("DecompressionStream" in window)) return say(root, TOO_OLD);
  act().catch((error: unknown) => {
    say(root, UNREAD);
    console.error(error);
  });
}
