/** What is not selected set back: Mosaic's interactor, which leaves attributes behind that the shapes never had. */

interface Highlighting {
  nodes?: Iterable<Element>;
  channels: [name: string, value: unknown][];
  update(): Promise<void>;
}

type Directive = (plot: { interactors: unknown[] }) => void;
type Make = (this: unknown, ...given: never[]) => unknown;

function withoutNulls({ nodes = [], channels }: Highlighting): void {
  for (const node of nodes)
    for (const [name] of channels) if (node.getAttribute(name) === "null") node.removeAttribute(name);
}

/** The function of the interactor. */
export const highlighting = (make: Make): Make =>
  function (this: unknown, ...given) {
    const directive = make.apply(this, given) as Directive;
    return (plot: { interactors: unknown[] }): void => {
      directive(plot);
      const made = plot.interactors[plot.interactors.length - 1] as Highlighting;
      const update = made.update.bind(made);
      made.update = () => update().then(() => withoutNulls(made));
    };
  };
