/** A selection of samples: a set of ids that does not change, and how it came to be, in words. */

/** What a further choice does: takes the place of what is selected, joins it, or is taken out of it. */
export type How = "replace" | "add" | "remove";

/** Longer stories are not told. */
const MOST_WORDS = 3;

const LINKS: Record<How, string> = { replace: "", add: "and ", remove: "without " };

export class Selection {
  static readonly none = new Selection(new Set(), []);

  private constructor(
    private readonly ids: ReadonlySet<string>,
    private readonly story: readonly string[],
  ) {}

  get size(): number {
    return this.ids.size;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** Those of some ids that are selected, in their order. */
  among(ids: readonly string[]): string[] {
    return ids.filter((id) => this.ids.has(id));
  }

  /** "nobody, and errors"; empty where that would be long. */
  get words(): string {
    return this.story.length > MOST_WORDS ? "" : this.story.join(", ");
  }

  /** This selection and further ids, which have a name. */
  combined(ids: readonly string[], name: string, how: How): Selection {
    if (how === "replace" || (how === "add" && !this.size))
      return ids.length ? new Selection(new Set(ids), [name]) : Selection.none;
    const all = new Set(this.ids);
    for (const id of ids) {
      if (how === "add") all.add(id);
      else all.delete(id);
    }
    return all.size ? new Selection(all, [...this.story, LINKS[how] + name]) : Selection.none;
  }
}

/** What a click or a key with these keys held does. */
export const howOf = (event: Pick<MouseEvent, "shiftKey" | "altKey">): How =>
  event.altKey ? "remove" : event.shiftKey ? "add" : "replace";
