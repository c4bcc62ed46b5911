/** The room of pictures on narrow screens, in which nothing is made smaller. */

/** As in page/style/media.css. */
const NARROW = "(max-width: 520px)";

/** The width that what stands side by side may take; elsewhere the whole picture shrinks instead. */
export function roomOf({ clientWidth }: HTMLElement): number {
  return clientWidth && matchMedia(NARROW).matches ? clientWidth : Infinity;
}
