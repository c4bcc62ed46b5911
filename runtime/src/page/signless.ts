/** Numbers as programs read them. */

/** Numbers are shown with a true minus sign, which programs do not read. */
export const plainNumber = (text: string): string => text.replaceAll("\u2212", "-");
