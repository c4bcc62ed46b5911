/** The attributes of a plot in Mosaic, and which of them the caller chose. */

interface Attributed {
  getAttribute(name: string): unknown;
  setAttribute(name: string, value: unknown, options?: { silent?: boolean }): unknown;
}

export class Settings {
  constructor(
    private readonly plot: Attributed,
    private readonly chosen: ReadonlyMap<string, unknown>,
  ) {}

  get(name: string): unknown {
    return this.plot.getAttribute(name);
  }

  /** What the caller chose, before anything changed it. */
  given(name: string): unknown {
    return this.chosen.get(name);
  }

  /** Whether the caller chose the attribute. */
  has(name: string): boolean {
    return this.chosen.has(name);
  }

  set(name: string, value: unknown): void {
    this.plot.setAttribute(name, value, { silent: true });
  }

  /** Sets attributes that the caller did not choose. */
  offer(attributes: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(attributes)) if (!this.has(name)) this.set(name, value);
  }

  /** The side of an axis' labels, or null for none. */
  side(axis: "x" | "y", normal: string): string | null {
    const name = [`${axis}Axis`, "axis"].find((attribute) => this.has(attribute));
    const value = name === undefined ? undefined : this.get(name);
    return value === undefined ? normal : (value as string | null);
  }

  /** The margin that the caller chose for a side. */
  margin(side: string | null): number | undefined {
    const name = side === null || side === "both" ? "" : `margin${side[0].toUpperCase()}${side.slice(1)}`;
    return this.has(name) ? Number(this.get(name)) : undefined;
  }

  isTitled(axis: "x" | "y"): boolean {
    return !this.has(`${axis}Label`) || this.get(`${axis}Label`) !== null;
  }
}
