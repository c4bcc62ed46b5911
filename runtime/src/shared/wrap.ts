/** Text in lines. */
import { shorten, type Measure } from "./ticks";

/** Between sentences. */
const STOP = /(?<=[.!?]) /;

/** Lines no wider than `room`; a word wider than that is shortened. */
export function wrapped(text: string, room: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").filter(Boolean)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && measure(`${last} ${word}`) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => shorten(line, room, measure));
}

/** As many lines, that break between sentences or else are about alike in length: they may differ by `step`. */
export function even(text: string, room: number, step: number, measure: Measure): string[] {
  const lines = wrapped(text, room, measure);
  const sentences = text.split(STOP);
  const told = sentences.flatMap((sentence) => wrapped(sentence, room, measure));
  if (sentences.length === lines.length && told.length === lines.length) return told;
  let best = lines;
  for (let less = room; less > 0; less -= step) {
    const narrow = wrapped(text, less, measure);
    if (narrow.length > lines.length || narrow.join(" ") !== lines.join(" ")) break;
    best = narrow;
  }
  return best;
}
