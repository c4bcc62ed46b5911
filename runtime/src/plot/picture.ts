/** A picture that lives: all its plots in one Mosaic world, composed into one svg whenever a host wants it. */
import { px } from "../shared/format";
import type { PagePayload } from "../shared/layout";
import { readSidecar } from "../shared/notes";
import type { Box, CellDetails, Payload, Plot } from "../shared/payload";
import { asPart } from "../shared/protocol";
import { describe, problemLines, reportText } from "./describe";
import { maker, type Make } from "../shared/elements";
import { layoutsOf, type Write } from "./layouts";
import type { Control } from "./inputs/control";
import { drawControl, type DrawnControl } from "./inputs/draw";
import { INPUTS } from "./inputs/names";
import { LivingPlot } from "./living";
import { start, type MosaicPicture } from "./mosaic";
import { around, concat, PAPER, type DrawnPlot, type PlacedControl } from "./place";
import { planOf } from "./plan";
import { shifted } from "./plots";
import { told } from "./problems";
import type { Report } from "./report";
import { slotted, type Slot } from "./slots";
import type { LegendNotes } from "../shared/sidecar";
import { units, visit, type InputSpec, type Part, type Spec } from "./spec";
import { FONT_FAMILY, FONT_SIZE } from "./text";
import { TableControl } from "./table/control";
import { drawTable } from "./table/draw";
import { tableSentence } from "./table/words";
import type { World } from "./world";
import { beside } from "./wrap";

const INK = "#1f2937";
const NOTHING: DrawnPlot = { nodes: [], width: 0, height: 0, plots: [] };

/** What a host says of the whole picture. */
export interface About {
  title: string;
  /** Words for those who do not see it; null for our own. */
  description: string | null;
  metadata: string;
}

export interface Composed {
  svg: SVGElement;
  payload: Payload;
  details: (CellDetails | null)[];
  /** Where inputs stand. */
  controls: PlacedControl[];
  /** The description with what tables tell now. */
  words: () => string;
  /** What is told of the picture where it is not seen. */
  told: () => Told;
}

export interface Told {
  title: string;
  /** In lines. */
  text: string;
  plots: Report[];
  problems: string[];
  remarks: string[];
}

/** A plot that was drawn anew. */
export interface Replaced {
  plot: Plot;
  details: (CellDetails | null)[];
}

const drawn = (make: Make, control: Control): DrawnControl =>
  control instanceof TableControl ? drawTable(make, control) : drawControl(make, control);

export class LivingPicture {
  private slots: Slot[] = [];
  /** Of each plot that was composed last. */
  private scales: string[] = [];
  /** The remarks that were composed last. */
  private said: string[] = [];

  private constructor(
    private readonly spec: Spec,
    private readonly make: Make,
    readonly mosaic: MosaicPicture,
    readonly plots: LivingPlot[],
    private readonly standing: readonly LegendNotes[],
    private readonly listeners: Set<(at: number) => void>,
    private readonly isInteractive: boolean,
  ) {}

  /** Parses the spec, asks all questions and waits until each plot is drawn. Throws for unknown notes. Inputs of other
   * pictures that change this one stand `beside` it unseen. */
  static async open(spec: Spec, sidecar: unknown, world: World, beside: InputSpec[] = []): Promise<LivingPicture> {
    const plan = planOf(spec, readSidecar(sidecar), world, beside);
    const make = maker(world.document);
    const listeners = new Set<(at: number) => void>();
    const mosaic: MosaicPicture = await start(plan, world, (plot) => {
      listeners.forEach((listener) => listener(mosaic.plots.indexOf(plot)));
    });
    const named = (name: string): LivingPlot | undefined => plots.find((plot) => plot.name === name);
    const { watched, selecting } = mosaic;
    const plots: LivingPlot[] = mosaic.plots.map(
      (plot, i) => new LivingPlot(plan.plots[i], plot, make, world.warn, watched, selecting, named),
    );
    const inputs = mosaic.controls.filter(({ kind }) => kind !== "legend");
    await Promise.all([...inputs.map((input) => input.ready), ...plots.map((plot) => plot.drawn)]);
    return new LivingPicture(spec, make, mosaic, plots, plan.standing, listeners, world.interactive);
  }

  /** The inputs and selecting legends of the picture, by their numbers. */
  get controls(): readonly Control[] {
    return this.mosaic.controls;
  }

  /** Calls `listener` with the number of a plot that was drawn again, as params and selections change. */
  onDraw(listener: (at: number) => void): void {
    this.listeners.add(listener);
  }

