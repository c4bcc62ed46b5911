/** Pictures that Mosaic draws in the page itself, from the spec and the notes that V8 draws from in Python. */
import { LivingPicture, type About, type Spec, type World } from "../plot/index";
import { frozen, type Recorded } from "./frozen";
import { canvasImage } from "./image";

/** What a page holds of a living picture. */
export interface Recording {
  spec: Spec;
  sidecar: unknown;
  about: About;
  answers: Recorded;
}

interface Opened {
  picture: LivingPicture;
  warnings: string[];
}

/** Draws a recording into an element, and again as its params change; rejects with the first thing that fails. */
async function open(root: Element, { spec, sidecar, about, answers }: Recording): Promise<Opened> {
  const warnings: string[] = [];
  const picture = await new Promise<LivingPicture>((resolve, reject) => {
    const world: World = {
      document,
      connector: frozen(answers),
      scale: devicePixelRatio,
      details: true,
      image: canvasImage,
      warn: (message) => void warnings.push(message),
      fail: reject,
    };
    LivingPicture.open(spec, sidecar, world).then(resolve, reject);
  });
  const show = (): void => root.replaceChildren(picture.compose(about).svg);
  picture.onDraw(show);
  show();
  return { picture, warnings };
}

(globalThis as unknown as { inspectVizLive: { open: typeof open } }).inspectVizLive = { open };
