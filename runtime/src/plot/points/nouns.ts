/** Words for the things of marks. */

/** What things are called, where Plot's word is not theirs. */
const NOUNS: [RegExp, string][] = [
  [/^(line|area|voronoi|delaunay|density[XY])/, "point"],
  [/^(raster|heatmap|denseLine)/, "bin"],
  [/^density$/, "place"],
  [/^regression/, "fit"],
  [/^errorbar/, "interval"],
  [/^hexbin/, "hexagon"],
  [/^geo/, "shape"],
];

export const nounOf = (mark: string): string =>
  NOUNS.find(([pattern]) => pattern.test(mark))?.[1] ?? mark.replace(/[XY]$/, "");
