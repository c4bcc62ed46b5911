/** Where the program of DuckDB comes from: blocks of the page, or one file beside many pages. */
import { inflated } from "../page/bytes";
import { part } from "../page/dom";
import type { Program } from "./worker";

/** A file beside the page, and the number that the page's policy lets it run by. */
export interface Sidecar {
  file: string;
  nonce: string;
}

/** What the file leaves: gzip in base64. */
type Left = { inspectVizEngine?: Record<keyof Program, string> };

const programOf = async (
  worker: Pick<Element, "textContent">,
  code: Pick<Element, "textContent">,
): Promise<Program> => {
  const [script, wasm] = await Promise.all([inflated(worker), inflated(code)]);
  return { worker: script, wasm };
};

/** The program in blocks of any figure of the page. */
export function inlineProgram(): Promise<Program> {
  const [worker, code] = [part(document, "engine-worker"), part(document, "engine-wasm")];
  if (!worker || !code) return Promise.reject(new Error("the page has no engine"));
  return programOf(worker, code);
}

/** The program in a file beside the page. */
export async function sidecarProgram({ file, nonce }: Sidecar): Promise<Program> {
  await new Promise<void>((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: file, nonce });
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`the file ${file} is not beside this page`));
    document.head.append(script);
  });
  const left = globalThis as Left;
  const { worker, wasm } = left.inspectVizEngine!;
  delete left.inspectVizEngine;
  return programOf({ textContent: worker }, { textContent: wasm });
}
