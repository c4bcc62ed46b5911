/** Legends that select: a control whose options are the entries of a scale, or whose range is that of a ramp. */
import { clauseInterval, clausePoints, type SelectionClause } from "@uwdata/mosaic-core";
import { column } from "@uwdata/mosaic-sql";
import { maker, type Make } from "../../shared/elements";
import { px, sensible } from "../../shared/format";
import type { LegendNotes } from "../../shared/sidecar";
import { Control, type Given, type Kind } from "../inputs/control";
import { isSame, optionOf } from "../inputs/values";
import { extentOf, isContinuous, isStepped, ruler, type PlotScale } from "../scale";
import type { World } from "../world";
import { amongSteps, stepsOf, type Step } from "./steps";

/** The channels of a scale, the first of which that reads a column is selected by. */
const CHANNELS: Record<LegendNotes["legend"], string[]> = {
  color: ["fill", "stroke"],
  opacity: ["opacity", "fillOpacity", "strokeOpacity"],
  symbol: ["symbol"],
};
/** What is not selected. */
const FAINT = 0.25;
/** Steps of a ramp. */
const STEPS = 200;

interface Plotted {
  marks: object[];
  getAttribute(name: string): unknown;
  setAttribute(name: string, value: unknown, options: { silent: boolean }): unknown;
}

interface Encoded {
  channelField?(channel: string, options: { exact: boolean }): { field?: unknown } | null | undefined;
}

/** What a legend's ramp or its entries are drawn with. */
export interface Chosen {
  /** Whether an entry is among what is selected; all are where nothing is. */
  isShown(value: unknown): boolean;
  /** Positions along a ramp, from 0 to 1, between which values are selected. */
  ends: [number, number] | null;
}

export class LegendControl extends Control {
  readonly kind: Kind = "legend";
  readonly multiple = true;
  private scale: PlotScale | null = null;
  /** Whether its entries are stretches of numbers. */
  areSteps = false;

  constructor(
    given: Given,
    world: World,
    private readonly scaleName: LegendNotes["legend"],
    private readonly plot: Plotted,
  ) {
    super(given, world);
    this.start(undefined);
  }

  /** The scale as the plot has it now. Values keep their colours while rows come and go. */
  offer(scale: PlotScale): Chosen {
    const isFirst = this.scale === null;
    this.scale = scale;
    if (isContinuous(scale) && !isStepped(scale)) {
      const [min, max] = extentOf(scale.domain);
      this.range = { min, max, step: (max - min) / STEPS };
    } else if (isStepped(scale)) {
      this.areSteps = true;
      this.options = stepsOf(scale);
    } else {
      this.options = scale.domain.map((value) => optionOf(value));
    }
    const domain = `${this.scaleName}Domain`;
    if (isFirst && !isStepped(scale) && this.plot.getAttribute(domain) === undefined)
      this.plot.setAttribute(domain, scale.domain, { silent: true });
    return { isShown: (value) => this.isShown(value), ends: this.ends };
  }

  isShown(value: unknown): boolean {
    const chosen = this.chosen as unknown[] | undefined;
    return !chosen?.length || chosen.some((one) => isSame(one, value));
  }

  /** The value at a place of the ramp, from 0 to 1. */
  at(share: number): number {
    return this.along.invert(share);
  }

  private get along(): ReturnType<typeof ruler> {
    return ruler(this.scale!, [this.range!.min, this.range!.max]);
  }

  /** The values between two places of the ramp. */
  between(from: number, to: number): [number, number] {
    const [a, b] = [this.at(from), this.at(to)];
    return [Math.min(a, b), Math.max(a, b)];
  }

  /** The places between which values are chosen; null for all. */
  get ends(): Chosen["ends"] {
    if (!this.range || this.chosen === undefined) return null;
    const [a, b] = (this.chosen as [number, number]).map((value) => this.along(value));
    return [Math.min(a, b), Math.max(a, b)];
  }

  format(value: number): string {
    return sensible(value);
  }

  /** What is chosen, in words. */
  get text(): string {
    const chosen = this.chosen as unknown[] | undefined;
    if (!chosen?.length) return "All";
    if (this.range) return chosen.map((value) => this.format(Number(value))).join(" to ");
    return this.options.flatMap(({ value, label }) => (this.isShown(value) ? [label] : [])).join(", ");
  }

  override get fields(): readonly unknown[] {
    return [this.shown];
  }

  /** The column, or the expression, that the scale shows. */
  private get shown(): unknown {
    if (this.given.field !== undefined) return column(this.given.field);
    for (const mark of [...this.plot.marks].reverse() as Encoded[])
      for (const channel of CHANNELS[this.scaleName]) {
        const field = mark.channelField?.(channel, { exact: true })?.field;
        if (field) return (field as { basis?: unknown }).basis ?? field;
      }
    return column("value");
  }

  protected override clause(value: unknown): SelectionClause {
    const field = this.shown as never;
    const values = value as unknown[] | undefined;
    if (this.areSteps) {
      const predicate = amongSteps(field, value as Step[] | undefined);
      const meta = { type: "point" };
      return { source: this, clients: new Set([this]), value: predicate && value, predicate, meta } as never;
    }
    if (this.range) return clauseInterval(field, values as never, { source: this });
    return clausePoints([field], values?.length ? values.map((one) => [one]) : undefined, { source: this });
  }

  protected override get example(): unknown {
    if (this.areSteps) return [[null, 0]];
    return this.range ? [this.range.min, this.range.max] : [0];
  }
}

/** Entries in a group that was drawn, as they look with what is selected now. */
export function showChosen(legend: Element, control: LegendControl): void {
  if (control.range) return showEnds(legend, control.ends);
  for (const entry of legend.querySelectorAll("[data-option]")) {
    const option = control.options[Number(entry.getAttribute("data-option"))];
    if (option && control.isShown(option.value)) entry.removeAttribute("opacity");
    else if (option) entry.setAttribute("opacity", String(FAINT));
  }
}

/** The frame around what is chosen of a ramp. */
function showEnds(legend: Element, ends: Chosen["ends"]): void {
  const hit = legend.querySelector('[data-option=""]');
  legend.querySelector("[data-chosen]")?.remove();
  if (hit && ends) hit.before(chosenFrame(maker(legend.ownerDocument), hit, ends));
}

/** A frame over a part of the rectangle that hears the pointer. */
export function chosenFrame(make: Make, hit: Element, ends: [number, number]): SVGElement {
  const [y, width, height] = ["y", "width", "height"].map((name) => Number(hit.getAttribute(name)));
  const [from, to] = ends.map((end) => end * width);
  const look = { fill: "none", stroke: "currentColor", "stroke-width": 1.5, rx: 2, "data-chosen": "" };
  return make("rect", { x: px(from), y, width: px(to - from), height, ...look });
}

/** An entry that can be chosen: all of it answers the pointer. */
export function asOption(entry: Element, hit: Element, at: number, isShown: boolean): void {
  entry.setAttribute("data-option", String(at));
  if (!isShown) entry.setAttribute("opacity", String(FAINT));
  entry.append(hit);
}
