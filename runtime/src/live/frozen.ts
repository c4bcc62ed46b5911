/** A connector that knows its answers beforehand: the questions of a picture, each with its Arrow bytes. */
import type { Connector } from "../plot/index";

/** Questions and the answers to them, Arrow IPC streams. */
export type Answers = ReadonlyMap<string, Uint8Array>;

/** Answers what was recorded; `beyond` answers the rest, or any other question is an error that shows it. */
export function frozen(answers: Answers, beyond?: Connector): Connector {
  return {
    async query(request) {
      const answer = answers.get(String(request.sql));
      if (answer !== undefined) return answer;
      if (beyond) return beyond.query(request);
      throw new Error(`There is no recorded answer to the question: ${String(request.sql)}`);
    },
  };
}
