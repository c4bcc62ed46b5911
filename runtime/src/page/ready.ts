/** The sign of a figure that answers, and a figure as it was before. */
import { READY, READY_EVENT } from "../shared/protocol";
import { parts, set } from "./dom";

/** What an earlier life of a saved page has left. */
export function clear(root: HTMLElement): void {
  root.removeAttribute(READY);
  for (const name of [
    "tools",
    "tip",
    "speech",
    "tables",
    "problem-list",
    "carried",
    "suspect-list",
    "signs",
    "trouble",
    "dock",
    "selected",
    "handles",
  ] as const)
    parts(root, name).forEach((element) => element.remove());
}

export const setReady = (root: HTMLElement): void => {
  set(root, { [READY]: "" });
  root.dispatchEvent(new CustomEvent(READY_EVENT, { bubbles: true }));
};
