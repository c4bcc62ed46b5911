/** Windows of many rows. Sorted rows are put in order once: their places come, then the rows at some of these. */
import type { Answer } from "../cell/bands";
import type { TableColumn } from "./column";
import type { Question, Wanted } from "./question";
import { valuesOf, type Values } from "./rows";

/** Places that are held, at most: four bytes each. */
const MOST_PLACES = 2_000_000;

export class Windows {
  private places: Promise<ArrayLike<number>> | null = null;

  constructor(
    private readonly question: Question,
    private readonly wanted: Wanted,
    private readonly count: number,
    private readonly columns: readonly TableColumn[],
    private readonly answer: (sql: string) => Promise<unknown>,
  ) {}

  async ask(limit: number, offset: number): Promise<Values> {
    const { question, wanted, columns } = this;
    const isSorted = wanted.sorts.length > 0 && !question.isGrouped;
    if (!isSorted || offset === 0 || this.count > MOST_PLACES)
      return valuesOf(await this.answer(question.window(wanted, limit, offset)), columns);
    const all = await (this.places ??= this.order());
    const places = Array.from({ length: Math.min(limit, all.length - offset) }, (_, i) => all[offset + i]);
    const answer = await this.answer(question.rowsAt(wanted, places));
    return this.ordered(answer, places);
  }

  private async order(): Promise<ArrayLike<number>> {
    const answer = (await this.answer(this.question.places(this.wanted))) as Answer;
    return answer.getChild("row")!.toArray() as ArrayLike<number>;
  }

  /** Rows in the order of their places. */
  private ordered(answer: unknown, places: readonly number[]): Values {
    const found = Array.from((answer as Answer).getChild("row")!.toArray(), Number);
    const at = new Map(found.map((place, i) => [place, i]));
    return valuesOf(answer, this.columns).map((values) => places.map((place) => values[at.get(place)!]));
  }
}
