/**
 * A table that is alive: rows scroll, sort, filter, turn pages and are chosen. Grid libraries were measured: those with
 * windows of rows weigh 46 to 243 kB packed, write style elements that a page's policy refuses, or have no role of a
 * grid; this one weighs 6.
 */
import { html, on, set } from "../../page/dom";
import type { TableControl } from "../../plot/table/control";
import type { TableLook } from "../../plot/table/sizes";
import type { Widget } from "../controls/widget";
import { Body } from "./body";
import { Foot } from "./foot";
import { Head } from "./head";
import { moved } from "./keys";
import { Grid, HEADER, type Place, type Say } from "./parts";

const PROPERTIES: Record<keyof TableLook, string> = {
  backgroundColor: "background",
  foregroundColor: "foreground",
  accentColor: "accent",
  textColor: "text",
  headerTextColor: "header-text",
  cellTextColor: "cell-text",
  selectedRowBackgroundColor: "selected",
  fontFamily: "font",
  headerFontFamily: "header-font",
  cellFontFamily: "cell-font",
  spacing: "spacing",
  borderColor: "border",
  borderWidth: "border-width",
  borderRadius: "border-radius",
};

/** The look that the caller chose, as properties for the style sheet. */
function styled({ style }: HTMLElement, look: TableLook | undefined): void {
  for (const [name, value] of Object.entries(look ?? {}))
    style.setProperty(
      `--iv-grid-${PROPERTIES[name as keyof TableLook]}`,
      typeof value === "number" ? `${value}px` : value,
    );
}

class LivingTable implements Widget {
  readonly element = html("div");
  private readonly scroller = html("div", { role: "grid", "data-part": "grid" });
  private readonly grid: Grid;
  private readonly head: Head;
  private readonly body: Body;
  private readonly foot: Foot;
  /** What the rows in sight are of: scrolled to the top where it changes. */
  private shown = "";

  constructor(control: TableControl, say: Say) {
    this.grid = new Grid(control, say);
    this.head = new Head(this.grid, () => this.update());
    this.body = new Body(this.grid, this.scroller, () => this.head.element.offsetHeight);
    this.foot = new Foot(this.grid);
    this.scroller.append(this.head.element, this.body.element);
    this.element.append(this.scroller, this.foot.element);
    set(this.scroller, { "aria-label": control.label ?? "Table", "aria-colcount": control.columns.length });
    if (control.choice.mode === "multiple_row") set(this.scroller, { "aria-multiselectable": "true" });
    if (control.choice.mode !== "none") set(this.element, { "data-choosing": "" });
    styled(this.element, control.look.style);
    on(this.scroller, "keydown", (event) => this.key(event));
    on(this.scroller, "copy", (event) => this.body.copy(event));
    on(this.scroller, "focusin", (event) => this.focused(event.target as HTMLElement));
    on(this.scroller, "scroll", () => this.shade());
    new ResizeObserver(() => {
      this.body.show();
      this.shade();
    }).observe(this.scroller);
  }

  update(): void {
    const { control } = this.grid;
    const shown = JSON.stringify([control.sorts, [...control.filters], control.page, control.size]);
    set(this.scroller, { "aria-rowcount": control.rows.count + this.grid.heads });
    const { from, to } = this.grid.range;
    const { active } = this.grid;
    if (active.row !== HEADER && (active.row < from || active.row >= to)) this.grid.active = { ...active, row: HEADER };
    this.head.update();
    this.body.update();
    this.foot.update();
    if (shown !== this.shown && this.shown) this.scroller.scrollTop = 0;
    if (shown !== this.shown) this.head.told();
    this.shown = shown;
    this.shade();
  }

  /** Edges behind which there are more columns have a shadow. */
  private shade(): void {
    const { scrollLeft, clientWidth } = this.scroller;
    this.element.toggleAttribute("data-before", scrollLeft > 1);
    this.element.toggleAttribute("data-after", scrollLeft + clientWidth < this.grid.width - 1);
  }

  /** The cell that has the focus is the one that the tab key comes back to. */
  private focused(target: HTMLElement): void {
    const made = target.closest<HTMLElement>("[data-column]");
    if (!made || made !== target) return;
    const row = made.closest<HTMLElement>("[data-row]")?.dataset["row"];
    this.grid.active = { row: row === undefined ? HEADER : Number(row), column: Number(made.dataset["column"]) };
    this.head.update();
    this.body.mark();
  }

  private key(event: KeyboardEvent): void {
    const { grid } = this;
    const place = moved(event, grid, this.body.page);
    if (place) this.go(place);
    else if (event.key === "Enter" && this.body.follow(grid.active)) grid.say("Link opened");
    else if ((event.key === "Enter" || event.key === " ") && grid.active.row !== HEADER)
      this.body.pick(grid.active.row);
    else if (event.key === "a" && (event.ctrlKey || event.metaKey)) this.body.pickAll();
    else if (event.key === "Escape" && grid.control.choice.size) {
      grid.control.clear();
      grid.say("No row chosen");
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private go(place: Place): void {
    const { grid } = this;
    grid.active = place;
    if (place.row === HEADER) this.body.across(place.column);
    const made = place.row === HEADER ? this.head.at(place.column) : this.body.reveal(place);
    made.focus({ preventScroll: true });
    const { control } = grid;
    if (control.choice.mode === "hover" && place.row !== HEADER && !control.isChosen(place.row))
      control.pick(place.row);
  }
}

export const table = (control: TableControl, say: Say): Widget => new LivingTable(control, say);
