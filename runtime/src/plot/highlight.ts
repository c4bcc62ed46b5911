/** What is not selected set back: Mosaic's interactor, which leaves attributes behind that the shapes never had. */
import { changing } from "./interactors";

interface Highlighting {
  nodes?: Iterable<Element>;
  channels: [name: string, value: unknown][];
  update(): Promise<void>;
}

function withoutNulls({ nodes = [], channels }: Highlighting): void {
  for (const node of nodes)
    for (const [name] of channels) if (node.getAttribute(name) === "null") node.removeAttribute(name);
}

/** The function of the interactor. */
export const highlighting = changing((made: Highlighting) => {
  const update = made.update.bind(made);
  made.update = () => update().then(() => withoutNulls(made));
});
