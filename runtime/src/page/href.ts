/** Which links may be opened; checked again here, whoever wrote the page. */
import { safeHref } from "../shared/link";

/** The address of an http, https or relative link, the last on this page's own host; null for any other. */
export function openable(href: string): string | null {
  const address = safeHref(href);
  return address === null || address.startsWith("//") ? null : address;
}
