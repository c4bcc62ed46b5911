/**
 * When a kernel is told of what is chosen: after the questions that the choice asks, since it takes one message after
 * the other and the reader waits for the answers, and not for each move of a drag.
 */
import { ASKED, type Kernel } from "./kernel";

/** Between two times, in milliseconds. */
const PAUSE = 150;

export class Telling {
  #last = -Infinity;
  #timer: number | null = null;

  constructor(
    private readonly kernel: Kernel,
    private readonly tell: () => void,
  ) {}

  /** There is something to tell. */
  readonly later = (): void => {
    this.#timer ??= window.setTimeout(
      () => this.kernel.whenIdle(() => this.now()),
      Math.max(ASKED, this.#last + PAUSE - performance.now()),
    );
  };

  /** Tells what is left to tell. */
  now(): void {
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#last = performance.now();
    this.tell();
  }
}
