/**
 * A connector whose questions a kernel answers: messages of a widget's model, Arrow bytes as their buffers. `moveOn`
 * gives up what is asked; after `end` every question fails with its sentence.
 */
import type { Connector, Request } from "../plot/index";
import { MOVED } from "./watch";

/** What anywidget gives of a model. */
export interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  send(content: object): void;
  on(event: string, listener: (...given: never[]) => void): void;
  off(event: string, listener: (...given: never[]) => void): void;
}

/** A picture has asked so soon after a choice, in milliseconds. */
export const ASKED = 30;

/** So long a newer choice waits for what an older one asks, in milliseconds. */
const PATIENCE = 500;

/** The reader has moved on: nobody waits for the answer. */
class Moved extends Error {
  override name = MOVED;
}

interface Waiting {
  /** It is for later as well. */
  isKept: boolean;
  resolve(answer: Uint8Array): void;
  reject(error: Error): void;
}

/** What the kernel says: the answer to a question, in a buffer, or why there is none. */
interface Said {
  answer?: string;
  error?: string;
}

/** Mosaic's params, which tell of one value after the other. */
interface Dispatching {
  emit(type: string, value: unknown): void;
  _callbacks: Map<string, { pending: Promise<unknown> | null; queue: { isEmpty(): boolean } }>;
}

const bytesOf = (buffer: DataView | ArrayBuffer): Uint8Array =>
  ArrayBuffer.isView(buffer)
    ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    : new Uint8Array(buffer);

export class Kernel implements Connector {
  readonly #waiting = new Map<string, Waiting>();
  /** Several pages may hear the same kernel: each view of a picture counts for itself. */
  readonly #view = Math.random().toString(36).slice(2);
  #next = 1;
  #hasMoved = false;
  readonly #watched = new Set<Dispatching>();
  /** Questions were given up, and none is open now. */
  onRest: () => void = () => undefined;
  #ended: Error | null = null;
  #idle: (() => void)[] = [];

  constructor(private readonly model: Model) {
    model.on("msg:custom", this.#hear);
  }

  query({ type, sql, ahead }: Request): Promise<Uint8Array> {
    if (this.#ended) return Promise.reject(this.#ended);
    const ask = `${this.#view}-${this.#next++}`;
    return new Promise((resolve, reject) => {
      this.#waiting.set(ask, { isKept: ahead || type === "exec", resolve, reject });
      this.model.send({ ask, sql: String(sql), ...(type === "exec" ? { prepare: true } : {}) });
    });
  }

  get hasEnded(): boolean {
    return this.#ended !== null;
  }

  get isBusy(): boolean {
    return this.#waiting.size > 0;
  }

  /** Does something once no question is open. */
  whenIdle(act: () => void): void {
    if (this.isBusy) this.#idle.push(act);
    else act();
  }

  /** Nobody waits for the answers any more: the kernel ends its work on them. What is prepared for later goes on. */
  moveOn(): void {
    const given = [...this.#waiting].filter(([, { isKept }]) => !isKept);
    if (!given.length) return;
    this.model.send({ cancel: given.map(([ask]) => ask) });
    for (const [ask, { reject }] of given) {
      this.#waiting.delete(ask);
      reject(new Moved("the reader has moved on"));
    }
    this.#hasMoved = true;
    this.#rest();
  }

  /** From now on a choice that comes while an older one is answered does not wait for long. */
  hurry(params: Iterable<unknown>): void {
    for (const param of params as Iterable<Dispatching>) {
      const emit = param.emit.bind(param);
      param.emit = (type, value) => {
        const before = type === "value" && param._callbacks.get("value")?.pending;
        emit(type, value);
        if (before) this.#watch(param);
      };
    }
  }

  #watch(param: Dispatching): void {
    const queued = (): boolean => param._callbacks.get("value")?.queue.isEmpty() === false;
    if (this.#watched.has(param)) return;
    this.#watched.add(param);
    setTimeout(() => {
      this.#watched.delete(param);
      if (!queued()) return;
      this.moveOn();
      this.#watch(param);
    }, PATIENCE);
  }

  /** No answers will come: what is asked, and will be, fails. */
  end(error: Error): void {
    this.#ended = error;
    this.#hasMoved = false;
    this.#fail(error);
  }

  /** Hears no more, and asks no more. */
  close(): void {
    if (this.isBusy) this.model.send({ cancel: [...this.#waiting.keys()] });
    this.end(new Moved("the picture is no longer shown"));
    this.model.off("msg:custom", this.#hear);
  }

  readonly #hear = ({ answer, error }: Said, buffers: (DataView | ArrayBuffer)[]): void => {
    const waiting = answer === undefined ? undefined : this.#waiting.get(answer);
    if (!waiting) return;
    this.#waiting.delete(answer!);
    if (error === undefined) waiting.resolve(buffers.length ? bytesOf(buffers[0]) : new Uint8Array());
    else waiting.reject(new Error(error));
    this.#rest();
  };

  #fail(error: Error): void {
    const given = [...this.#waiting.values()];
    this.#waiting.clear();
    given.forEach(({ reject }) => reject(error));
    this.#rest();
  }

  #rest(): void {
    if (this.isBusy) return;
    const acts = this.#idle;
    this.#idle = [];
    acts.forEach((act) => act());
    if (this.#hasMoved) setTimeout(() => this.#settle(), ASKED);
  }

  #settle(): void {
    if (!this.#hasMoved || this.isBusy) return;
    this.#hasMoved = false;
    this.onRest();
  }
}
