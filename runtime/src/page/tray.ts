/** The tray below the picture: what is selected, and what can be taken along. */
import { count, counted } from "../shared/format";
import { oneLine } from "../shared/ticks";
import { isTooLong, pythonOf, sampleIdOf, whereOf } from "./along";
import { button, html, set } from "./dom";
import { Selection, type How } from "./selection";

export interface TrayActions {
  /** Copies a text, and says so. */
  copy(text: string, said: string): void;
  csv(ids: readonly string[]): void;
  /** Shows these samples only. */
  keep?(ids: readonly string[]): void;
  clear(): void;
}

const MODES = [
  ["add", "Add", "What is chosen next joins the selection (or hold Shift)"],
  ["remove", "Remove", "What is chosen next is taken out of the selection (or hold Alt)"],
] as const;

export class Tray {
  readonly element: HTMLElement;
  readonly #said = html("span");
  readonly #modes: HTMLButtonElement[];
  #mode: How = "replace";
  #selection = Selection.none;

  /** What is selected: a group where no column holds the ids. */
  readonly #noun: string;

  /** `column` holds the ids, which are all `ids` in the order of the picture; null where those are groups. */
  constructor(
    column: string | null,
    private readonly ids: readonly string[],
    private readonly act: TrayActions,
  ) {
    this.#modes = MODES.map(([mode, text, title]) =>
      button(text, () => this.#switch(this.#mode === mode ? "replace" : mode), { title, "aria-pressed": "false" }),
    );
    this.#noun = column === null ? "group" : "sample";
    const copies = [
      this.#copy("Copy ids", "the ids, one a line", (ids) => ids.join("\n"), "id"),
      ...(column === null ? [] : this.#queries(column)),
      button("CSV", () => this.act.csv(this.#selected), { title: "Save the values of these samples as CSV" }),
    ];
    const { keep } = act;
    const keeping = keep
      ? [button("Keep only these", () => keep(this.#selected), { title: "Show these samples only" })]
      : [];
    const clear = button("Clear", () => act.clear(), { title: "Select nothing (Esc)" });
    const combine = html("span", { role: "group", "aria-label": "Combine" }, ...this.#modes);
    this.element = html(
      "div",
      { role: "group", "aria-label": "Selected samples", "data-part": "tray" },
      this.#said,
      combine,
      html("span", { role: "group", "aria-label": "Take along" }, ...copies),
      ...keeping,
      clear,
    );
    this.element.hidden = true;
  }

  /** The ids that are selected, in the order of the picture. */
  get #selected(): readonly string[] {
    return this.#selection.among(this.ids);
  }

  /** What a choice does while no key is held. */
  get mode(): How {
    return this.#mode;
  }

  #switch(mode: How): void {
    this.#mode = mode;
    this.#modes.forEach((one, k) => set(one, { "aria-pressed": String(MODES[k][0] === mode) }));
  }

  #queries(column: string): HTMLButtonElement[] {
    return [
      this.#copy("Python", "the rows of these samples, of a table called data", (ids) => pythonOf(column, ids)),
      this.#copy("where=", "a condition in SQL, for where= and other tools", (ids) => whereOf(column, ids)),
      this.#copy("--sample-id", "the option of inspect eval that runs these samples", sampleIdOf),
    ];
  }

  #copy(name: string, what: string, textOf: (ids: readonly string[]) => string, noun?: string): HTMLButtonElement {
    return button(
      name,
      () => {
        const ids = this.#selected;
        const [n, text] = [ids.length, textOf(ids)];
        const said = noun ? counted(n, noun) : `${name} of ${counted(n, "sample")}`;
        const isLong = textOf === sampleIdOf && isTooLong(text);
        this.act.copy(text, `Copied ${said}${isLong ? ": longer than a shell takes as one argument" : ""}`);
      },
      { title: `Copy ${what}` },
    );
  }

  show(selection: Selection): void {
    this.#selection = selection;
    const { size, words } = selection;
    this.element.hidden = !size;
    if (!size) return this.#switch("replace");
    const told = words ? `: ${oneLine(words)}` : "";
    this.#said.textContent = `${count(size)} of ${counted(this.ids.length, this.#noun)} selected${told}`;
  }
}
