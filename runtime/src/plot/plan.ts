/** From a spec with notes to what Mosaic parses: our own cells are set aside, titles make room for themselves. */
import type { CellNotes, LegendNotes, PlotNotes, Sidecar } from "../shared/sidecar";
import { checkCounts } from "./bounds";
import { fontSize, sorted, type OwnAttributes } from "./attributes";
import type { CellContext } from "./cell/mark";
import { Siblings } from "./cell/siblings";
import { encodingsOf, hasLookalikes, ownIn, wishOf } from "./cell/wish";
import { withDatedGuide, withDatedTicks } from "./dates";
import { maker, type Drawing } from "../shared/elements";
import { INPUTS } from "./inputs/names";
import { firstValues, references } from "./params";
import { hasTip, reachedBy, wishOf as pointWishOf, withoutTip, type PointWish } from "./points/wish";
import {
  visit,
  type InputSpec,
  type LegendSpec,
  type MarkSpec,
  type Part,
  type PlotSpec,
  type Spec,
  type Visitor,
} from "./spec";
import type { Chosen } from "./rooms";
import { FONT_SIZE } from "./text";
import { titleDrawing } from "./title";
import type { World } from "./world";

const WIDTH = 640;
const TITLE_ROOM = 20;

/** One plot as it was asked for. */
export interface PlannedPlot {
  notes: PlotNotes;
  own: OwnAttributes;
  title: Drawing | null;
  /** What the caller chose, where margins follow the labels; cells look after their own. */
  chosen: Chosen | null;
  /** Its marks, by their names in Mosaic. */
  marks: string[];
  /** Scales with a domain that no param and no selection moves. */
  domains: string[];
}

/** A legend that selects, its number among the controls, and the number or the name of its plot. */
export interface SelectingLegend {
  notes: LegendNotes;
  number: number;
  plot: number | string;
}

export interface Plan {
  spec: Spec;
  plots: PlannedPlot[];
  /** Contexts of our own cell marks, which the spec names by `stash`. */
  cells: CellContext[];
  /** Legends in places of their own, in the order of the spec. */
  standing: LegendNotes[];
  /** Legends that select. */
  selecting: SelectingLegend[];
  /** What is wanted of other marks that answer, which the spec names by `watch`. */
  points: PointWish[];
  /** Kinds of marks that have further ways: `apart`, `grouped`. */
  ways: ReadonlySet<string>;
}

/** Whether an entry is there where nobody can act: what is selected shows in any case. */
const isShown = ({ mark, select }: MarkSpec): boolean => mark !== undefined || !select || select === "highlight";

const isLegend = (entry: MarkSpec): entry is MarkSpec & LegendSpec => entry["legend"] !== undefined;

const notesOf = ({ for: name, as, ...look }: LegendSpec): LegendNotes =>
  ({ ...look, ...(name && { forPlot: name }), ...(as && { target: as }) }) as LegendNotes;

/** The notes with legends that a spec has among the entries of a plot. */
const withLegends = (notes: PlotNotes, legends: LegendSpec[]): PlotNotes =>
  legends.length ? { ...notes, legends: [...(notes.legends ?? []), ...legends.map(notesOf)] } : notes;

const namesOf = (entries: MarkSpec[]): string[] =>
  entries.flatMap(({ mark }) => (typeof mark === "string" ? [mark] : []));

/** Scales whose domains stand in attributes and are none of those that follow something; "xy" is both axes. */
const domainsOf = (attributes: MarkSpec, followed: MarkSpec): string[] =>
  Object.entries(attributes)
    .filter(([name, value]) => name.endsWith("Domain") && value !== null && !(name in followed))
    .map(([name]) => name.slice(0, -"Domain".length))
    .flatMap((scale) => (scale === "xy" ? ["x", "y"] : [scale]));

/** Numbers plots, marks and inputs in the order of the spec, as the host does. */
class Planner implements Visitor<Part> {
  readonly plots: PlannedPlot[] = [];
  readonly cells: CellContext[] = [];
  readonly points: PointWish[] = [];
  readonly kinds = new Set<string>();
  private marks = 0;
  readonly standing: LegendNotes[] = [];
  readonly selecting: SelectingLegend[] = [];
  private controls = 0;

  constructor(
    private readonly params: Record<string, unknown>,
    private readonly sidecar: Sidecar,
    private readonly world: World,
  ) {}

  concat(children: Part[], across: boolean): Part {
    return across ? { hconcat: children } : { vconcat: children };
  }

  space(size: number | string, across: boolean): Part {
    return across ? { hspace: size } : { vspace: size };
  }

  input(spec: InputSpec): Part {
    return INPUTS.has(spec.input) ? { ...spec, number: this.controls++ } : { hspace: 0 };
  }

  legend(spec: LegendSpec): Part {
    const notes = notesOf(spec);
    this.standing.push(notes);
    this.select([notes], spec.for);
    return { hspace: 0 };
  }

