/** A picture drawn once: its svg as text, the pixels of its images, and what a page needs to take it over. */
import { px } from "../shared/format";
import type { PagePayload } from "../shared/layout";
import type { CellDetails } from "../shared/payload";
import { pixelsAddress } from "../shared/protocol";
import type { Raster } from "../shared/raster";
import { LivingPicture, type About, type Connector, type Spec, type Told, type World } from "../plot/index";
import type { Inventory } from "../plot/inventory";
import type { InputSpec } from "../plot/spec";
import type { Said } from "../plot/said";
import { coveredByFont } from "../plot/text";
import { maker } from "../shared/elements";
import { pixelsAt } from "./canvas";
import { remembering } from "./markup";
import { Ids, serialize } from "./svg";

/** What a host asks for. */
export interface FigureRequest {
  spec: Spec;
  sidecar: unknown;
  /** Inputs of other pictures of the page that change this one. */
  beside: InputSpec[];
  options: About & {
    /** Pixels of a raster for each user unit. */
    scale: number;
    /** The picture goes to a page, which shows links and extra channels. */
    details: boolean;
    /** Prefix of the ids in the svg. */
    idPrefix: string;
  };
}

export interface Figure {
  svg: string;
  payload: PagePayload;
  details: (CellDetails | null)[];
  told: () => Told;
  inventory: () => Inventory[];
  said: () => Said[];
  warnings: string[];
  /** Pixels of the images, which the svg names by their number. */
  rasters: Raster[];
  /** The picture itself, whose inputs can be set. */
  picture: LivingPicture;
  /** Every glyph is in the package's font. */
  covered: boolean;
}

const ours = remembering(document);

/** Images of a figure: the host encodes their pixels, which native code does faster. */
class Images {
  private readonly pixels = new Map<Element, Raster>();

  readonly image: World["image"] = (pixels, { x, y, width, height }) => {
    const box = { x: px(x), y: px(y), width: px(width), height: px(height) };
    const look = { preserveAspectRatio: "none", "image-rendering": "pixelated" };
    const element = maker(ours)("image", { ...box, ...look });
    this.pixels.set(element, pixels);
    return element;
  };

  /** Numbers the images of a picture that are made of pixels; returns these in this order. */
  number(svg: Element): Raster[] {
    const found = [...svg.querySelectorAll("image")].flatMap((image) => {
      const pixels = this.pixels.get(image) ?? pixelsAt(image.getAttribute("href"));
      return pixels ? [{ image, pixels }] : [];
    });
    found.forEach(({ image }, i) => image.setAttribute("href", pixelsAddress(i)));
    return found.map(({ pixels }) => pixels);
  }
}

/** `fail` hears of errors that Mosaic keeps to itself. */
export async function draw(
  { spec, sidecar, beside, options }: FigureRequest,
  connector: Connector,
  fail: (error: unknown) => void,
): Promise<Figure> {
  const warnings: string[] = [];
  const images = new Images();
  const warn = (message: string): void => void warnings.push(message);
  const { scale, details } = options;
  const world: World = {
    document: ours,
    connector,
    scale,
    details,
    interactive: false,
    image: images.image,
    warn,
    fail,
  };
  const picture = await LivingPicture.open(spec, sidecar, world, beside);
  const composed = picture.compose(options);
  const rasters = images.number(composed.svg);
  const text = serialize(composed.svg, new Ids(options.idPrefix));
  const svg = text.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"');
  const write = (nodes: Node[]): string => {
    const ids = new Ids(options.idPrefix);
    return nodes.map((node) => serialize(node, ids)).join("");
  };
  const payload = details ? await picture.widened(composed, write) : composed.payload;
  return {
    svg,
    payload,
    details: composed.details,
    told: composed.told,
    inventory: () => picture.plots.map((plot) => plot.inventory),
    said: () => picture.plots.map((plot) => plot.said),
    warnings,
    rasters,
    picture,
    covered: coveredByFont(svg.replace(/<[^>]*>/g, "")),
  };
}
