/** A raster whose bins begin at an origin, so that they stay where they are while the view moves. The mark of Mosaic
 * 0.32 asks beside its world, knows no filter, aggregate or group, and leaves a strip empty where tiles meet. */
import { isParam } from "@uwdata/mosaic-core";
import { and, gte, lte, scaleTransform, type ExprNode } from "@uwdata/mosaic-sql";
import { OpenRaster } from "./raster";

type Options = Record<string, unknown>;
type Axis = "x" | "y";
type Domain = [number, number];

/** Parts of a bin that are rounding. */
const NOISE = 1e-9;

/** The bins of an axis, in the numbers of its scale. */
interface Bins {
  from: number;
  width: number;
  /** Whether the view begins where the first bin does. */
  isFlush: boolean;
}

/** Bins of a view of `n`, the first being that which holds its begin; null where the view has no width. */
export function binsOf([from, to]: Domain, origin: number, n: number): Bins | null {
  const width = (to - from) / n;
  if (!(Math.abs(width) > 0) || !Number.isFinite(width)) return null;
  const start = Number.isFinite(origin) ? origin : 0;
  const at = (from - start) / width;
  const first = Math.floor(at + NOISE);
  const isFlush = Math.abs(at - first) < NOISE;
  return { from: isFlush ? from : start + first * width, width, isFlush };
}

/** What has a logarithm: Mosaic's own inverse is wrong up to 1. */
const powers =
  (base: number, sign: number) =>
  (exponent: number): number =>
    sign * base ** (sign * exponent);

export class TileMark extends OpenRaster {
  private origin: unknown[];

  constructor(source: unknown, { origin = [0, 0], ...options }: Options) {
    super(source, options);
    this.origin = (isParam(origin) ? origin.value : origin) as unknown[];
    if (isParam(origin))
      origin.addEventListener("value", (value) => {
        this.origin = value as unknown[];
        return this.requestUpdate();
      });
  }

  /** Whether the extent holds all bins, of which that of a raster cuts the last. */
  private get isWide(): boolean {
    return Boolean(this.pad) && String(this.interpolate).toLowerCase() !== "linear";
  }

  /** Bins that the extent does not hold. */
  get beyond(): number {
    return this.isWide ? 0 : this.pad;
  }

  override query(filter: unknown[] = []): ReturnType<OpenRaster["query"]> {
    const view = super.query(filter as never);
    const { pad, plot } = this;
    const wide = this.isWide;
    const moved = (["x", "y"] as const).map((axis, i) => this.moved(axis, i, wide));
    if (moved.some((axis) => axis === null)) return view;
    const kept = moved.map((axis) => [axis!.attribute, plot.getAttribute(axis!.attribute)] as const);
    const silent = { silent: true };
    try {
      for (const { attribute, domain } of moved as Moved[]) plot.setAttribute(attribute, domain, silent);
      if (wide) this.pad = 0;
      return super.query([...filter, ...moved.flatMap((axis) => axis!.limits)] as never);
    } finally {
      this.pad = pad;
      for (const [attribute, domain] of kept) plot.setAttribute(attribute, domain, silent);
    }
  }

  /** An axis whose domain begins with a bin; `wide`: and ends with one, which the raster would cut. */
  private moved(axis: Axis, i: number, wide: boolean): Moved | null {
    const { bins, pad, origin } = this;
    const scale = this.scaleOf(axis);
    const extent = (i ? this.extentY : this.extentX) as [never, never];
    const view = extent.map((value) => scale.apply(value)) as Domain;
    const found = binsOf(view, scale.apply(origin[i] as never), bins[i] - pad);
    if (!found) return null;
    const { from, width, isFlush } = found;
    const to = from + (bins[i] - (wide ? 0 : pad)) * width;
    const at = scale.sqlApply(this.channelField(axis)!.field);
    const limits = wide && isFlush ? [and(gte(at, Math.min(...view)), lte(at, Math.max(...view)))] : [];
    const invert = scale.type === "log" ? powers(Number(scale.base), Math.sign(extent[0])) : scale.invert;
    return { attribute: `${axis}Domain`, domain: [invert(from), invert(to)], limits };
  }

  private scaleOf(axis: Axis): ReturnType<typeof scaleTransform<never>> {
    const setting = (name: string): never => this.plot.getAttribute(`${axis}${name}`) as never;
    const { type } = this.channelField(axis) as unknown as { type: string };
    return scaleTransform<never>({
      type: setting("Scale") ?? (type === "date" ? "time" : "linear"),
      base: setting("Base") ?? 10,
      exponent: setting("Exponent") ?? 1,
      constant: setting("Constant") ?? 1,
    });
  }
}

interface Moved {
  attribute: string;
  domain: [unknown, unknown];
  limits: ExprNode[];
}
