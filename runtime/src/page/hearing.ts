/** Events of the whole document, which pictures of notebooks must not hear any more once they are gone. */
import { on } from "./dom";

/** Hears an event of the document while `root` stands in it, again when it comes back; returns what ends that. */
export function hear<K extends keyof HTMLElementEventMap>(
  root: Element,
  name: K,
  act: (event: HTMLElementEventMap[K]) => void,
  capture = false,
): () => void {
  let heard: AbortController | null = null;
  const stop = (): void => {
    heard?.abort();
    heard = null;
  };
  const follow = (): void => {
    if (!root.isConnected) return stop();
    if (heard) return;
    heard = new AbortController();
    on(document, name, (event) => (root.isConnected ? act(event) : stop()), { capture, signal: heard.signal });
  };
  const observer = new ResizeObserver(follow);
  observer.observe(root);
  follow();
  return () => {
    observer.disconnect();
    stop();
  };
}
