/** Numbers of things that V8 ends the whole process over, when it makes a list of so many. */
const MOST = 10_000;
const COUNTS = /^(\w*[tT]icks|thresholds|colorN)$/;

/** Throws where an option asks for more things than anybody looks at. */
export function checkCounts(where: string, options: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(options))
    if (COUNTS.test(name) && typeof value === "number" && value > MOST)
      throw new Error(`${where}: ${name} must be at most 10,000, not ${value}`);
}
