/** What a host asks for and what it gets. */
import type { CellDetails, Payload } from "../shared/payload";
import type { Raster } from "../shared/raster";
import type { LegendOptions } from "./legend";

export interface TitleSpec {
  text: string;
  marginTop: number;
  fontSize?: number | null;
  fontFamily?: string | null;
  fontWeight?: number | null;
}

export interface PlotView {
  type: "plot";
  spec: { plot: Record<string, unknown>[] } & Record<string, unknown>;
  title: TitleSpec | null;
  legends: LegendOptions[];
  /** What is wrong with the data, in sentences. */
  problems?: string[];
}

export type View =
  PlotView | { type: "hconcat" | "vconcat"; children: View[] } | { type: "hspace" | "vspace"; size: number | string };

export interface FigureOptions {
  /** Pixels of a raster for each user unit. */
  scale: number;
  /** The picture goes to a page, which shows links and extra channels. */
  details: boolean;
  /** Prefix of the ids in the svg. */
  idPrefix: string;
  title: string;
  description: string | null;
  metadata: string;
}

export interface Figure {
  svg: string;
  payload: Payload;
  details: (CellDetails | null)[];
  warnings: string[];
  /** Pixels of the images, which the svg names by their number. */
  rasters: Raster[];
  /** Every glyph is in the package's font. */
  covered: boolean;
}
