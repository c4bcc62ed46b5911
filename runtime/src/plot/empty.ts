/** Grids of no rows at all: Mosaic gives them no columns, and then looks into those. */
interface Grids {
  numRows: number;
  columns: Record<string, unknown[]>;
}

interface GridMark {
  aggr: string[];
  groupby: string[];
  grids0: Grids;
  convolve(): unknown;
}

const isGrid = (mark: object): mark is GridMark => "convolve" in mark && "densityMap" in mark;

/** Where a mark is a grid, it has its columns though nothing is in them. */
export function withEmptyGrids(mark: object): void {
  if (!isGrid(mark)) return;
  const { convolve } = mark;
  mark.convolve = () => {
    const { aggr, groupby, grids0 } = mark;
    if (grids0.numRows === 0) for (const name of [...aggr, ...groupby]) grids0.columns[name] = [];
    return convolve.call(mark);
  };
}
