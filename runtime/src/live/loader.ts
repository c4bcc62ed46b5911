/** Runs the script that living figures carry packed, as an inline script, whose hash stands in the page's policy. */
import { inflated } from "../page/bytes";
import { html, part } from "../page/dom";
import { attempt } from "../page/taken";
import { LIVING_FIGURE } from "../shared/protocol";

async function run(block: Element): Promise<void> {
  const script = html("script", {}, new TextDecoder().decode(await inflated(block)));
  document.head.append(script);
  script.remove();
}

const root = document.querySelector<HTMLElement>(`[${LIVING_FIGURE}]`);
const block = root && part(root, "live");
if (block) attempt(root, () => run(block));
