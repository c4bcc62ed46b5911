/** Grids that Mosaic fails at: of no rows at all, and of more bins than there is room for. */
interface Grids {
  numRows: number;
  columns: Record<string, unknown[]>;
}

interface GridMark {
  aggr: string[];
  groupby: string[];
  grids0: Grids;
  convolve(): unknown;
  binDimensions(): [number, number];
}

const MOST = 25_000_000;

const isGrid = (mark: object): mark is GridMark => "convolve" in mark && "densityMap" in mark;

/** Where a mark is a grid, it has its columns though nothing is in them, and says when it is too fine. */
export function withSoundGrids(mark: object): void {
  if (!isGrid(mark)) return;
  const { convolve, binDimensions } = mark;
  mark.convolve = () => {
    const { aggr, groupby, grids0 } = mark;
    if (grids0.numRows === 0) for (const name of [...aggr, ...groupby]) grids0.columns[name] = [];
    return convolve.call(mark);
  };
  mark.binDimensions = () => {
    const [across, down] = binDimensions.call(mark);
    if (across * down <= MOST) return [across, down];
    const [x, y, most] = [across, down, MOST].map((n) => n.toLocaleString("en-US"));
    throw new Error(`${x} x ${y} bins are more than ${most}; a larger pixel_size makes fewer`);
  };
}
