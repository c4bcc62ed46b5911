/** Elements as text of an svg document: presentation attributes only, ids of this picture only. */
import { safeHref } from "../shared/link";
import { FONT_FAMILY } from "../plot/text";
import { escape } from "./escape";
import { attributesOf, markupOf } from "./markup";

const SKIPPED_TAGS = new Set(["style", "script"]);
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
    if (name.startsWith("aria-")) return value;
    return value.replace(/^url\(#([^)]*)\)$/, (_, id: string) => `url(#${this.of(id)})`);
  }
}

/** A link that comes from data: only what may be opened stays. */
function link(value: string): string {
  const href = safeHref(value);
  return href === null ? "" : ` href="${escape(href)}" rel="noopener noreferrer"`;
}

/** A caller's font, and the picture's own where it is missing. */
const families = (own: string): string => (own === FONT_FAMILY ? own : `${own}, ${FONT_FAMILY}`);

function openTag(element: Element, ids: Ids): string {
  const attributes = attributesOf(element)
    .filter(({ name }) => !SKIPPED_ATTRIBUTES.has(name) && !name.startsWith("on"))
    .map(({ name, value }) => {
      if (element.localName === "a" && name.endsWith("href")) return link(value);
      return ` ${name}="${escape(name === "font-family" ? families(value) : ids.attribute(name, value))}"`;
    });
  return `<${element.localName}${attributes.join("")}`;
}

/** Titles are Plot's; those of the picture's own notes stay. */
const NOTES = ["problems", "remarks"];
/** Grounds of brushes, which nobody can move here. */
const BRUSHES = /^(interval|region)-/;
const isSkipped = (element: Element): boolean =>
  SKIPPED_TAGS.has(element.localName) ||
  BRUSHES.test(element.getAttribute("class") ?? "") ||
  (element.localName === "title" && !NOTES.includes(element.parentElement?.getAttribute("data-part") ?? ""));

/** An element and all inside it. */
export function serialize(node: Node, ids: Ids): string {
  if (node.nodeType === 3) return escape(node.textContent ?? "");
  if (node.nodeType !== 1 || isSkipped(node as Element)) return "";
  const element = node as Element;
  const inside = Array.from(element.childNodes, (child) => serialize(child, ids)).join("") + markupOf(element);
  return `${openTag(element, ids)}${inside ? `>${inside}</${element.localName}>` : "/>"}`;
}
