/** A picture in a notebook whose kernel answers: the module of an anywidget. */
import { html } from "../page/dom";
import type { Choices } from "./chosen";
import type { frozen } from "./frozen";
import { Kernel, type Model } from "./kernel";
import type { named } from "./named";
import type { Living, Recording } from "./open";
import type { EngineError } from "./watch";
import { Telling } from "./telling";
import { watchKernel } from "./watching";

/** What the script of living pictures leaves for hosts; it stands before this module in the widget's text. */
declare const inspectVizLiving: {
  Living: typeof Living;
  Choices: typeof Choices;
  frozen: typeof frozen;
  named: typeof named;
  EngineError: typeof EngineError;
};

/** The rules of pictures: here they come with each picture, since it may stand in a shadow tree. */
declare const inspectVizStyle: string;

const GONE = "the kernel has ended; run the cell again to change it";
const UNREAD = "This picture could not be drawn again; above it is as it was first.";

interface Given {
  model: Model;
  el: HTMLElement;
}

/** The still picture of this widget: the last one before it in the document. */
function stillOf(el: HTMLElement, key: string): HTMLElement | null {
  const all = [...document.querySelectorAll<HTMLElement>(`[data-inspect-viz-still="${key}"]`)];
  const isBefore = (still: HTMLElement): boolean =>
    (still.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return all.filter(isBefore).pop() ?? null;
}

/** JupyterLab takes the keys of commands from every focused element that does not have this attribute itself. */
const keepKeys = (event: FocusEvent): void =>
  (event.target as Element).setAttribute("data-lm-suppress-shortcuts", "true");

/** What other scripts of the page may do with a picture that is shown. */
interface Shown {
  living: Living;
  choices: Choices;
  telling: Telling;
  /** Hears no more of the model. */
  end(): void;
}

type Chosen = Parameters<Choices["set"]>[0];

async function open(root: HTMLElement, model: Model, kernel: Kernel): Promise<Shown> {
  const { Choices, Living, frozen, named } = inspectVizLiving;
  const recording = JSON.parse(model.get("recording") as string) as Recording;
  const { buffer, byteOffset, byteLength } = model.get("answers") as DataView;
  const answers = named(new Uint8Array(buffer, byteOffset, byteLength));
  const living = await Living.open(root, recording, frozen(answers, kernel));
  const telling = new Telling(kernel, () => {
    model.set("chosen", choices.tell());
    model.save_changes();
  });
  living.picture.mosaic.coordinator.manager.consolidate(true);
  living.calculate({ isAwake: () => true, hasEnded: () => kernel.hasEnded, keepsTables: true });
  const choices = new Choices(living.picture, Object.keys(model.get("chosen") as object), telling.later);
  const set = (): void => {
    choices.set(model.get("chosen") as Chosen);
    living.follow();
  };
  model.on("change:chosen", set);
  set();
  kernel.hurry(living.picture.mosaic.params.values());
  kernel.onRest = () => living.catchUp();
  return { living, choices, telling, end: () => model.off("change:chosen", set) };
}

function render({ model, el }: Given, views: Set<Shown>): () => void {
  const root = html("figure", { class: "inspect-viz", "data-inspect-viz-live": "", style: "margin:0" });
  const word = html("p", { "data-part": "still", role: "status" });
  const kernel = new Kernel(model);
  const say = (text: string): void => {
    word.replaceChildren(text);
    root.append(word);
  };
  root.addEventListener("focusin", keepKeys);
  root.hidden = true;
  el.append(html("style", {}, inspectVizStyle), root);
  const unwatch = watchKernel(model, () => {
    kernel.end(new inspectVizLiving.EngineError(GONE));
    say(`This picture stays as it is: ${GONE}.`);
  });
  let shown: Shown | null = null;
  let isGone = false;
  open(root, model, kernel).then(
    (opened) => {
      if (isGone) return opened.end();
      views.add((shown = opened));
      stillOf(el, model.get("key") as string)?.style.setProperty("display", "none");
      root.hidden = false;
      root.setAttribute("data-ready", "");
    },
    (error: unknown) => {
      if (isGone) return;
      say(UNREAD);
      root.hidden = false;
      console.error(error);
    },
  );
  return () => {
    isGone = true;
    shown?.telling.now();
    shown?.end();
    if (shown) views.delete(shown);
    unwatch();
    kernel.close();
    if (!views.size) model.send({ rest: true });
  };
}

/** What a message of the kernel wants shown. */
interface Wanted {
  highlight?: string | null;
}

/** One widget, with what it offers other scripts of the page. */
export default () => {
  const views = new Set<Shown>();
  const all = <T>(act: (shown: Shown) => T): T[] => [...views].map(act);
  const offered = {
    /** Frames the things of this name wherever the picture is shown, or none; whether there are any. */
    highlight: (name: string | null): boolean => all(({ living }) => living.highlight(name)).some(Boolean),
    /** Chooses as a reader does: the name of a param or a selection in the spec, and what `chosen` would hold. */
    select: (name: string, chosen: Chosen[string]): void => void all(({ choices }) => choices.choose(name, chosen)),
    /** The picture as it is now, as the text of an svg file; null where it is not shown. */
    frame: (): string | null => all(({ living }) => living.frame())[0] ?? null,
  };
  return {
    initialize({ model }: { model: Model }) {
      model.on("msg:custom", ({ highlight }: Wanted) => {
        if (highlight !== undefined) offered.highlight(highlight);
      });
      return offered;
    },
    render: (given: Given) => render(given, views),
  };
};
