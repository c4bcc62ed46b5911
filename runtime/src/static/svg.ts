/** Elements as text of an svg document: presentation attributes only, ids of this picture only. */
import { safeHref } from "../shared/link";
import { escape } from "./escape";

const SKIPPED_TAGS = new Set(["style", "script", "title"]);
const SKIPPED_ATTRIBUTES = new Set(["class", "style", "xmlns:xlink", "data-index"]);

/** Renames Plot's counted ids, so that equal pictures have equal bytes and pictures do not share ids. */
export class Ids {
  private readonly names = new Map<string, string>();

  constructor(private readonly prefix: string) {}

  of(id: string): string {
    if (!this.names.has(id)) this.names.set(id, `${this.prefix}-${this.names.size + 1}`);
    return this.names.get(id)!;
  }

  attribute(name: string, value: string): string {
    if (name === "id") return this.of(value);
    if (name.endsWith("href") && value.startsWith("#")) return `#${this.of(value.slice(1))}`;
    return value.replace(/^url\(#([^)]*)\)$/, (_, id: string) => `url(#${this.of(id)})`);
  }
}

/** A link that comes from data: only what may be opened stays. */
function link(value: string): string {
  const href = safeHref(value);
  return href === null ? "" : ` href="${escape(href)}" rel="noopener noreferrer"`;
}

/** Fonts that the picture falls back to; the package brings the last named one, which has the widths of the first. */
export const FONT_FAMILY = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif";

/** A caller's font, and the picture's own where it is missing. */
export const families = (own: string): string => `${own}, ${FONT_FAMILY}`;

function openTag(element: Element, ids: Ids): string {
  const attributes = Array.from(element.attributes)
    .filter(({ name }) => !SKIPPED_ATTRIBUTES.has(name) && !name.startsWith("on"))
    .map(({ name, value }) => {
      if (element.localName === "a" && name.endsWith("href")) return link(value);
      return ` ${name}="${escape(name === "font-family" ? families(value) : ids.attribute(name, value))}"`;
    });
  return `<${element.localName}${attributes.join("")}`;
}

/** `replace` may give other text for an element. */
export function serialize(node: Node, ids: Ids, replace: (element: Element) => string | null): string {
  if (node.nodeType === 3) return escape(node.textContent ?? "");
  if (node.nodeType !== 1) return "";
  const element = node as Element;
  if (SKIPPED_TAGS.has(element.localName)) return "";
  const other = replace(element);
  if (other !== null) return other;
  const children = Array.from(element.childNodes, (child) => serialize(child, ids, replace)).join("");
  return `${openTag(element, ids)}${children ? `>${children}</${element.localName}>` : "/>"}`;
}

/** Properties of a plot's `style` that an svg has as attributes; a policy that forbids styles leaves them alone. */
const STYLES = new Set([
  "color",
  "fill",
  "font",
  "font-family",
  "font-size",
  "font-style",
  "font-variant",
  "font-weight",
  "letter-spacing",
  "opacity",
  "stroke",
]);

/** The font size in pixels that a plot's `style` asks for. */
export function fontSize(style: string): number | null {
  const found = /(?:^|;)\s*font-size\s*:\s*(\d+(?:\.\d+)?)(px)?\s*(?:;|$)/.exec(style);
  return found ? Number(found[1]) : null;
}

/** A plot's style and names as attributes of its group, and the colour behind it. */
export function plotAttributes(
  style: string,
  names: Record<string, string | undefined>,
): { attributes: string; background: string | null } {
  const declared = style.split(";").map((text) => text.split(/:(.*)/s).map((part) => part.trim()));
  const styles = declared.filter(([name, value]) => STYLES.has(name) && value);
  const named = Object.entries(names).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const background = declared.find(([name]) => name === "background" || name === "background-color")?.[1] ?? null;
  return {
    attributes: [...named, ...styles].map(([name, value]) => ` ${name}="${escape(value)}"`).join(""),
    background,
  };
}
