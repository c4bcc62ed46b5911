/** Groups by what channels compute, where a column of the table has the name of one: SQL would group by the column. */
interface Grouped {
  column?: string;
}

interface Question {
  _select: { alias: string; expr: unknown }[];
  _groupby: Grouped[];
  setGroupby(...groups: unknown[]): unknown;
}

export interface GroupingMark {
  source?: { options?: { optimize?: boolean } };
  query(filter?: unknown): Question;
}

/** Makes a mark group by expressions instead of their names. */
export function groupByExpressions(mark: GroupingMark): void {
  const { query } = mark;
  // Mosaic would thin out lines in a question around this one, where it cannot be reached.
  Object.assign(mark.source?.options ?? {}, { optimize: false });
  mark.query = (filter) => {
    const question = query.call(mark, filter);
    const own = new Map(question._select.map(({ alias, expr }) => [alias, expr]));
    question.setGroupby(...question._groupby.map((group) => own.get(String(group.column)) ?? group));
    return question;
  };
}
