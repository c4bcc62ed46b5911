/** A tree of items that are alike, and the order of its leaves in which neighbours are most alike. */
import type { Distances } from "./distances";

export interface Node {
  leaves: number[];
  /** Null for a leaf. */
  parts: readonly [Node, Node] | null;
}

/** Average linkage (UPGMA) by chains of nearest neighbours (F. Murtagh, 1983): n^2 steps. */
export function treeOf({ of, n }: Distances): Node {
  const between = of.slice();
  const nodes: (Node | null)[] = Array.from({ length: n }, (_, i) => ({ leaves: [i], parts: null }));
  const chain: number[] = [];
  for (let left = n; left > 1;) {
    if (!chain.length) chain.push(nodes.findIndex((node) => node !== null));
    const last = chain[chain.length - 1];
    const before = chain[chain.length - 2] ?? -1;
    const near = nearest(between, nodes, last, before);
    if (near !== before) {
      chain.push(near);
      continue;
    }
    chain.length -= 2;
    merge(between, nodes, Math.min(last, near), Math.max(last, near));
    left--;
  }
  return nodes.find((node) => node !== null)!;
}

/** The nearest other node; of equal ones the one before in the chain, then the first. */
function nearest(between: Float64Array, nodes: (Node | null)[], from: number, before: number): number {
  const n = nodes.length;
  let best = before;
  let least = before < 0 ? Infinity : between[from * n + before];
  for (let to = 0; to < n; to++) {
    if (to === from || nodes[to] === null || (best >= 0 && between[from * n + to] >= least)) continue;
    [best, least] = [to, between[from * n + to]];
  }
  return best;
}

/** Puts the second node into the first. */
function merge(between: Float64Array, nodes: (Node | null)[], a: number, b: number): void {
  const n = nodes.length;
  const [one, two] = [nodes[a]!, nodes[b]!];
  const size = one.leaves.length + two.leaves.length;
  for (let to = 0; to < n; to++) {
    const mean = (between[a * n + to] * one.leaves.length + between[b * n + to] * two.leaves.length) / size;
    between[a * n + to] = between[to * n + a] = mean;
  }
  nodes[a] = { leaves: [...one.leaves, ...two.leaves], parts: [one, two] };
  nodes[b] = null;
}

/** Leaves on the other side of a node than this one, at which it can end if it begins there. */
const opposite = ({ parts }: Node, leaf: number): number[] =>
  parts === null ? [leaf] : (parts[0].leaves.includes(leaf) ? parts[1] : parts[0]).leaves;

/** For each leaf of a node those that are opposite to it. */
const opposites = (node: Node): Map<number, number[]> =>
  new Map(node.leaves.map((leaf) => [leaf, opposite(node, leaf)]));

/**
 * The order of the leaves, among those that the tree allows, whose neighbours are nearest (Z. Bar-Joseph, D. Gifford
 * and T. Jaakkola, Fast optimal leaf ordering, 2001): n^3 steps.
 */
export class LeafOrder {
  /** Length of the best order of the smallest node that holds both leaves and begins and ends with them. */
  private readonly best: Float64Array;

  constructor(
    private readonly tree: Node,
    private readonly distances: Distances,
  ) {
    this.best = new Float64Array(distances.of.length);
    this.fill(tree);
  }

  private fill({ parts }: Node): void {
    if (parts === null) return;
    parts.forEach((part) => this.fill(part));
    const [a, b] = parts;
    const { best, distances } = this;
    const { of, n } = distances;
    const [ofA, ofB] = [opposites(a), opposites(b)];
    const joined = new Float64Array(n);
    for (const u of a.leaves) {
      for (const k of b.leaves) {
        let least = Infinity;
        for (const m of ofA.get(u)!) least = Math.min(least, best[u * n + m] + of[m * n + k]);
        joined[k] = least;
      }
      for (const w of b.leaves) {
        let least = Infinity;
        for (const k of ofB.get(w)!) least = Math.min(least, joined[k] + best[k * n + w]);
        best[u * n + w] = best[w * n + u] = least;
      }
    }
  }

  /** Its leaves in order; of equal orders the one that comes first. */
  get order(): number[] {
    const { tree, best, distances } = this;
    if (tree.parts === null) return tree.leaves;
    let [from, to] = [tree.parts[0].leaves[0], tree.parts[1].leaves[0]];
    for (const u of tree.parts[0].leaves)
      for (const w of tree.parts[1].leaves)
        if (best[u * distances.n + w] < best[from * distances.n + to]) [from, to] = [u, w];
    return this.between(tree, from, to);
  }

  /** A node's leaves from one to another, which lies in its other part. */
  private between(node: Node, from: number, to: number): number[] {
    if (node.parts === null) return node.leaves;
    const { best } = this;
    const { of, n } = this.distances;
    const isFirst = node.parts[0].leaves.includes(from);
    const [a, b] = isFirst ? node.parts : [node.parts[1], node.parts[0]];
    let [least, ends] = [Infinity, [from, to]];
    for (const m of opposite(a, from)) {
      for (const k of opposite(b, to)) {
        const length = best[from * n + m] + of[m * n + k] + best[k * n + to];
        if (length < least) [least, ends] = [length, [m, k]];
      }
    }
    return [...this.between(a, from, ends[0]), ...this.between(b, ends[1], to)];
  }
}
