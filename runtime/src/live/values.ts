/** Params and selections of a picture by their names, for hosts that read, set and follow them. */
import { isSelection, type Param, type Selection } from "@uwdata/mosaic-core";

type Named = ReadonlyMap<string, Param<unknown> | Selection>;

export class Values {
  constructor(private readonly params: Named) {}

  get names(): string[] {
    return [...this.params.keys()];
  }

  /** The value of a param, or that of the condition that was set last in a selection. */
  get(name: string): unknown {
    return this.params.get(name)?.value;
  }

  /** The conditions of a selection as SQL, joined as it joins them; null for none, and for params. */
  condition(name: string): string | null {
    const found = this.params.get(name);
    const predicate: unknown = isSelection(found) ? found.predicate() : undefined;
    const all = [predicate].flat().filter((part) => part !== undefined && part !== null);
    return all.length ? all.map((part) => `(${String(part)})`).join(" AND ") : null;
  }

  /** Sets a param; selections are set by what readers do. */
  set(name: string, value: unknown): void {
    const found = this.params.get(name);
    if (found && !isSelection(found)) found.update(value);
  }

  /** Calls `listener` with the name of what has changed. */
  onChange(listener: (name: string) => void): void {
    for (const [name, param] of this.params) param.addEventListener("value", () => listener(name));
  }
}
