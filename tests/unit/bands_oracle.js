// Bands with gaps: places, bands at places, and views of them.
import * as bands from "./src/shared/bands";
import { bandsIn, from, to } from "./src/page/geometry";
import { stretched } from "./src/page/fluid";
import { carried, centred, home, mapsIn, panned, revealed, zoomed } from "./src/page/view";

const indices = (n) => Array.from({ length: n }, (_, i) => i);
const fixed = (axis) =>
  axis.gaps && { places: bands.gapPlaces(axis), size: axis.gaps.size };

const steps = {
  zoomed: (frame, view, [factor, x, y]) =>
    zoomed(frame, view, factor, { x, y }),
  panned: (frame, view, [x, y]) => panned(frame, view, { x, y }),
  revealed: (frame, view, args) => revealed(frame, view, ...args),
  centred: (frame, view, args) => centred(frame, view, ...args),
};

globalThis.oracle = {
  places: ({ axis, n }) => indices(n).map((i) => bands.placeOf(axis, i)),
  centres: ({ axis, n }) => indices(n).map((i) => bands.centre(axis, i)),
  at: ({ axis, at }) => at.map((place) => bands.bandAt(axis, place)),
  centresIn: ({ axis, n, from, size }) => bands.centresIn(axis, n, from, size),
  within: ({ axis, n, from, size }) => bands.bandsWithin(axis, n, from, size),
  withGaps: ({ axis, n, gaps }) => bands.withGaps(axis, n, gaps),
  // The axis of a plot whose area has grown, with the places of its bands before and after.
  stretched: ({ axis, n, area, by }) => {
    const x = { kind: "band", labels: indices(n).map(String), ...axis };
    const wide = stretched({ area, x, y: x, marks: [] }, by);
    return {
      area: wide.area,
      axis: wide.x,
      before: indices(n).map((i) => bands.placeOf(x, i)),
      after: indices(n).map((i) => bands.placeOf(wide.x, i)),
    };
  },
  // The view of one frame carried to another, and the place in the middle of both, as a share of the area.
  carried: ({ axis, area, grain, factor, at, wide }) => {
    const frame = { area, grain, gaps: {} };
    const view = zoomed(frame, home(frame), factor, at);
    const next = { area: wide, grain: { ...grain, x: (grain.x * wide.width) / area.width }, gaps: {} };
    const middle = (f, v) => (from(mapsIn(f, v).x, f.area.x + f.area.width / 2) - f.area.x) / f.area.width;
    const then = carried(frame, view, next);
    return { before: middle(frame, view), after: middle(next, then), size: [view.size, then.size] };
  },
  // The view after some steps: maps, the zoomed bands of x, and where places come to lie, and back.
  views: ({ axis, n, area, grain, walk, at }) => {
    const frame = { area, grain, gaps: { x: fixed(axis) } };
    let view = home(frame);
    return walk.map(([name, ...args]) => {
      const before = mapsIn(frame, view).x;
      view = steps[name](frame, view, args);
      const map = mapsIn(frame, view).x;
      const shown = bandsIn(axis, map);
      return {
        before,
        map,
        shown,
        view,
        places: indices(n).map((i) => bands.placeOf(shown, i)),
        to: at.map((place) => to(map, place)),
        back: at.map((place) => from(map, to(map, place))),
        were: at.map((place) => from(before, place)),
      };
    });
  },
};
