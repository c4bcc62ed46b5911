/** Numbers in rising order. */

/** Index of the first entry that is not below `value`. */
export function lowerBound(rising: Float64Array | Uint32Array, value: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