  /** Numbers legends that select; `plot` is the number or the name of theirs. */
  private select(legends: LegendNotes[], plot: number | string): void {
    for (const notes of legends)
      if (notes.target !== undefined)
        this.selecting.push({ notes, number: this.controls++, plot: notes.forPlot ?? plot });
  }

  plot({ plot: listed, ...given }: PlotSpec): Part {
    const all = withDatedTicks(firstValues(given, this.params));
    checkCounts("plot", all);
    const { own, rest } = sorted(all);
    const followed = references(given, rest);
    const attributes: MarkSpec = { ...rest, ...followed };
    const entries = listed.filter((entry) => !isLegend(entry));
    const notes = withLegends(this.sidecar.plots?.[`p${this.plots.length}`] ?? {}, listed.filter(isLegend));
    const width = Number(rest["width"] ?? WIDTH);
    const { frame } = notes;
    const isOwn = ownIn(entries, frame !== undefined);
    const make = maker(this.world.document);
    const title = notes.title && !frame ? titleDrawing(make, notes.title, width) : null;
    const chosen = new Map(Object.entries(rest));
    const font = fontSize(own.style ?? "") ?? FONT_SIZE;
    const ground = frame && { notes: frame, title: notes.title ?? null, make };
    const around = { titleHeight: title?.height ?? 0, font, ...(ground ? { frame: ground } : {}) };
    this.select(notes.legends ?? [], this.plots.length);
    const before = this.cells.length;
    const follows = entries.some(isOwn)
      ? null
      : {
          attributes: new Set(chosen.keys()),
          font,
          title: title?.height ?? 0,
          hasLookalikes: hasLookalikes(entries, frame !== undefined),
        };
    const kept = entries.filter((entry) => this.world.interactive || isShown(entry));
    this.plots.push({ notes, own, title, chosen: follows, marks: namesOf(kept), domains: domainsOf(rest, followed) });
    const context = {
      chosen,
      followed: new Set(Object.keys(followed)),
      around,
      siblings: new Siblings(),
      isAlone: entries.every((entry) => entry["mark"] === undefined || isOwn(entry)),
      world: this.world,
      isOwn,
    };
    const isAnswering = entries.some((entry) => isOwn(entry) || hasTip(entry));
    const reached = reachedBy(entries);
    const wish = (entry: MarkSpec): PointWish | null => pointWishOf(entry, isAnswering, reached.has(entry));
    const planned = kept.map((entry) => this.entry(entry, own, context, wish));
    if (title && this.cells.length === before && !chosen.has("marginTop"))
      attributes["marginTop"] = TITLE_ROOM + title.height;
    return { plot: planned, ...attributes };
  }

  private entry(
    entry: MarkSpec,
    own: OwnAttributes,
    { isOwn, ...context }: Omit<CellContext, "wish"> & { isOwn: (mark: MarkSpec) => boolean },
    wishFor: (entry: MarkSpec) => PointWish | null,
  ): MarkSpec {
    if (entry["mark"] === undefined) return entry;
    const name = `m${this.marks++}`;
    checkCounts(String(entry["mark"]), firstValues(entry, this.params));
    const notes: CellNotes = this.sidecar.marks?.[name] ?? {};
    if (!isOwn(entry))
      return {
        ...(own.clip === undefined ? {} : { clip: own.clip }),
        ...this.answering(withDatedGuide(entry, context.chosen), wishFor(entry)),
        ...this.ways(name, String(entry["mark"])),
      };
    context.siblings.join();
    this.cells.push({ ...context, wish: wishOf(entry, notes, this.world.details) });
    return { ...encodingsOf(entry), stash: this.cells.length - 1 };
  }

  private ways(name: string, kind: string): { apart?: true; grouped?: true } {
    const { apart, grouped } = this.sidecar;
    const found = {
      ...(apart?.includes(name) && { apart: true as const }),
      ...(grouped?.includes(name) && { grouped: true as const }),
    };
    if (Object.keys(found).length) this.kinds.add(kind);
    return found;
  }

  /** The mark, set aside where it answers in the page: the tip is the page's then. */
  private answering(entry: MarkSpec, wish: PointWish | null): MarkSpec {
    if (wish === null) return entry;
    this.points.push(wish);
    return { ...withoutTip(entry), watch: this.points.length - 1 };
  }
}

/** The plan of a picture; inputs of others stand beside it unseen. */
export function planOf({ params, ...root }: Spec, sidecar: Sidecar, world: World, beside: InputSpec[] = []): Plan {
  const planner = new Planner(params ?? {}, sidecar, world);
  const own = visit(root as Part, planner);
  const others = beside.map((input) => planner.input(input));
  const spec = others.length ? { vconcat: [own, ...others] } : own;
  const { plots, cells, points, standing, selecting, kinds: ways } = planner;
  return { spec: (params ? { params, ...spec } : spec) as Spec, plots, cells, points, standing, selecting, ways };
}
