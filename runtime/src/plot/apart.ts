/** Texts of a mark that move up or down until none lies over another. */
import { px } from "../shared/format";
import { areaOf, type Area } from "./letters";
import { FONT_SIZE } from "./text";

type Render = (...given: unknown[]) => Element | null;

interface Texts {
  plotSpecs(): { options: Record<string, unknown> }[];
}

interface Dimensions {
  marginTop: number;
  marginBottom: number;
  height: number;
}

const GAP = 1;
/** More texts than these are left where they are: nobody reads them, and looking at all pairs takes long. */
const MOST = 2000;

const overlap = (a: Area, b: Area): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const moved = (area: Area, by: number): Area => ({ ...area, top: area.top + by, bottom: area.bottom + by });

/** How far the text moves, so that it is free of those that stand: as little as it can, within the frame. */
function shiftOf(area: Area, standing: Area[], top: number, bottom: number): number {
  const beside = standing.filter((other) => area.left < other.right && other.left < area.right);
  const ways = beside.flatMap((other) => [other.top - GAP - area.bottom, other.bottom + GAP - area.top]);
  const inside = ways.filter((by) => area.top + by >= top && area.bottom + by <= bottom);
  const sorted = [0, ...inside.sort((a, b) => Math.abs(a) - Math.abs(b) || b - a)];
  return sorted.find((by) => !beside.some((other) => overlap(moved(area, by), other))) ?? 0;
}

/** The shift of each text, in the order in which they are given. */
export function shifts(areas: Area[], top: number, bottom: number): number[] {
  const found = areas.map(() => 0);
  const standing: Area[] = [];
  const order = areas.map((_, i) => i).sort((a, b) => areas[a].top - areas[b].top || areas[a].left - areas[b].left);
  for (const i of order) {
    found[i] = shiftOf(areas[i], standing, top, bottom);
    standing.push(moved(areas[i], found[i]));
  }
  return found;
}

const PLACE = /translate\(([-\d.e]+),([-\d.e]+)\)/;

function moveApart(group: Element, { marginTop, marginBottom, height }: Dimensions): void {
  const isLevel = (text: Element): boolean => !text.getAttribute("transform")?.includes("rotate");
  const texts = [...group.querySelectorAll("text")].filter(isLevel);
  if (texts.length > MOST) return;
  const areas = texts.map((text) => areaOf(text, FONT_SIZE));
  shifts(areas, marginTop, height - marginBottom).forEach((by, i) => {
    if (by === 0) return;
    const place = texts[i].getAttribute("transform") ?? "translate(0,0)";
    texts[i].setAttribute(
      "transform",
      place.replace(PLACE, (_, x, y) => `translate(${x},${px(Number(y) + by)})`),
    );
  });
}

/** Makes the texts of a mark move apart whenever they are drawn. */
export function keepApart(mark: Texts): void {
  const specs = mark.plotSpecs.bind(mark);
  const render: Render = (index, scales, values, dimensions, context, next) => {
    const group = (next as Render)(index, scales, values, dimensions, context);
    if (group) moveApart(group, dimensions as Dimensions);
    return group;
  };
  mark.plotSpecs = () => specs().map((spec) => ({ ...spec, options: { ...spec.options, render } }));
}
