/** What a plot leaves out of its data, as it is drawn now. */
import { isBare } from "../bare";
import type { MosaicPlot } from "../mosaic";
import type { PlannedPlot } from "../plan";
import type { PlotScale } from "../scale";
import { leftOut } from "./words";

type Scaled = SVGSVGElement & { scale?(name: string): PlotScale | undefined };

export class LeftOut {
  /** The domains that were given, as they were drawn first. */
  private first: Map<string, string> | null = null;
  private last: { svg: Scaled; told: string[] } | null = null;

  constructor(
    private readonly planned: Pick<PlannedPlot, "marks" | "domains">,
    private readonly plot: Pick<MosaicPlot, "marks">,
  ) {}

  /** A sentence each; what a reader has zoomed or moved away from is none. */
  told(svg: Scaled): string[] {
    if (this.last?.svg !== svg) this.last = { svg, told: this.tell(svg) };
    return this.last.told;
  }

  private tell(svg: Scaled): string[] {
    const { marks, domains } = this.planned;
    const now = new Map(domains.map((name) => [name, JSON.stringify(svg.scale?.(name)?.domain ?? null)]));
    this.first ??= now;
    const given = domains.filter((name) => now.get(name) === this.first!.get(name));
    if (isBare(this.plot.marks)) return [];
    return leftOut(this.plot.marks, marks, new Set(given));
  }
}
