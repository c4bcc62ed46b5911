/** Where a picture is drawn, who answers its questions, and who hears of trouble. */
import type { Box } from "../shared/payload";
import type { Raster } from "../shared/raster";

export interface Request {
  type: string;
  sql: string;
  /** It is for later as well: nobody is told where it fails, but asks something else. */
  ahead?: boolean;
}

export interface Connector {
  query(request: Request): Promise<unknown>;
}

/** Params and selections by the names that the pictures of a page have for them. */
export type Shared = Map<string, unknown>;

export interface World {
  document: Document;
  connector: Connector;
  /** Pixels of a raster for each user unit. */
  scale: number;
  /** Whether links and extra channels are wanted, too. */
  details: boolean;
  /** Whether readers change the picture: plots are drawn into one place of it again and again. */
  interactive: boolean;
  /** An element that shows pixels in a box of user units. */
  image(pixels: Raster, box: Box): Element;
  /** What it has in common with the other pictures of its page: its names for them, and theirs. */
  shared?: { all: Shared; names: Readonly<Record<string, string>> };
  warn(message: string): void;
  /** Mosaic keeps errors of its marks to itself; the host must hear of them. */
  fail(error: unknown): void;
  /** An answer to a mark of a plot, by its number, has failed; without this the host hears of it by `fail`. */
  failPlot?(at: number, error: unknown): void;
}
