/** A connector that knows its answers beforehand: the questions of a picture, each with its Arrow bytes. */
import type { Connector } from "../plot/index";

/** Questions and the answers to them, Arrow IPC streams in base64. */
export type Recorded = readonly (readonly [sql: string, answer: string])[];

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Answers what was recorded; any other question is an error that shows it. */
export function frozen(recorded: Recorded): Connector {
  const answers = new Map(recorded);
  return {
    async query({ sql }) {
      const answer = answers.get(String(sql));
      if (answer === undefined) throw new Error(`There is no recorded answer to the question: ${String(sql)}`);
      return bytesOf(answer);
    },
  };
}
