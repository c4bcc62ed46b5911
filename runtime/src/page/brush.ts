/** Stretches of samples: under a pointer that is dragged, and from sample to sample by keys. */
import { bandAt } from "../shared/bands";
import type { BandAxis } from "../shared/payload";
import { oneLine } from "../shared/ticks";
import { on } from "./dom";
import { bandsIn, clamp, clientOf, isDragged, toUser, type Point } from "./geometry";
import type { Plot } from "./plot";
import { howOf, type How, type Selection } from "./selection";

/** Longer ids are cut where a stretch is named. */
const LONG = 24;

export interface BrushActions {
  readonly selection: Selection;
  /** How a choice joins what is selected, where no key says so. */
  how(how: How): How;
  /** Shows a selection; the last of a gesture is told. */
  select(selection: Selection, isLast: boolean): void;
}

const short = (label: string): string => {
  const text = oneLine(label);
  return text.length > LONG ? `${text.slice(0, LONG - 1)}\u2026` : text;
};

export class Brush {
  #from = 0;
  #to = 0;
  #base: Selection | null = null;
  #how: How = "replace";
  #pending = 0;
  /** What the last stretch made of the selection. */
  #made: Selection | null = null;

  constructor(
    private readonly plot: Plot,
    private readonly act: BrushActions,
  ) {}

  get axis(): BandAxis {
    const { plot } = this.plot.cells[0];
    return plot[plot.sampleAxis];
  }

  /** The band nearest to a place of the window. */
  bandAt(client: Point): number {
    const { sampleAxis: way } = this.plot.cells[0].plot;
    const bands = bandsIn(this.axis, this.plot.maps[way]);
    const { area, hit } = this.plot;
    const length = way === "x" ? area.width : area.height;
    const place = clamp(toUser(hit.ownerSVGElement!, client)[way], area[way], area[way] + length - 1e-6);
    return clamp(bandAt(bands, place), 0, this.axis.labels.length - 1);
  }

  /** Begins a stretch at a band. */
  begin(band: number, how: How): void {
    this.#from = this.#to = band;
    this.#base = this.act.selection;
    this.#how = this.act.how(how);
  }

  /** Whether the last stretch is still what is selected last. */
  get goesOn(): boolean {
    return this.#made === this.act.selection;
  }

  #stretch(): Selection {
    const { labels } = this.axis;
    const [low, high] = [Math.min(this.#from, this.#to), Math.max(this.#from, this.#to)];
    const ids = labels.slice(low, high + 1);
    const name = low === high ? short(labels[low]) : `${short(labels[low])} to ${short(labels[high])}`;
    return this.#base!.combined(ids, name, this.#how);
  }

  /** Takes the stretch up to a band; shown in the next frame. */
  to(band: number): void {
    this.#to = band;
    this.#pending ||= requestAnimationFrame(() => {
      this.#pending = 0;
      this.act.select(this.#stretch(), false);
    });
  }

  end(): void {
    cancelAnimationFrame(this.#pending);
    this.#pending = 0;
    this.#made = this.#stretch();
    this.act.select(this.#made, true);
  }
}

/** Drags over the cells with Shift or Alt held select; others stay what they are. */
export function brushCells(svg: SVGSVGElement, { hit }: Plot, brush: Brush): void {
  let start: Point | null = null;
  let isDrag = false;
  const isOver = (event: Event): boolean => hit.contains(event.target as Node);
  const capture = { capture: true };
  on(
    svg,
    "pointerdown",
    (event) => {
      isDrag = false;
      const isHeld = (event.shiftKey || event.altKey) && event.button === 0 && event.pointerType !== "touch";
      start = isHeld && isOver(event) ? clientOf(event) : null;
      if (start) brush.begin(brush.bandAt(start), howOf(event));
    },
    capture,
  );
  on(
    svg,
    "pointermove",
    (event) => {
      if (!start) return;
      const client = clientOf(event);
      isDrag ||= isDragged(start, client);
      event.stopPropagation();
      if (!isDrag) return;
      hit.setPointerCapture(event.pointerId);
      brush.to(brush.bandAt(client));
    },
    capture,
  );
  for (const name of ["pointerup", "pointercancel"] as const)
    on(
      svg,
      name,
      () => {
        if (start && isDrag) brush.end();
        start = null;
      },
      capture,
    );
  on(
    svg,
    "click",
    (event) => {
      if (isDrag && isOver(event)) event.stopPropagation();
      isDrag = false;
    },
    capture,
  );
}
