/** What a page carries of a picture that takes the width it is given. */
import type { BandAxis, Box, Margin, Payload, SampleMargin } from "./payload";

type Place = Omit<BandAxis, "kind" | "name" | "labels">;

/** The plot of a payload in another width, or its own: what differs of it. */
export interface Layout {
  width: number;
  height: number;
  /** Units by which the area may grow. */
  slack: number;
  /** The children of the root svg, without the cells and what stands beside their bands. */
  svg: string;
  area: Box;
  x: Place;
  y: Place;
  /** Rows, blocks and shares are left out where the payload's plot has them. */
  margin?: Omit<Margin, "rows"> & Partial<Pick<Margin, "rows">>;
  beside?: Omit<SampleMargin, "blocks" | "shares"> & Partial<Pick<SampleMargin, "blocks" | "shares">>;
}

export interface PagePayload extends Payload {
  /** The only plot in this and other widths, in rising order; absent where the picture is the same in any width. */
  layouts?: Layout[];
}
