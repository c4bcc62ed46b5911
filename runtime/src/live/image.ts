/** Pixels in a page: a canvas inside the picture. */
import type { World } from "../plot/index";
import { maker } from "../shared/elements";

export const canvasImage: World["image"] = ({ width, height, rgba }, box) => {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  canvas.getContext("2d")!.putImageData(new ImageData(rgba as Uint8ClampedArray<ArrayBuffer>, width, height), 0, 0);
  const size = { width: `${box.width}px`, height: `${box.height}px` };
  Object.assign(canvas.style, { display: "block", imageRendering: "pixelated", ...size });
  const holder = maker(document)("foreignObject", { ...box });
  holder.append(canvas);
  return holder;
};
