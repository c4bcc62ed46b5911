/** Measures of entries of legends and keys, which pages write anew: lengths in user units. */
export const FONT = 11;
export const SWATCH = 12;
/** Between entries, and between what stands for something and its words. */
export const GAP = 16;
export const APART = 5;
/** Where the first line of words stands. */
export const BASELINE = FONT - 0.5;
