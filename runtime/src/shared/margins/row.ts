/** What the margin says of one model. */
export interface MarginRow {
  /** Texts, as they are printed; empty where there is nothing to say. */
  mean: string;
  adjusted: string;
  n: string;
  /** Places of mean, adjusted mean and ends of the interval along the scale, 0 to 1. */
  at: number | null;
  adjustedAt: number | null;
  low: number | null;
  high: number | null;
  /** The interval and its method in words; empty for none. */
  interval: string;
  /** Whether nothing separates the model from the one drawn before it. */
  isTied: boolean;
  /** Whether many of the samples have no score; beside a baseline, whether the model is separated from it. */
  isPartial: boolean;
  /** Samples on which it beats the baseline, and on which it loses, as parts of the most; and as texts, lost first. */
  bar?: { wins: number; losses: number; texts: [string, string] };
}