  /** One svg of all plots as they are now; what they drew moves into it, from an earlier one, too. What stands side by
   * side has a `room`, and goes on in a further row where that does not suffice. */
  compose(about: About, room = Infinity): Composed {
    const drawn = this.place(room);
    this.slots = drawn.slots ?? [];
    this.scales = this.plots.map((plot) => this.scalesElsewhere(plot));
    const [width, height] = [Math.ceil(drawn.width), Math.ceil(drawn.height)];
    const problems = [...new Set(this.plots.flatMap((plot) => plot.problems))];
    const plots = drawn.plots.map(({ plot }) => plot);
    const reports = drawn.plots.flatMap((own) => own.reports);
    const remarks = (this.said = this.remarks);
    const words = (): string =>
      [about.description ?? [describe(plots, reports), ...this.tables].join(" ").trim(), told(problems), ...remarks]
        .filter(Boolean)
        .join(" ");
    const description = words();
    const payload: Payload = { version: 2, title: about.title, description, width, height, plots };
    return {
      svg: this.root({ ...about, description }, drawn.nodes, width, height),
      payload: problems.length ? { ...payload, problems } : payload,
      details: drawn.plots.flatMap(({ details }) => details),
      controls: drawn.controls ?? [],
      words,
      told: () => ({
        title: about.title,
        text: reports.length
          ? [...reports.map(reportText), ...this.tables, problemLines(problems), ...remarks]
              .filter(Boolean)
              .join("\n\n")
          : description,
        plots: reports,
        problems,
        remarks,
      }),
    };
  }

  /** The tables in sentences, as they are now. */
  private get tables(): string[] {
    return this.controls.flatMap((control) => (control instanceof TableControl ? [tableSentence(control)] : []));
  }

  /** What is worth knowing of all plots, in sentences. */
  private get remarks(): string[] {
    return [...new Set(this.plots.flatMap((plot) => plot.remarks))].map((text) => `${text}.`);
  }

  /** The scales of a plot that legends in other places show. */
  private scalesElsewhere(plot: LivingPlot): string {
    const all = [...this.standing, ...this.plots.flatMap(({ legends }) => legends)];
    const own = all.filter(({ forPlot }) => forPlot !== undefined && forPlot === plot.name);
    return own.map(({ legend }) => plot.scaleText(legend)).join();
  }

  /** Draws a plot anew in its place of the svg that was composed last: the plot as it answers now, or null for none;
   * false where it has another size, says other things, or has another scale in a legend elsewhere, and all is to be
   * composed anew. */
  replace(at: number): Replaced | null | false {
    const slot = this.slots[at];
    if (this.scales[at] !== this.scalesElsewhere(this.plots[at])) return false;
    const { nodes, width, height, plots } = this.plots[at].compose(slot.first);
    if (width !== slot.width || height !== slot.height || this.remarks.join() !== this.said.join()) return false;
    slot.group.replaceChildren(...nodes);
    const [own] = plots;
    return own ? { plot: shifted(own.plot, slot.x, slot.y), details: own.details } : null;
  }

  /** From now on no plot is drawn anew: only questions are asked. */
  rest(): void {
    for (const { mosaic } of this.plots)
      mosaic.render = () => {
        mosaic.pendingRender = false;
        mosaic.synch.resolve();
        return Promise.resolve();
      };
  }

  /** Where a plot stands in the picture that was composed last. */
  boxOf(at: number): Box {
    return this.slots[at];
  }

  /** An input as it is drawn now, in the place of its group. */
  drawControl(number: number): Element {
    return drawn(this.make, this.controls[number]).nodes[0] as Element;
  }

  /** The payload with its only plot in other widths, if it can be drawn so. */
  async widened({ payload }: Composed, write: Write): Promise<PagePayload> {
    const [plot, ...others] = this.plots;
    if (!plot?.fluid || others.length || payload.plots.length !== 1 || !("plot" in this.spec)) return payload;
    const layouts = await layoutsOf(plot, payload.plots[0], payload.width, write);
    return layouts.length ? { ...payload, layouts } : payload;
  }

  private place(room: number): DrawnPlot {
    let [next, number, input, alone] = [0, 0, 0, 0];
    const { make, plots, standing, isInteractive } = this;
    const inputs = this.controls.filter(({ kind }) => kind !== "legend");
    const root = this.spec as Part;
    return visit<DrawnPlot>(root, {
      plot() {
        const drawn = plots[next].compose(number);
        const made = isInteractive ? slotted(make, drawn, next, number) : drawn;
        next += 1;
        number += drawn.plots.length;
        return made;
      },
      input(spec) {
        if (!INPUTS.has(spec.input)) return NOTHING;
        const control = inputs[input++];
        const { box, options, ...drawing } = drawn(make, control);
        return { ...drawing, isInput: true, plots: [], controls: [{ number: control.number, box, options }] };
      },
      legend({ for: name }) {
        const drawn = plots.find((plot) => plot.name === name)?.legendOf(standing[alone++]) ?? null;
        return drawn ? { ...around(make, drawn), plots: [] } : NOTHING;
      },
      concat: (children, across) => (across ? beside(make, children, room) : concat(make, children, false)),
      space: (size, across) => {
        const length = units(size);
        return { nodes: [], width: across ? length : 0, height: across ? 0 : length, plots: [] };
      },
    });
  }

  private root(about: About & { description: string }, nodes: Node[], width: number, height: number): SVGElement {
    const { make } = this;
    return make(
      "svg",
      {
        role: "img",
        "aria-label": about.title,
        width,
        height,
        viewBox: `0 0 ${px(width)} ${px(height)}`,
        "font-family": FONT_FAMILY,
        "font-size": FONT_SIZE,
        color: INK,
        fill: "currentColor",
      },
      make("desc", {}, about.description),
      make("metadata", {}, about.metadata),
      make("rect", { ...asPart("background"), width, height, fill: PAPER }),
      ...nodes,
    );
  }
}
