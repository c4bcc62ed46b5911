/** The tray below the tools: what is selected, and what can be taken along. */
import { count, counted } from "../shared/format";
import type { CellPlot } from "../shared/payload";
import { button, html } from "./dom";
import { selectMenu, selections, type Selection } from "./select";

export interface TrayActions {
  /** Copies a text, and says so. */
  copy(text: string, said: string): void;
  say(text: string): void;
}

export interface Tray {
  menu: HTMLElement;
  element: HTMLElement;
}

/** Menu and tray of a plot of samples and models; null where there is nothing to select. */
export function tray(plot: CellPlot, act: TrayActions): Tray | null {
  const found = selections(plot);
  if (!found.length) return null;
  let ids: readonly string[] = [];
  const said = html("span");
  const menu = selectMenu(found, (selection) => select(selection));
  const copy = button("Copy ids", () => act.copy(ids.join("\n"), `Copied ${counted(ids.length, "id")}`), {
    title: "Copy the ids, one a line",
  });
  const clear = button("Clear", () => {
    element.hidden = true;
    ids = [];
    act.say("Nothing is selected");
    menu.querySelector("summary")!.focus();
  });
  const element = html(
    "div",
    { role: "group", "aria-label": "Selected samples", "data-part": "tray" },
    said,
    copy,
    clear,
  );
  element.hidden = true;
  const select = ({ name, ids: chosen }: Selection): void => {
    ids = chosen;
    said.textContent = `${counted(ids.length, "sample")} selected: ${name}`;
    element.hidden = false;
    act.say(`Selected ${count(ids.length)}`);
  };
  return { menu, element };
}
