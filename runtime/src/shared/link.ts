/** Addresses that come from data. */

/** The address, unsafe characters percent-encoded; null unless it is http, https or relative to the page's host. */
export function safeHref(text: string): string | null {
  const address = text.replace(/[\t\n\r]/g, "").replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, "");
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address);
  if (!address || /^[\\/]{2}/.test(address) || (scheme && !/^https?$/i.test(scheme[1]))) return null;
  return address.replace(/[^A-Za-z0-9\-._~:/?#[\]@!$&()*+,;=%]/gu, encodePart).replace(/%(?![0-9A-Fa-f]{2})/g, "%25");
}

function encodePart(letter: string): string {
  try {
    return letter === "'" ? "%27" : encodeURIComponent(letter);
  } catch {
    return "%EF%BF%BD";
  }
}
