/** Brushes of facets beside each other: Mosaic 0.32 writes a brace too many into their places, so that all of them lay
 * over the first. */

const mended = (value: string): string => value.replace(/ 0\}\)$/, " 0)");

/** Groups that are put into a drawing place their own groups as they were meant. */
export function placeFacets(svg: SVGSVGElement): void {
  const put = svg.appendChild.bind(svg);
  svg.appendChild = <T extends Node>(made: T): T => {
    const inner = made.appendChild.bind(made);
    made.appendChild = <U extends Node>(group: U): U => {
      const element = group as unknown as Element;
      const set = element.setAttribute.bind(element);
      element.setAttribute = (name, value) => set(name, name === "transform" ? mended(value) : value);
      return inner(group);
    };
    return put(made);
  };
}
