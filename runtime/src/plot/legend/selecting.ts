/** Legends that select: a control whose options are the entries of a scale, or whose range is that of a ramp. */
import { clauseInterval, clausePoints, type SelectionClause } from "@uwdata/mosaic-core";
import { column } from "@uwdata/mosaic-sql";
import type { LegendNotes } from "../../shared/sidecar";
import { Control, type Given, type Kind } from "../inputs/control";
import { isSame, optionOf } from "../inputs/values";
import { extentOf, isContinuous, isStepped, ruler, type PlotScale } from "../scale";
import type { World } from "../world";

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

  constructor(
    given: Given,
    world: World,
    private readonly scaleName: LegendNotes["legend"],
    private readonly plot: Plotted,
  ) {
    super(given, world);
    this.start(undefined);
  }

  /** The scale as the plot has it now. Names keep their colours while rows come and go. */
  offer(scale: PlotScale): Chosen {
    const isFirst = this.scale === null;
    this.scale = scale;
    if (isContinuous(scale) && !isStepped(scale)) {
      const [min, max] = extentOf(scale.domain);
      this.range = { min, max, step: (max - min) / STEPS };
    } else if (!isStepped(scale)) {
      this.options = scale.domain.map((value) => optionOf(value));
      const domain = `${this.scaleName}Domain`;
      if (isFirst && this.plot.getAttribute(domain) === undefined)
        this.plot.setAttribute(domain, scale.domain, { silent: true });
    }
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

  private get ends(): Chosen["ends"] {
    if (!this.range || this.chosen === undefined) return null;
    const [low, high] = this.chosen as [number, number];
    return [this.along(low), this.along(high)];
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
    if (this.range) return clauseInterval(field, values as never, { source: this });
    return clausePoints([field], values?.length ? values.map((one) => [one]) : undefined, { source: this });
  }

  protected override get example(): unknown {
    return this.range ? [this.range.min, this.range.max] : [0];
  }
}

/** Entries in a group that was drawn, as they look with what is selected now. */
export function showChosen(legend: Element, control: LegendControl): void {
  for (const entry of legend.querySelectorAll("[data-option]")) {
    const option = control.options[Number(entry.getAttribute("data-option"))];
    if (option && control.isShown(option.value)) entry.removeAttribute("opacity");
    else if (option) entry.setAttribute("opacity", String(FAINT));
  }
}

/** An entry that can be chosen: all of it answers the pointer. */
export function asOption(entry: Element, hit: Element, at: number, isShown: boolean): void {
  entry.setAttribute("data-option", String(at));
  if (!isShown) entry.setAttribute("opacity", String(FAINT));
  entry.append(hit);
}
