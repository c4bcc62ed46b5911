/** What the marks of cells in one plot share: their bands, and the extent of their values. */
import type { Settings } from "../settings";
import type { AxisTable } from "./bands";

type Way = "x" | "y";
type Extent = readonly [number, number] | null;

/** What the caller chose for an axis. */
interface Chosen {
  domain: unknown;
  reverse: boolean;
}

export class Siblings {
  private marks = 0;
  private readonly tables = { x: new Map<number, AxisTable>(), y: new Map<number, AxisTable>() };
  private readonly extents = new Map<number, Extent>();
  private readonly choices: Partial<Record<Way, Chosen>> = {};

  /** One more mark of cells stands in the plot. */
  join(): void {
    this.marks++;
  }

  get areSeveral(): boolean {
    return this.marks > 1;
  }

  /** What the caller chose, as it was before any mark of cells changed it. */
  chosen(axis: Way, settings: Settings): Chosen {
    const name = `${axis}Domain`;
    return (this.choices[axis] ??= {
      domain: settings.has(name) ? settings.get(name) : undefined,
      reverse: settings.get(`${axis}Reverse`) === true,
    });
  }

  /** Notes the bands of a mark. All bands: those of the lowest mark in its order, then what others add. */
  bands(axis: Way, mark: number, own: AxisTable): AxisTable {
    const tables = this.tables[axis].set(mark, own);
    if (tables.size === 1) return own;
    const all: AxisTable = { keys: [], labels: [] };
    const known = new Set<string>();
    for (const number of [...tables.keys()].sort((a, b) => a - b)) {
      const { keys, labels } = tables.get(number)!;
      keys.forEach((key, i) => {
        if (known.has(String(key))) return;
        known.add(String(key));
        all.keys.push(key);
        all.labels.push(labels[i]);
      });
    }
    return all;
  }

  /** Notes the extent of a mark's values; returns that of all. */
  extent(mark: number, own: Extent): [number, number] | null {
    const found = [...this.extents.set(mark, own).values()].filter((extent) => extent !== null);
    if (!found.length) return null;
    return [Math.min(...found.map(([low]) => low)), Math.max(...found.map(([, high]) => high))];
  }
}
