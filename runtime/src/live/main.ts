/** Takes over the living pictures of a page: Mosaic draws them from the spec that V8 draws from in Python. */
import "./later";
import { inflated } from "../page/bytes";
import { part } from "../page/dom";
import { setReady } from "../page/ready";
import { attempt, isFree, take } from "../page/taken";
import type { Connector } from "../plot/index";
import type { TextColumn } from "../shared/columns";
import { reader } from "../shared/texts";
import { LIVING_FIGURE } from "../shared/protocol";
import { Choices } from "./chosen";
import { frozen, type Answers } from "./frozen";
import { sharedIn, tablesOf, watchMissing, type Sharing } from "./fragments";
import { named } from "./named";
import { Living, type Recording } from "./open";
import { inlineProgram, sidecarProgram, type Sidecar } from "./program";
import { tellStill } from "./trouble";
import { isAwake, wasm } from "./wasm";
import { EngineError } from "./watch";

/** What a figure carries. */
interface Carried extends Recording {
  /** Who answers what is not frozen: nobody, the page's own blocks, or a file beside it. */
  engine: "inline" | Sidecar | null;
  /** Of the page that holds it with others. */
  sharing?: Sharing;
}

const bytesIn = async (root: Element, name: "recording" | "answers" | "table-data"): Promise<Uint8Array> =>
  inflated(part(root, name)!);

const namedIn = async (root: Element, name: "answers" | "table-data"): Promise<Answers & Map<string, Uint8Array>> =>
  named(await bytesIn(root, name));

const tables = (root: Element): Promise<Map<string, Uint8Array>> => namedIn(root, "table-data");

const none = (): Promise<Map<string, Uint8Array>> => Promise.resolve(new Map());

function beyond(root: Element, { engine, sharing }: Carried): Connector | undefined {
  if (engine === null) return undefined;
  const program = engine === "inline" ? inlineProgram : () => sidecarProgram(engine);
  return sharing ? wasm(program, none, tablesOf(sharing, tables)) : wasm(program, () => tables(root));
}

/** The open pictures of the page. */
const pictures = new Map<Element, Living>();

interface Read {
  carried: Carried;
  answers: Answers;
}

async function read(root: HTMLElement): Promise<Read> {
  const [text, answers] = await Promise.all([bytesIn(root, "recording"), namedIn(root, "answers")]);
  return { carried: JSON.parse(new TextDecoder().decode(text)) as Carried, answers };
}

async function start(root: HTMLElement, { carried, answers }: Read): Promise<void> {
  const { sharing } = carried;
  if (sharing) watchMissing(root, sharing, startAll);
  const shared = sharing && sharedIn(sharing);
  const living = await Living.open(root, carried, frozen(answers, beyond(root, carried)), shared);
  if (carried.engine !== null) living.calculate({ isAwake, hasEnded: () => false, keepsTables: false });
  pictures.set(root, living);
  setReady(root);
}

/** Pictures that share begin together: what inputs set at first holds before anything is asked. */
function startAll(): void {
  const roots = [...document.querySelectorAll<HTMLElement>(`[${LIVING_FIGURE}]`)].filter(isFree);
  roots.forEach(take);
  const reading = roots.map(read);
  const all = Promise.allSettled(reading);
  roots.forEach((root, i) => {
    const opened = all
      .then(() => reading[i])
      .then((found) => start(root, found).catch((error: unknown) => tellStill(root, error)));
    attempt(root, () => opened);
  });
}

const texts = (column: TextColumn, size: number): string[] => Array.from({ length: size }, (_, i) => reader(column)(i));

/** For hosts with a connector of their own, and for tests. */
(globalThis as { inspectVizLive?: object }).inspectVizLive = {
  Choices,
  EngineError,
  Living,
  frozen,
  named,
  wasm,
  inlineProgram,
  tables,
  texts,
  pictures,
};

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startAll, { once: true });
else startAll();
