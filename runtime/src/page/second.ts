/** The second script, which hosts let run before the core. */
import type { Later } from "./later";

/** What the script has left, which is taken away: other copies of the core may be of another version. */
function left(): Later {
  const holder = globalThis as { inspectVizLater?: Later };
  const found = holder.inspectVizLater;
  if (!found) throw new Error("the second script did not run");
  delete holder.inspectVizLater;
  return found;
}

const made = left();

/** All that the second script defines. */
export const later = (): Later => made;
