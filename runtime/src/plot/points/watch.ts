/** Marks of Mosaic that tell what Plot draws of them. */
import { first, isAggregateExpression } from "@uwdata/mosaic-sql";
import type { PointFacts } from "../../shared/payload";
import type { World } from "../world";
import type { Drawn, Labels, MosaicChannel, MosaicMark, PlotSpec } from "./drawn";
import { factsOf, noFacts } from "./facts";
import type { PointWish } from "./wish";

type Render = (...given: unknown[]) => Element | null;

export interface WatchableMark extends MosaicMark {
  plotSpecs(): PlotSpec[];
  queryResult?(data: unknown): unknown;
}

/** Extra channels of a mark whose rows are grouped never change the groups: each group tells its first value. */
function keepGroups({ channels, detail }: MosaicMark): void {
  const isAggregate = ({ field }: MosaicChannel): boolean => Boolean(field && isAggregateExpression(field as never));
  if (!channels.some(isAggregate)) return;
  for (const entry of channels)
    if (detail.has(entry.channel) && entry.field && !isAggregate(entry)) {
      entry.field = first(entry.field as never);
      entry.as = entry.channel;
    }
}

/** A mark that answers by points, and what was drawn of it last. */
export class Watched {
  private drawn: Drawn[] = [];
  /** What the database has answered last. */
  private answer: unknown = null;

  constructor(
    private readonly mark: WatchableMark,
    private readonly wish: PointWish,
    private readonly world: Pick<World, "details" | "interactive">,
    private readonly names: Record<string, string | undefined> = {},
  ) {
    keepGroups(mark);
    this.hear();
    const specs = mark.plotSpecs.bind(mark);
    mark.plotSpecs = () => {
      this.drawn = [];
      return specs().map((spec) => ({ ...spec, options: { ...spec.options, render: this.after(spec) } }));
    };
  }

  private hear(): void {
    const { mark } = this;
    const result = mark.queryResult?.bind(mark);
    if (result)
      mark.queryResult = (data) => {
        this.answer = data;
        return result(data);
      };
  }

  /** Takes down what is drawn, after what the mark does itself. */
  private after(spec: PlotSpec): Render {
    const render: Render = (index, scales, values, dimensions, context, next) => {
      const group = (next as Render)(index, scales, values, dimensions, context);
      if (group)
        this.drawn.push({ spec, index: Array.from(index as number[]), scales, values, dimensions, group } as Drawn);
      return group;
    };
    const own = spec.options["render"] as Render | undefined;
    if (!own) return render;
    return (...given) => {
      const next = given.pop();
      return render(...given, (...inner: unknown[]) => own(...inner, next));
    };
  }

  /** What was drawn, or null where nobody asks or nothing was; `labels` are the names of scales. */
  facts(labels: Labels): PointFacts | null {
    const { details, interactive } = this.world;
    if (!details) return null;
    const label: Labels = (channel) => this.names[channel] ?? labels(channel);
    const { mark, wish, drawn, answer } = this;
    return factsOf(mark, wish, drawn, answer, label) ?? (interactive ? noFacts(wish) : null);
  }
}
