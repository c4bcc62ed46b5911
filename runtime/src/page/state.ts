/** What a reader has made of a picture: orders, two models that are compared, and what is kept. */
import type { KeepNotes, OrderNotes } from "../shared/sidecar";

/** What is absent is as it was drawn. */
export interface State {
  readonly samples?: OrderNotes;
  readonly models?: OrderNotes;
  /** Null: none are compared, even if the picture came so. */
  readonly versus?: string[] | null;
  /** The model with which all are compared; null: none, even if the picture came so. */
  readonly baseline?: string | null;
  readonly keep?: KeepNotes;
  readonly group?: string[];
  /** Samples are taken together in their groups. */
  readonly level?: "groups";
}

export const DRAWN: State = {};

export const isDrawn = (state: State): boolean =>
  !state.samples &&
  !state.models &&
  state.versus === undefined &&
  state.baseline === undefined &&
  !state.keep &&
  !state.group &&
  !state.level;
