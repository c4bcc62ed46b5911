/** A view's plot in other widths, for pages that are narrower or wider than the picture. */
import type { Layout } from "../shared/layout";
import type { CellPlot, Plot } from "../shared/payload";
import { spaceOf } from "./frame/room";
import type { LivingPlot } from "./living";

/** Widths of the layouts; a page stretches the widest that has room. */
const WIDTHS = [288, 340, 410, 520, 640, 700, 850, 1040];

type Cells = Pick<CellPlot, "area" | "x" | "y" | "margin" | "beside">;

/** What is drawn of one plot, as text. */
export type Write = (nodes: Node[]) => string;

const placeOf = ({ kind: _kind, name: _name, labels: _labels, ...place }: CellPlot["x"]): Layout["x"] => place;

const cellsOf = (plot: Plot): Cells => ({ ...plot.marks[0], ...plot }) as unknown as Cells;

function marginsOf({ margin, beside }: Cells, known: Cells): Pick<Layout, "margin" | "beside"> {
  const { rows, ...own } = margin ?? {};
  const { blocks, shares, ...samples } = beside ?? {};
  return {
    ...(margin && { margin: { ...own, ...(known.margin ? {} : { rows }) } as Layout["margin"] }),
    ...(beside && { beside: { ...samples, ...(known.beside ? {} : { blocks, shares }) } as Layout["beside"] }),
  };
}

/** Units by which the columns of a plot may grow. */
const slackOf = ({ area, x }: Cells): number => spaceOf(x.labels.length, area.width);

/** The only plot of a picture in the width of its payload and in others. */
export async function layoutsOf(plot: LivingPlot, drawn: Plot, width: number, write: Write): Promise<Layout[]> {
  const known = cellsOf(drawn);
  const beside = width - plot.width;
  const most = plot.isOpen && slackOf(known) ? Infinity : width;
  const widths = [...new Set([...WIDTHS, width])].filter((wanted) => wanted <= most).sort((a, b) => a - b);
  const layouts: Layout[] = [];
  for (const wanted of widths) {
    const made = await laid(plot, wanted - beside, known, write).catch(() => null);
    if (made?.width === wanted) layouts.push(made);
  }
  const last = layouts.at(-1);
  if (last && !plot.isOpen) last.slack = 0;
  return layouts;
}

async function laid(plot: LivingPlot, width: number, known: Cells, write: Write): Promise<Layout> {
  await plot.relay(width);
  const drawn = plot.compose(0);
  const cells = cellsOf(drawn.plots[0].plot);
  return {
    width: Math.ceil(drawn.width),
    height: Math.ceil(drawn.height),
    slack: plot.isRigid ? 0 : slackOf(cells),
    svg: write(drawn.nodes),
    area: cells.area,
    x: placeOf(cells.x),
    y: placeOf(cells.y),
    ...marginsOf(cells, known),
  };
}
