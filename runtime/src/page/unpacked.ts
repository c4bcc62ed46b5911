/** Reads what the page carries. */
import { packDetails, unpackDetails, type DetailsReader } from "../shared/details";
import { unpack } from "../shared/pack";
import type { PagePayload } from "../shared/layout";
import type { CellDetails, Link } from "../shared/payload";
import { inflated } from "./bytes";
import { part } from "./dom";
import type { Row } from "../shared/rows";
import { safeHref } from "../shared/link";

/** The matrix of a figure. */
export async function readPayload(root: Element): Promise<PagePayload> {
  const script = part(root, "matrix");
  if (!script) throw new Error("the figure has no matrix");
  return unpack<PagePayload>(await inflated(script));
}

/** Links and extra channels, unpacked at first need. */
export class Details {
  readonly #root: Element;
  /** What the page knows of each mark without a block. */
  declare marks: (CellDetails | null)[];
  #plots: (DetailsReader | null)[] | null = null;
  #reading: Promise<void> | null = null;

  constructor(root: Element) {
    this.#root = root;
  }

  get known(): boolean {
    return this.#plots !== null;
  }

  load(): Promise<void> {
    return (this.#reading ??= this.#read());
  }

  async #read(): Promise<void> {
    if (LIVING) {
      this.#plots = unpackDetails(packDetails(this.marks));
      return;
    }
    const script = part(this.#root, "details");
    this.#plots = script ? unpackDetails(await inflated(script)) : [];
  }

  /** Name and text of each extra channel that a cell has. */
  channels(plot: number, at: number): [string, string][] {
    return this.#plots?.[plot]?.channels(at).filter(([, text]) => text) ?? [];
  }

  /** The rows of a cell, as far as the page tells of them. */
  rows(plot: number, at: number): Row[] {
    return this.#plots?.[plot]?.rows(at) ?? [];
  }

  /** The links of a cell that may be opened. */
  links(plot: number, at: number): Link[] {
    return (this.#plots?.[plot]?.links(at) ?? []).flatMap(({ label, href }) => {
      const address = safeHref(href);
      return address === null ? [] : [{ label, href: address }];
    });
  }
}
