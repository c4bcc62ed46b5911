/** DuckDB in a worker of the page: program and WebAssembly arrive as bytes, since nothing may be fetched. */

/** The program of the worker, and what it runs. */
export interface Program {
  worker: Uint8Array<ArrayBuffer>;
  wasm: Uint8Array<ArrayBuffer>;
}

interface Waiting {
  resolve(data: unknown): void;
  reject(error: Error): void;
}

/** Runs before DuckDB's own program, which fetches its WebAssembly: from disk that would hang for ever. */
const PRELUDE = `{let wasm;const got=new Promise((done)=>addEventListener("message",function first(event){
removeEventListener("message",first);wasm=event.data;event.stopImmediatePropagation();done()}));
self.fetch=async()=>{await got;return new Response(wasm,{headers:{"content-type":"application/wasm"}})};
addEventListener("unhandledrejection",(event)=>setTimeout(()=>{throw event.reason}));
self.XMLHttpRequest=undefined}
`;

/** The worker's protocol is that of the version of @duckdb/duckdb-wasm in package.json: requests by number. */
export class DuckWorker {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;

  constructor({ worker, wasm }: Program) {
    const address = URL.createObjectURL(new Blob([PRELUDE, worker], { type: "text/javascript" }));
    this.#worker = new Worker(address);
    this.#worker.onmessage = ({ data }) => this.#hear(data);
    this.#worker.onerror = (event) =>
      this.#fail(new Error(event.message || "the engine's worker could not be started"));
    this.#worker.postMessage(wasm, [wasm.buffer]);
  }

  /** Asks the worker for one thing. */
  ask<T>(type: string, data: unknown): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const messageId = this.#next++;
      this.#waiting.set(messageId, { resolve: resolve as (data: unknown) => void, reject });
      this.#worker.postMessage({ messageId, type, data });
    });
  }

  #hear({ requestId, type, data }: { requestId: number; type: string; data: unknown }): void {
    const waiting = this.#waiting.get(requestId);
    if (!waiting || type === "INSTANTIATE_PROGRESS" || type === "LOG") return;
    this.#waiting.delete(requestId);
    if (type === "ERROR") waiting.reject(new Error(String((data as Error).message)));
    else waiting.resolve(data);
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
