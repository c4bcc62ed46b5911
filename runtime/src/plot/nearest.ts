/** The nearest thing on an axis of categories is the one whose middle is near; Mosaic looks for where bands begin. */
import { changing } from "./interactors";

interface Scale {
  apply(value: unknown): number;
  bandwidth?: number;
}

interface Figure {
  scale(name: string): Scale | undefined;
}

interface Interactor {
  init(svg: Figure, root: unknown): void;
}

/** Nearest things, on one axis or on both. */
export const NEAREST = ["nearest", "nearestX", "nearestY"];

function centred(name: string, scale: Scale | undefined): Scale | undefined {
  if (!scale?.bandwidth || !["x", "y"].includes(name)) return scale;
  const half = scale.bandwidth / 2;
  return { ...scale, apply: (value) => scale.apply(value) + half };
}

/** The function of the interactor. */
export const centring = changing((made: Interactor) => {
  const init = made.init.bind(made);
  made.init = (svg, root) => {
    const { scale } = svg;
    svg.scale = (name) => centred(name, scale(name));
    try {
      init(svg, root);
    } finally {
      svg.scale = scale;
    }
  };
});
