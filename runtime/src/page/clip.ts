/** Texts for the clipboard. */
import { html } from "./dom";

/** Copies a text; whether the browser lets it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = html("textarea", { readonly: "" }, text);
    const before = document.activeElement;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    (before as HTMLElement | null)?.focus?.();
    return done;
  }
}
