/** Params and selections that several pictures of a page have in common: the first that is drawn makes them. */
import { isSelection, type Selection } from "@uwdata/mosaic-core";
import type { World } from "./world";

type Params = Map<string, unknown>;

const entriesOf = ({ shared }: World): [own: string, page: string][] => Object.entries(shared?.names ?? {});

/** Those that other pictures of the page have made, by the names in this one. */
export const given = (world: World): Params =>
  new Map(
    entriesOf(world).flatMap(([own, page]) =>
      world.shared!.all.has(page) ? [[own, world.shared!.all.get(page)]] : [],
    ),
  );

/** Leaves what this picture has made to the others; conditions that are set already count where they are included. */
export function leave(world: World, params: Params, specs: Record<string, unknown>): void {
  for (const [own, page] of entriesOf(world)) {
    const param = params.get(own);
    if (!param || world.shared!.all.has(page)) continue;
    world.shared!.all.set(page, param);
    if (isSelection(param)) include(param, params, specs[own] as { include?: string[] });
  }
}

function include(selection: Selection, params: Params, { include: names = [] }: { include?: string[] }): void {
  for (const name of names)
    for (const clause of (params.get(name.slice(1)) as Selection).clauses)
      if (!selection.clauses.some(({ source }) => source === clause.source)) selection.update(clause);
}
