/** The edges of a brush as sliders: keys draw and move what a pointer drags. */
import { on, set, svg } from "../../page/dom";
import { focused } from "../focus";
import { clamp } from "../../page/geometry";
import type { Brushing } from "./interactors";

/** Steps of arrow keys, in user units; with Shift or the page keys, larger ones. */
const STEP = 2;
const LEAP = 20;

interface Edge {
  way: "x" | "y";
  end: 0 | 1;
  name: string;
}

type Extent = Record<"x" | "y", [number, number]>;

const NAMES = { x: ["left", "right"], y: ["top", "bottom"] } as const;

const edgesOf = (ways: readonly ("x" | "y")[]): Edge[] =>
  ways.flatMap((way) => ([0, 1] as const).map((end) => ({ way, end, name: NAMES[way][end] })));

const MOVES: Record<string, number> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
const LEAPS: Record<string, number> = { PageUp: -1, PageDown: 1 };

export class Edges {
  readonly #ways: readonly ("x" | "y")[];
  readonly #edges: { edge: Edge; element: SVGElement }[];
  #room!: Extent;
  #shown: Extent | null = null;
  #focused: SVGElement | null = null;

  /** `say` hears what is selected. */
  constructor(
    private readonly of: Brushing,
    name: string,
    private readonly say: (text: string) => void,
  ) {
    this.#ways = of.channel ? [of.channel] : ["x", "y"];
    this.#edges = edgesOf(this.#ways).map((edge) => {
      const label = `Selection${name ? ` of ${name}` : ""}: ${edge.name} edge`;
      const about = { role: "slider", tabindex: 0, "aria-label": label, "data-part": "edge", stroke: "none" } as const;
      const element = svg("line", { ...about, "pointer-events": "none" });
      on(element, "keydown", (event) => this.#press(edge, event));
      on(element, "focus", () => (this.#focused = element));
      on(element, "blur", () => queueMicrotask(() => this.#left(element)));
      return { edge, element };
    });
  }

  /** Stands in a drawing of the plot, which may be a new one. */
  place(): void {
    const group = this.of.g.node();
    const [[left, top], [right, bottom]] = this.of.brush.extent()();
    this.#room = { x: [left, right], y: [top, bottom] };
    const held = this.#focused;
    group.append(...this.#edges.map(({ element }) => element));
    if (held && held !== focused(group)) held.focus({ preventScroll: true });
    this.#read();
    this.#draw();
  }

  /** A drawing that is replaced takes its edges away, but not the focus. */
  #left(element: SVGElement): void {
    if (element.isConnected && element !== focused(element) && this.#focused === element) this.#focused = null;
  }

  /** Takes the extent over that a pointer has dragged. */
  #read(): void {
    const drawn = this.of.g.node().querySelector<SVGRectElement>(".selection");
    const isSet = drawn !== null && drawn.style.display !== "none" && drawn.hasAttribute("width");
    const at = (attribute: string): number => Number(drawn!.getAttribute(attribute));
    this.#shown = isSet ? { x: [at("x"), at("x") + at("width")], y: [at("y"), at("y") + at("height")] } : null;
  }

  get #now(): Extent {
    return this.#shown ?? this.#room;
  }

  #draw(): void {
    const [now, room] = [this.#now, this.#room];
    for (const { edge, element } of this.#edges) {
      const at = now[edge.way][edge.end];
      const [low, high] = room[edge.way];
      const [across, other] = edge.way === "x" ? (["x", "y"] as const) : (["y", "x"] as const);
      const span = this.#ways.length > 1 ? now[other] : room[other];
      set(element, { [`${across}1`]: at, [`${across}2`]: at, [`${other}1`]: span[0], [`${other}2`]: span[1] });
      const share = Math.round((100 * (at - low)) / (high - low || 1));
      set(element, {
        "aria-valuemin": 0,
        "aria-valuemax": 100,
        "aria-valuenow": share,
        "aria-valuetext": `${share} %`,
      });
    }
  }

  #press(edge: Edge, event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    this.#read();
    if (/^(Escape|Delete|Backspace)$/.test(event.key)) this.#publish(null);
    else {
      const by = (MOVES[event.key] ?? 0) * (event.shiftKey ? LEAP : STEP) + (LEAPS[event.key] ?? 0) * LEAP;
      const [low, high] = this.#room[edge.way];
      const at = { Home: low, End: high }[event.key] ?? this.#now[edge.way][edge.end] + by;
      if (!by && !/^(Home|End)$/.test(event.key)) return;
      this.#publish(this.#moved(edge, clamp(at, low, high)));
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** The extent with an edge elsewhere; an edge that passes the other takes it along. */
  #moved({ way, end }: Edge, at: number): Extent {
    const [from, to] = this.#now[way];
    return { ...this.#now, [way]: end ? [Math.min(from, at), at] : [at, Math.max(to, at)] };
  }

  #publish(extent: Extent | null): void {
    const { of } = this;
    const told = extent && (of.channel ? extent[of.channel] : cornersOf(extent));
    of.g.call(of.brush.moveSilent as never, told);
    of.publish(told);
    this.#shown = extent;
    this.#draw();
    this.say(extent ? this.#ways.map((way) => textOf(extent[way], this.#room[way])).join(", ") : "Nothing selected");
  }
}

const cornersOf = ({ x, y }: Extent): [[number, number], [number, number]] => [
  [x[0], y[0]],
  [x[1], y[1]],
];

function textOf([from, to]: [number, number], [low, high]: [number, number]): string {
  const share = (at: number): number => Math.round((100 * (at - low)) / (high - low || 1));
  return `Selected ${share(from)} to ${share(to)} %`;
}
