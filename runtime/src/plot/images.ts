/** The images of `image` marks: nothing is fetched, so a grey box stands for those that are not there in full. */

/** Kinds of images; an svg that is shown as one runs and loads nothing. */
const INSIDE = /^data:image\/(png|jpeg|gif|webp|avif|bmp|svg\+xml)[;,]/i;

type Make = (this: unknown, ...given: never[]) => unknown;

interface Imaging {
  plotSpecs(): { options: Record<string, unknown> }[];
}

type Directive = (plot: { marks: object[] }) => void;

/** One grey pixel, half clear. */
const BOX =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlE" +
  "QVR4XmOoaOhxAwAEwwHLdtDzcwAAAABJRU5ErkJggg==";

const isOutside = (address: unknown): boolean =>
  address !== null && address !== undefined && address !== "" && !INSIDE.test(String(address));

const boxed = (address: unknown): unknown => (isOutside(address) ? BOX : address);

/** What is drawn for one address, or for those of all rows. */
function shown(src: unknown, warn: (left: number) => void): unknown {
  if (!src) return src;
  const given = typeof src === "string" ? [src] : Array.from(src as ArrayLike<unknown>);
  const left = given.filter(isOutside).length;
  if (left) warn(left);
  return typeof src === "string" ? boxed(src) : given.map(boxed);
}

/** The function of the mark, which fetches no image. */
export const withInsideImages = (make: Make, warn: (message: string) => void): Make =>
  function (this: unknown, ...given: never[]) {
    const directive = make.apply(this, given) as Directive;
    return (plot: { marks: object[] }): void => {
      directive(plot);
      const mark = plot.marks[plot.marks.length - 1] as Imaging;
      const specs = mark.plotSpecs.bind(mark);
      const told = (left: number): void =>
        warn(`image: nothing is fetched, so boxes stand for images by address (${left}); data: addresses are shown`);
      mark.plotSpecs = () =>
        specs().map((spec) => ({ ...spec, options: { ...spec.options, src: shown(spec.options["src"], told) } }));
    };
  };
