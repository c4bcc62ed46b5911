/**
 * Runs the script that living figures carry packed, as an inline script, whose hash stands in the page's policy. Of
 * several figures the first carries it for all, each has this loader.
 */
import { inflated } from "../page/bytes";
import { html, part } from "../page/dom";
import { attempt } from "../page/taken";
import { LIVING_FIGURE } from "../shared/protocol";

/** So long a document may take to bring the script. */
const PATIENCE = 5000;

const SCRIPTLESS =
  "This picture stays as it is: its script came with the first picture of its HtmlPage that can be changed, " +
  "which is not in this page.";

const page = globalThis as { inspectVizLoading?: "watched" | "found" };

async function run(block: Element): Promise<void> {
  const script = html("script", {}, new TextDecoder().decode(await inflated(block)));
  document.head.append(script);
  script.remove();
}

function load(): void {
  const block = document.querySelector(`[${LIVING_FIGURE}] [data-part=live]`);
  if (!block || page.inspectVizLoading === "found") return;
  page.inspectVizLoading = "found";
  attempt(block.parentElement!, () => run(block));
}

function tell(): void {
  load();
  if (page.inspectVizLoading === "found") return;
  if (document.readyState === "loading") return document.addEventListener("DOMContentLoaded", tell, { once: true });
  console.warn(`inspect-viz: ${SCRIPTLESS}`);
  for (const root of document.querySelectorAll<HTMLElement>(`[${LIVING_FIGURE}]`))
    if (!part(root, "still")) root.append(html("p", { "data-part": "still", role: "status" }, SCRIPTLESS));
}

load();
if (!page.inspectVizLoading) {
  page.inspectVizLoading = "watched";
  setTimeout(tell, PATIENCE);
}
