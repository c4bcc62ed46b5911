/** Whether the kernel behind a model lives, as far as a notebook tells. */
import type { Model } from "./kernel";

interface Signal {
  connect(slot: () => void): void;
  disconnect(slot: () => void): void;
}

/** JupyterLab's kernel. */
interface Connection {
  status: string;
  isDisposed: boolean;
  statusChanged: Signal;
  disposed: Signal;
}

type Managed = Model & { widget_manager?: { kernel?: Connection | null } };

const ENDED = new Set(["dead", "terminating", "restarting", "autorestarting"]);

/** Calls `gone` when the kernel ends, and `back` when it answers again; returns what ends that. */
export function watchKernel(model: Model, gone: () => void, back: () => void): () => void {
  const kernel = (model as Managed).widget_manager?.kernel ?? null;
  let isGone = false;
  const tell = (isNow: boolean): void => {
    if (isNow === isGone) return;
    isGone = isNow;
    (isNow ? gone : back)();
  };
  const look = (): void => tell(kernel!.isDisposed || ENDED.has(kernel!.status));
  kernel?.statusChanged.connect(look);
  kernel?.disposed.connect(look);
  return () => {
    kernel?.statusChanged.disconnect(look);
    kernel?.disposed.disconnect(look);
  };
}
