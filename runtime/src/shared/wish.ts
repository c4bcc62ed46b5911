/** What is wished for of the arrangement of cells. */
import type { CellNotes, FrameNotes, KeepNotes, OrderNotes } from "./sidecar";

/** What is wished for: an order of samples, one of models, or two models that are compared; of what is kept. */
export interface Wish {
  samples?: OrderNotes;
  models?: OrderNotes;
  versus?: string[];
  /** Models that are runs of one, for each such. */
  runs?: string[][];
  /** The model that all are compared with. */
  baseline?: string;
  /** Names of attributes by which bands stand in groups, the outer first. */
  group?: string[];
  keep?: KeepNotes;
}

/** What the notes of a mark wish for. */
export const wishOf = ({ samples, models, versus, runs, baseline, keep, group }: CellNotes): Wish => ({
  samples,
  models,
  versus,
  runs,
  baseline,
  keep,
  group,
});

/** How a view has arranged its cells. */
export interface ViewFacts {
  notes: FrameNotes;
  /** How samples and models would stand without what was wished for, in words; null for by least-squares means. */
  orders: { samples: string | null; models: string | null };
  /** What was wished for. */
  wish: Wish;
  /** The least value that solves a sample, where the caller chose one. */
  threshold?: number;
}
