/** What a browser has and a bare V8 lacks. Timers and frames run when the host pumps; no clock. */
import "./globals";
import { parseHTML } from "linkedom";
import { paintable } from "./canvas";
import { completed } from "./elements";
import { keepMarkup } from "./markup";

type Task = () => void;

const tasks: { id: number; run: Task }[] = [];
let nextTask = 0;

const later = (run: Task): number => {
  tasks.push({ id: ++nextTask, run });
  return nextTask;
};

const cancel = (id: number): void => {
  const at = tasks.findIndex((task) => task.id === id);
  if (at >= 0) tasks.splice(at, 1);
};

/** Runs what was due; returns whether anything ran. */
export function runTasks(): boolean {
  const due = tasks.splice(0);
  for (const task of due) task.run();
  return due.length > 0;
}

export const clearTasks = (): void => void tasks.splice(0);

const world = globalThis as unknown as Record<string, unknown>;

/** Svg elements have names in lower case, by which Mosaic tells style sheets from marks. */
function lowerNames(document: Document): void {
  const element = document.createElementNS("http://www.w3.org/2000/svg", "g");
  Object.defineProperty(Object.getPrototypeOf(element), "nodeName", {
    configurable: true,
    get(this: Element) {
      return this.localName;
    },
  });
}

const { document, window } = parseHTML("<html><body></body></html>") as unknown as {
  document: Document;
  window: Record<string, unknown>;
};
const missing: Record<string, unknown> = {
  document,
  setTimeout: later,
  clearTimeout: cancel,
  requestAnimationFrame: (run: (time: number) => void) => later(() => run(0)),
  cancelAnimationFrame: cancel,
  navigator: { maxTouchPoints: 0, userAgent: "", language: "en-US" },
  queueMicrotask: (run: Task) => void Promise.resolve().then(run),
};
for (const [name, value] of Object.entries(missing)) world[name] = value;
for (const name of [
  "Node",
  "Element",
  "HTMLElement",
  "SVGElement",
  "Event",
  "CustomEvent",
  "DOMParser",
  "Text",
  "HTMLInputElement",
]) {
  world[name] ??= window[name];
}
lowerNames(document);
completed(document);
keepMarkup(document);
paintable(document);
