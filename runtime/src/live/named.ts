/** Bytes by name, as hosts pack answers and tables: a head of names, sizes and numbers, then each run of bytes once. */

interface Head {
  names: string[];
  /** Which run of bytes each name has. */
  runs: number[];
  sizes: number[];
}

export function named(packed: Uint8Array): Map<string, Uint8Array> {
  const size = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  const { names, runs, sizes } = JSON.parse(new TextDecoder().decode(packed.subarray(4, 4 + size))) as Head;
  let at = 4 + size;
  const found = sizes.map((length) => packed.slice(at, (at += length)));
  return new Map(names.map((name, i) => [name, found[runs[i]]]));
}
