/** Attributes of a plot, and those among them that Mosaic or a document does not take. */
import type { MarkSpec } from "./spec";

/** Attributes that the picture itself looks after. */
export interface OwnAttributes {
  name?: string;
  ariaLabel?: string;
  ariaDescription?: string;
  clip?: unknown;
  style?: string;
}

const SIDES = ["Top", "Right", "Bottom", "Left"] as const;

/** CSS as text; a caller may give its properties one by one. */
function styleText(style: unknown): string | undefined {
  if (style === null || typeof style !== "object") return style as string | undefined;
  const name = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return Object.entries(style)
    .map(([key, value]) => `${name(key)}: ${String(value)}`)
    .join("; ");
}

/** A plot's attributes without our own ones, each margin by its own name. */
export function sorted(attributes: MarkSpec): { own: OwnAttributes; rest: MarkSpec } {
  const { name, ariaLabel, ariaDescription, clip, style, margin, margins, ...rest } = attributes as MarkSpec &
    OwnAttributes;
  for (const side of SIDES) {
    const value = (margins as MarkSpec | undefined)?.[side.toLowerCase()] ?? margin;
    if (value !== undefined) rest[`margin${side}`] ??= value;
  }
  return { own: { name, ariaLabel, ariaDescription, clip, style: styleText(style) }, rest };
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
export function groupAttributes(own: OwnAttributes): {
  attributes: Record<string, string>;
  background: string | null;
} {
  const declared = (own.style ?? "").split(";").map((text) => text.split(/:(.*)/s).map((part) => part.trim()));
  const styles = declared.filter(([name, value]) => STYLES.has(name) && value);
  const names = { "aria-label": own.ariaLabel, "aria-description": own.ariaDescription };
  const named = Object.entries(names).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const background = declared.find(([name]) => name === "background" || name === "background-color")?.[1] ?? null;
  return { attributes: Object.fromEntries([...named, ...styles]) as Record<string, string>, background };
}
