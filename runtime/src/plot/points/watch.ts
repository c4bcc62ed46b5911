/** Marks of Mosaic that tell what Plot draws of them. */
import { first, isAggregateExpression } from "@uwdata/mosaic-sql";
import type { PointFacts } from "../../shared/payload";
import type { World } from "../world";
import { factsOf, noFacts, type Drawn } from "./facts";
import type { MosaicChannel, MosaicMark } from "./channels";
import type { PointWish } from "./wish";

type Render = (...given: unknown[]) => Element | null;

export interface WatchableMark extends MosaicMark {
  plotSpecs(): { options: Record<string, unknown> }[];
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

  constructor(
    private readonly mark: WatchableMark,
    private readonly wish: PointWish,
    private readonly world: Pick<World, "details" | "interactive">,
    private readonly names: Record<string, string | undefined> = {},
  ) {
    keepGroups(mark);
    const specs = mark.plotSpecs.bind(mark);
    mark.plotSpecs = () => {
      this.drawn = [];
      return specs().map((spec) => ({
        ...spec,
        options: { ...spec.options, render: this.after(spec.options.render) },
      }));
    };
  }

  private readonly render: Render = (index, scales, values, dimensions, context, next) => {
    const group = (next as Render)(index, scales, values, dimensions, context);
    if (group) this.drawn.push({ index, values, group } as Drawn);
    return group;
  };

  /** Takes down what is drawn, after what the mark does itself. */
  private after(own: unknown): Render {
    if (!own) return this.render;
    return (...given) => {
      const next = given.pop();
      return this.render(...given, (...inner: unknown[]) => (own as Render)(...inner, next));
    };
  }

  /** What was drawn, or null where nobody asks or nothing was; `labels` are the names of scales. */
  facts(labels: (channel: string) => string | null): PointFacts | null {
    const { details, interactive } = this.world;
    if (!details) return null;
    const label = (channel: string): string | null => this.names[channel] ?? labels(channel);
    return factsOf(this.mark, this.wish, this.drawn, label) ?? (interactive ? noFacts(this.mark, this.wish) : null);
  }
}
