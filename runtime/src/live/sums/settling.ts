/** What sums have answered is asked again of all rows, once the reader rests. */
import type { MosaicClient } from "@uwdata/mosaic-core";

/** So long without a change, in milliseconds. */
const REST = 200;

type Ask = () => PromiseLike<unknown>;

export class Settling {
  readonly #due = new Map<MosaicClient, Ask>();
  #timer = 0;

  /** A client shows what sums tell; `ask` is its exact question. */
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

  /** What comes counts if nothing was asked for its client meanwhile. */
  async #exact(client: MosaicClient, ask: Ask): Promise<void> {
    const before = client.pending;
    const take = await Promise.resolve(ask()).then(
      (answer) => () => void client.queryResult(answer).update(),
      (error: unknown) => () => void client.queryError(error as never),
    );
    if (client.coordinator && client.pending === before) take();
  }
}
