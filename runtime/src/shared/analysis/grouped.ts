/** Samples or models in blocks by the values of columns. */
import { said, type Attribute } from "../attributes";
import type { Block } from "../blocks";
import { orderOf } from "../settled";
import { turnedOver } from "../turn";
import { groupBlocks, groupsOf, inGroups, meansOf, type Groups } from "./group";
import type { Ground } from "./ground";

/** Bands in groups. */
interface Grouping {
  /** The group of each band, as they would stand. */
  groups: Groups;
  /** By what, in words. */
  name: string;
  /** Values are numbers, in whose order groups stand; others stand by their means, where bands do. */
  areLevels: boolean;
  /** How bands stand within their group, in words; null for by their means. */
  within: string | null;
}

export type Of = "samples" | "models";

const ENDS = { samples: ["hardest", "easiest"], models: ["worst", "best"] } as const;
const USUAL = { samples: "by difficulty", models: "by mean" } as const;

/** Bands in their groups: "topic" names what these are of, "by topic, hardest first" says how they stand, and
 * "by topic, hardest first, within each by difficulty" all of it. */
export interface InGroups {
  order: number[];
  blocks: Block[];
  /** Mean score of each block, NaN for none. */
  means: Float64Array;
  name: string;
  short: string;
  words: string;
}

/** Bands in groups by the attributes that are named; null for none. */
export function groupingOf(
  of: Of,
  names: readonly string[],
  attributes: readonly Attribute[],
  within: string | null,
): Grouping | null {
  const own = names.flatMap((name) => attributes.find((known) => known.of === of && known.name === name) ?? []);
  if (!own.length) return null;
  return {
    groups: groupsOf(own),
    name: own.map(({ name }) => said(name)).join(" / "),
    areLevels: own.every(({ isNumber }) => isNumber),
    within,
  };
}

/** Bands of an order in their groups: these stand by their means, as bands do, or in the order of their values. */
export function groupedOf(ground: Ground, of: Of, wanted: Grouping, order: number[] | null): InGroups {
  const { groups, name, areLevels, within } = wanted;
  const by = within !== null || areLevels ? 0 : orderOf(ground.fit[of].adjusted) || 1;
  const { turn } = ground;
  const means = meansOf(ground.plane, groups, of);
  const shown = turn === null ? means : turnedOver(means, turn);
  const found = inGroups(order ?? [...ground.names[of].keys()], groups, by ? means.map((mean) => by * mean) : null);
  const first = by ? `${ENDS[of][by === 1 ? 0 : 1]} first` : "in natural order";
  return {
    order: found.order,
    blocks: groupBlocks(found.parts, groups.labels, shown, ground.kind.isShare),
    means: Float64Array.from(found.parts, ({ group }) => shown[group]),
    name,
    short: `by ${name}, ${first}`,
    words: `by ${name}, ${first}, within each ${within ?? USUAL[of]}`,
  };
}
