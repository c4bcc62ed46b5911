/** The nearest thing on an axis of categories is the one whose middle is near; Mosaic looks for where bands begin. */

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

type Directive = (plot: { interactors: unknown[] }) => void;
type Make = (this: unknown, ...given: never[]) => unknown;

/** Nearest things, on one axis or on both. */
export const NEAREST = ["nearest", "nearestX", "nearestY"];

function centred(name: string, scale: Scale | undefined): Scale | undefined {
  if (!scale?.bandwidth || !["x", "y"].includes(name)) return scale;
  const half = scale.bandwidth / 2;
  return { ...scale, apply: (value) => scale.apply(value) + half };
}

/** The function of the interactor. */
export const centring = (make: Make): Make =>
  function (this: unknown, ...given) {
    const directive = make.apply(this, given) as Directive;
    return (plot: { interactors: unknown[] }): void => {
      directive(plot);
      const made = plot.interactors[plot.interactors.length - 1] as Interactor;
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
    };
  };
