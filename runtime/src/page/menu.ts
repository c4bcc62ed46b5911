/** A menu in the row of tools, which closes when the reader goes elsewhere. */
import type { PartName } from "../shared/protocol";
import { html, on } from "./dom";
import { hear } from "./hearing";

/** A menu of this part, name and title; `content` stands below the name. */
export function menuOf(part: PartName, name: string, title: string, content: HTMLElement): HTMLDetailsElement {
  const head = html("summary", { title }, name);
  const menu = html("details", { "data-part": part }, head, content);
  const isElse = (target: EventTarget | null): boolean => target !== null && !menu.contains(target as Node);
  on(menu, "focusout", ({ relatedTarget }) => isElse(relatedTarget) && (menu.open = false));
  let deafen: (() => void) | null = null;
  on(menu, "toggle", () => {
    deafen?.();
    deafen = menu.open ? hear(menu, "pointerdown", ({ target }) => isElse(target) && (menu.open = false)) : null;
  });
  on(menu, "keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    close(menu);
  });
  return menu;
}

/** Closes a menu; keys go on at its name. */
export function close(menu: HTMLDetailsElement): void {
  menu.open = false;
  menu.querySelector("summary")!.focus();
}
