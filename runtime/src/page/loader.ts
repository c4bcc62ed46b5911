/** Runs the core that figures carry packed, as an inline script, whose hash stands in the page's policy. */
import { inflated } from "./bytes";
import { html, part } from "./dom";
import { attempt, free, isFree } from "./taken";

async function run(root: HTMLElement, block: Element): Promise<void> {
  const text = new TextDecoder().decode(await inflated(block));
  if (!isFree(root)) return;
  const script = html("script", {}, text);
  document.head.append(script);
  script.remove();
}

for (const root of free()) {
  const block = part(root, "core");
  if (block) attempt(root, () => run(root, block));
}
