/** Differences of two texts, word by word: a longest common subsequence. */

export type Kind = "same" | "gone" | "new";

/** A stretch of words that both texts have, or one of them. */
export interface Piece {
  kind: Kind;
  text: string;
}

/** Words, and what stands between them, sign by sign. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}_]+|\s+|[^]/gu) ?? [];

/** Larger tables are not made: what lies between the first and the last difference counts as replaced. */
const MOST = 4_000_000;

/** Lengths of the longest common subsequences of what is left of both, row by row. */
function lengthsOf(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      rows[i][j] = a[i] === b[j] ? rows[i + 1][j + 1] + 1 : Math.max(rows[i + 1][j], rows[i][j + 1]);
  return rows;
}

function* middle(a: readonly string[], b: readonly string[]): Generator<Piece> {
  const isLarge = a.length * b.length > MOST || Math.min(a.length, b.length) >= 2 ** 16;
  const lengths = isLarge ? null : lengthsOf(a, b);
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (lengths && a[i] === b[j]) {
      yield { kind: "same", text: a[i++] };
      j++;
    } else if (!lengths || lengths[i + 1][j] >= lengths[i][j + 1]) yield { kind: "gone", text: a[i++] };
    else yield { kind: "new", text: b[j++] };
  }
  while (i < a.length) yield { kind: "gone", text: a[i++] };
  while (j < b.length) yield { kind: "new", text: b[j++] };
}

/** How many items both begin with. */
function alike(a: readonly string[], b: readonly string[]): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

/** What is gone of one text and new in the other, in their order; neighbours of one kind are one. */
export function wordDiff(before: string, after: string): Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const start = alike(a, b);
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const end = alike([...restA].reverse(), [...restB].reverse());
  const [coreA, coreB] = [restA.slice(0, restA.length - end), restB.slice(0, restB.length - end)];
  const pieces: Piece[] = [];
  const add = ({ kind, text }: Piece): void => {
    const last = pieces[pieces.length - 1];
    if (last?.kind === kind) last.text += text;
    else if (text) pieces.push({ kind, text });
  };
  add({ kind: "same", text: a.slice(0, start).join("") });
  for (const piece of middle(coreA, coreB)) add(piece);
  add({ kind: "same", text: restA.slice(restA.length - end).join("") });
  return pieces;
}
