/** Two models of a sample that a reader has marked: both transcripts, and what differs in their texts. */
import { asPart } from "../shared/protocol";
import { button, html, on, set } from "./dom";
import { wordDiff, type Piece } from "./diff";
import type { Beside, Told } from "./plot";

export interface PairActions {
  say(text: string): void;
}

const TAGS = { same: "span", gone: "del", new: "ins" } as const;

const pieceOf = ({ kind, text }: Piece): HTMLElement => html(TAGS[kind], {}, text);

/** Texts of one column and one epoch in both models. */
interface TextPair {
  name: string;
  texts: [string, string];
}

/** The texts of both by column and epoch; columns whose epochs have one text once. */
function pairsOf(a: readonly Told[], b: readonly Told[]): TextPair[] {
  const columns = [...new Set([...a, ...b].map(({ column }) => column))];
  return columns.flatMap((column) => {
    const [mine, theirs] = [a, b].map((all) => all.filter((told) => told.column === column));
    const n = [mine, theirs].every((all) => new Set(all.map(({ text }) => text)).size < 2)
      ? 1
      : Math.max(mine.length, theirs.length);
    return Array.from({ length: n }, (_, k): TextPair => {
      const epoch = mine[k]?.epoch || theirs[k]?.epoch;
      const name = n > 1 && epoch ? `${column}, epoch ${epoch}` : column;
      return { name, texts: [mine[k]?.text ?? "", theirs[k]?.text ?? ""] };
    });
  });
}

/** What differs, in words of the first (struck out) and of the second (underlined). */
function differences(first: Beside, second: Beside): HTMLElement[] {
  const pairs = pairsOf(first.told, second.told);
  const [differing, alike] = [true, false].map((is) => pairs.filter(({ texts: [a, b] }) => (a !== b) === is));
  const rows = differing.flatMap(({ name, texts }) => [
    html("dt", {}, name),
    html(
      "dd",
      {},
      html(
        "div",
        { tabindex: 0, role: "group", "aria-label": `${name}: differences` },
        ...wordDiff(...texts).map(pieceOf),
      ),
    ),
  ]);
  const names = [...new Set(alike.map(({ name }) => name))].join(", ");
  const legend = html(
    "p",
    asPart("rank"),
    html("del", {}, `only ${first.name}`),
    " ",
    html("ins", {}, `only ${second.name}`),
  );
  return [
    legend,
    html("dl", asPart("told"), ...rows),
    ...(names ? [html("p", asPart("rank"), `Alike: ${names}`)] : []),
  ];
}

export interface Pairing {
  /** A box for each model, that marks it; none where there is nothing to do with two. */
  boxes: (HTMLInputElement | null)[];
  /** A button for each model that has a transcript beside that of the cell, which opens both. */
  besides: (HTMLElement | null)[];
  buttons: HTMLElement[];
  /** Where differences are shown. */
  result: HTMLElement;
}

export const canOpen = ({ links }: Beside): boolean => links.length > 0;

/** Opens two transcripts; what is said of that. */
export function openBoth(a: Beside, b: Beside): string {
  for (const { links } of [a, b]) window.open(links[0].href, "_blank", "noopener,noreferrer");
  return `Opening ${a.name} and ${b.name}; allow pop-ups if only one opens`;
}

/** Boxes that mark two models: those that are compared or the one of the cell at first, and of more the last two. */
export function pairing(beside: readonly Beside[], { say }: PairActions): Pairing {
  const canTell = ({ told }: Beside): boolean => told.length > 0;
  const isOf = (one: Beside): boolean => canOpen(one) || canTell(one);
  const result = html("div", asPart("differences"));
  const none = beside.map(() => null);
  if (beside.filter(isOf).length < 2) return { boxes: none, besides: none, buttons: [], result };
  const tell = (text: string): void => {
    result.replaceChildren(html("p", asPart("rank"), text));
    say(text);
  };
  const compared = beside.filter((one) => one.isCompared && isOf(one));
  let marked = compared.length === 2 ? compared : beside.filter((one) => one.isHere && isOf(one));
  const both = (test: (one: Beside) => boolean, act: (a: Beside, b: Beside) => void) => (): void => {
    const [a, b] = marked;
    if (marked.length === 2 && marked.every(test)) act(a, b);
    else tell("Mark two models first");
  };
  const opens = button(
    "Open both",
    both(canOpen, (a, b) => tell(openBoth(a, b))),
    { title: "Open the transcripts of the two models that are marked" },
  );
  const tells = button(
    "Differences",
    both(canTell, (a, b) => {
      result.replaceChildren(...differences(a, b));
      result.scrollIntoView({ block: "nearest" });
      say(`Differences of ${a.name} and ${b.name}`);
    }),
    { title: "Show what differs in the texts of the two models that are marked" },
  );
  const boxes = beside.map((one) => {
    if (!isOf(one)) return null;
    const box = html("input", { type: "checkbox", "aria-label": `Mark ${one.name}` });
    on(box, "change", () => {
      marked = box.checked ? [...marked, one].slice(-2) : marked.filter((other) => other !== one);
      update();
    });
    return box;
  });
  const update = (): void => {
    beside.forEach((one, k) => boxes[k] && (boxes[k].checked = marked.includes(one)));
    for (const [one, test] of [
      [opens, canOpen],
      [tells, canTell],
    ] as const)
      set(one, { "aria-disabled": String(!(marked.length === 2 && marked.every(test))) });
    result.replaceChildren();
  };
  update();
  const buttons = [
    ...(beside.filter(canOpen).length > 1 ? [opens] : []),
    ...(beside.filter(canTell).length > 1 ? [tells] : []),
  ];
  const here = beside.find((one) => one.isHere && canOpen(one));
  const besides = beside.map((one) =>
    here && one !== here && canOpen(one)
      ? button("both", () => tell(openBoth(here, one)), {
          "aria-label": `Open both: ${here.name} and ${one.name}`,
          title: `Open the transcripts of ${here.name} and ${one.name}`,
        })
      : null,
  );
  return { boxes, besides, buttons, result };
}
