/** Keys of a table, as those of grids are: arrows, Home, End, pages, Enter and the space bar, Escape. */
import { HEADER, type Grid, type Place } from "./parts";

interface Ends {
  from: number;
  to: number;
  columns: number;
  /** Rows of a page of the screen. */
  page: number;
}

const MOVES: Record<string, (at: Place, ends: Ends, isFar: boolean) => Place> = {
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  ArrowUp: ({ row, column }, { from }) => ({ row: row <= from ? HEADER : row - 1, column }),
  ArrowDown: ({ row, column }, { from }) => ({ row: row === HEADER ? from : row + 1, column }),
  Home: ({ row }, { from }, isFar) => ({ row: isFar ? from : row, column: 0 }),
  End: ({ row }, { to, columns }, isFar) => ({ row: isFar ? to - 1 : row, column: columns - 1 }),
  PageUp: ({ row, column }, { from, page }) => ({ row: row === HEADER ? row : Math.max(from, row - page), column }),
  PageDown: ({ row, column }, { from, page }) => ({ row: (row === HEADER ? from : row) + page, column }),
};

/** Where a key leads to; null for other keys. */
export function moved(event: KeyboardEvent, grid: Grid, page: number): Place | null {
  const move = MOVES[event.key];
  if (!move || event.altKey) return null;
  const { from, to } = grid.range;
  const columns = grid.widths.length;
  const { row, column } = move(grid.active, { from, to, columns, page }, event.ctrlKey || event.metaKey);
  const within = row === HEADER || to === from ? HEADER : Math.min(to - 1, Math.max(from, row));
  return { row: within, column: Math.max(0, Math.min(columns - 1, column)) };
}
