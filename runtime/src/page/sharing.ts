/** What a reader sees, kept in the address and copied for Python. */
import { FIGURE } from "../shared/protocol";
import { button } from "./dom";
import { Fragment, knownOf, textOf, type Told } from "./fragment";
import type { Selecting } from "./selecting";
import type { Views } from "./views";

export interface ShareActions {
  copy(text: string, said: string): void;
  say(text: string): void;
}

/** Pictures of a page are told apart by their number. */
function keyOf(root: Element): string {
  const all = [...document.querySelectorAll(`[${FIGURE}]`)];
  return `view${all.indexOf(root) || ""}`;
}

/** The argument of Python that draws this. */
const pythonOf = (told: Told): string => `state=${JSON.stringify(textOf(told))}`;

/** Keeps the address as the picture is; gives the button that copies it for Python. */
export function share(root: HTMLElement, views: Views, selecting: Selecting | null, act: ShareActions): HTMLElement {
  const told = (): Told => ({ state: views.state, selected: selecting?.selected ?? [] });
  if (Fragment.isOurs) follow(new Fragment(keyOf(root), knownOf(views.arranging)), views, selecting, told, act);
  return button("Copy view", () => act.copy(pythonOf(told()), "Copied the view, for sample_heatmap(..., state=...)"), {
    title: "Copy what is shown as an argument of sample_heatmap",
  });
}

function follow(
  fragment: Fragment,
  views: Views,
  selecting: Selecting | null,
  told: () => Told,
  act: ShareActions,
): void {
  let isReading = false;
  const write = (): void => {
    if (!isReading && !fragment.write(told()))
      act.say("This view is too long for the address; Copy view has all of it");
  };
  const read = (): void => {
    const found = fragment.read();
    if (found === "other") return act.say("The address holds the view of another picture, which is not shown");
    isReading = true;
    if (found) {
      views.show(found.state, "Shown as the address says");
      if (found.selected.length) selecting?.choose(found.selected, "as the address says", "replace");
    } else if (Object.keys(views.state).length) views.show({}, "As drawn");
    isReading = false;
  };
  views.watch(write);
  selecting?.watch(write);
  window.addEventListener("hashchange", read);
  read();
}
