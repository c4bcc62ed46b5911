/** What a plot has drawn, in numbers: to compare two drawings of it. */

/** A scale as Plot exposes it. */
interface Scale {
  type: string;
  domain?: unknown[];
}

export interface Inventory {
  /** Groups that Plot has drawn, in their order, and how many elements are in each. */
  marks: { name: string; elements: number }[];
  /** Kinds and domains of the scales there are. */
  scales: Record<string, { type: string; domain: unknown[] }>;
}

const SCALES = ["x", "y", "fx", "fy", "r", "color", "opacity", "symbol", "length"];

const isElement = (node: Node): node is Element => node.nodeType === 1;

export function inventoryOf(nodes: Node[], scale: (name: string) => Scale | undefined): Inventory {
  const groups = nodes.filter(isElement).filter((element) => element.hasAttribute("aria-label"));
  const scales = SCALES.flatMap((name) => {
    const found = scale(name);
    return found ? [[name, { type: found.type, domain: [...(found.domain ?? [])] }]] : [];
  });
  return {
    marks: groups.map((group) => ({
      name: group.getAttribute("aria-label")!,
      elements: group.querySelectorAll("*").length,
    })),
    scales: Object.fromEntries(scales) as Inventory["scales"],
  };
}
