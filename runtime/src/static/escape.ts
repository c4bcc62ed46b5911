/** Data as text of an XML document. */

/** Characters that XML 1.0 cannot hold, lone surrogates included. */
const FORBIDDEN = new RegExp(
  [
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/,
    /[\ud800-\udbff](?![\udc00-\udfff])/,
    /(?<![\ud800-\udbff])[\udc00-\udfff]/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

export const xmlText = (text: string): string => text.replace(FORBIDDEN, "\ufffd");

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escape = (text: string): string => xmlText(text).replace(/[&<>"']/g, (c) => ENTITIES[c]);
