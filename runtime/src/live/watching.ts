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

/** Calls `gone` once the kernel has ended: one that begins anew knows nothing of the model. Returns what ends that. */
export function watchKernel(model: Model, gone: () => void): () => void {
  const kernel = (model as Managed).widget_manager?.kernel ?? null;
  const end = (): void => {
    kernel?.statusChanged.disconnect(look);
    kernel?.disposed.disconnect(look);
  };
  const look = (): void => {
    if (!kernel!.isDisposed && !ENDED.has(kernel!.status)) return;
    end();
    gone();
  };
  kernel?.statusChanged.connect(look);
  kernel?.disposed.connect(look);
  return end;
}
