/** The pinned tip: what it has besides its facts. */
import { asPart } from "../shared/protocol";
import { button, html, set } from "./dom";
import { dot } from "./dot";
import { pairing, type Pairing } from "./pair";
import type { Beside, Facts } from "./plot";

export interface PinActions {
  copy(): void;
  copySource(text: string): void;
  say(text: string): void;
  close(): void;
}

const anchor = (label: string, href: string): HTMLElement =>
  html("a", { href, target: "_blank", rel: "noopener noreferrer" }, label);

/** Links to the epochs of a model, where it has several. */
function epochLinks({ name, links }: Beside): (Node | string)[] {
  if (links.length < 2) return [];
  const anchors = links.flatMap(({ label, href }) => {
    const link = anchor(label.replace(/^epoch /, ""), href);
    set(link, { "aria-label": `${name}, ${label}` });
    return [" ", link];
  });
  return [" \u00b7 open", ...anchors];
}

/** All models for the sample, with their epochs as dots. */
function column(rows: Beside[], { boxes, besides }: Pairing): HTMLElement[] {
  if (!rows.length) return [];
  const lines = rows.map((row, k) => {
    const { name, dots, text, isHere } = row;
    const [first] = row.links;
    return html(
      "tr",
      isHere ? { "aria-current": "true" } : {},
      ...(boxes.some(Boolean) ? [html("td", {}, boxes[k] ?? "")] : []),
      html("th", { scope: "row" }, first ? anchor(name, first.href) : name),
      html("td", { "aria-hidden": "true" }, ...dots.map(dot)),
      html("td", {}, text, ...epochLinks(row)),
      ...(besides.some(Boolean) ? [html("td", {}, besides[k] ?? "")] : []),
    );
  });
  return [html("table", asPart("column"), html("tbody", {}, ...lines))];
}

/** Rows with what they have, as far as there are several or they can be opened, and other links. */
function list({ runs, links }: Facts): HTMLElement {
  const several = runs.length > 1;
  const rows = runs
    .filter(({ href }) => several || href !== undefined)
    .map(({ label, color, text, href }) => {
      const name = href === undefined ? label : anchor(label, href);
      return several ? html("li", {}, dot(color), name, `: ${text}`) : html("li", {}, name);
    });
  return html("ul", asPart("links"), ...rows, ...links.map(({ label, href }) => html("li", {}, anchor(label, href))));
}

/** Texts that may be long: keys scroll them. */
const told = ([name, text]: [string, string]): HTMLElement[] => [
  html("dt", {}, name),
  html("dd", {}, html("div", { tabindex: 0, role: "group", "aria-label": name }, text)),
];

/** What a pinned tip has besides its facts: links, texts, all models for the sample, and buttons. */
export function panel(facts: Facts, beside: Beside[], { copy, copySource, say, close }: PinActions): HTMLElement[] {
  const { naming, details, source } = facts;
  const copying = naming === null ? [] : [button(`Copy ${naming}`, copy)];
  const pairs = pairing(beside, { say });
  const parts = source.split("\n")[0].split("\t").length > 2 ? "path, id, epoch" : "path, id";
  return [
    list(facts),
    html("dl", asPart("told"), ...details.flatMap(told)),
    ...column(beside, pairs),
    pairs.result,
    html(
      "p",
      asPart("actions"),
      ...pairs.buttons,
      ...copying,
      ...(source ? [button(`Copy ${parts}`, () => copySource(source))] : []),
      button("Close", close),
    ),
  ];
}
