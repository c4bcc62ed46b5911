/** The second script: a host lets it run before the core, or puts it into figures, packed, for the core to run. */
import { html, part } from "./dom";
import type { Later } from "./later";
import { inflated } from "./unpacked";

/** What the script has left, which is taken away: other copies of the core may be of another version. */
function left(): Later | undefined {
  const holder = globalThis as { inspectVizLater?: Later };
  const found = holder.inspectVizLater;
  delete holder.inspectVizLater;
  return found;
}

let made = left();

/** Runs the second script that a figure carries, if none has run. It is an inline script: its hash is in the policy. */
export async function loadLater(root: Element): Promise<void> {
  const packed = part(root, "later");
  if (made || !packed) return;
  const script = html("script", {}, new TextDecoder().decode(await inflated(packed)));
  document.head.append(script);
  script.remove();
  made = left() ?? made;
}

/** All that the second script defines. */
export function later(): Later {
  if (!made) throw new Error("the second script did not run");
  return made;
}
