/** What was calculated from pixels of a brush is asked again as it is, once the reader rests. */
import type { MosaicClient } from "@uwdata/mosaic-core";

/** So long without a change, in milliseconds. */
const REST = 200;

type Ask = () => PromiseLike<unknown>;

export class Settling {
  readonly #due = new Map<MosaicClient, Ask>();
  #timer = 0;

  /** A client shows what is right to a pixel; `ask` is its exact question. */
  later(client: MosaicClient, ask: Ask): void {
    this.#due.set(client, ask);
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#settle(), REST);
  }

  #settle(): void {
    const due = [...this.#due];
    this.#due.clear();
    for (const [client, ask] of due) void this.#exact(client, ask);
  }

  /** An answer counts if nothing was asked for its client meanwhile; without one the client stays as it is. */
  async #exact(client: MosaicClient, ask: Ask): Promise<void> {
    const before = client.pending;
    const answer = await Promise.resolve(ask()).catch(() => null);
    if (answer && client.coordinator && client.pending === before) client.queryResult(answer).update();
  }
}
