/** Pictures that Mosaic draws in the page itself, from the spec and the notes that V8 draws from in Python. */
import type { Connector } from "../plot/index";
import type { TextColumn } from "../shared/columns";
import { reader } from "../shared/texts";
import { frozen, type Recorded } from "./frozen";
import { Living, type Recording } from "./open";

const api = {
  /** Opens a picture over recorded answers, or over a connector. */
  open: (root: HTMLElement, recording: Recording & { answers?: Recorded }, connector?: Connector): Promise<Living> =>
    Living.open(root, recording, connector ?? frozen(recording.answers ?? [])),
  /** The texts of a column of a payload. */
  read: (texts: TextColumn, size: number): string[] => Array.from({ length: size }, (_, i) => reader(texts)(i)),
};

(globalThis as unknown as { inspectVizLive: typeof api }).inspectVizLive = api;
