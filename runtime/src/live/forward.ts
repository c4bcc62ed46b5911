/** Where interactors hear the pointer, the core hears what they leave to it: where it is, and clicks. */
import { HIT, part } from "../shared/protocol";

const isTaken = (hit: Element): boolean => hit.getAttribute("pointer-events") === "none";

/** Passes events of a plot on to the area that answers. */
export function forward(group: Element): void {
  const hit = group.querySelector(`[${part(HIT)}]`);
  if (!hit || !isTaken(hit)) return;
  const tell = (event: Event): void => {
    const { type } = event;
    if (event.target === current() || !event.isTrusted) return;
    current()?.dispatchEvent(new PointerEvent(type, { ...pointerOf(event as PointerEvent), bubbles: false }));
  };
  const current = (): Element | null => group.querySelector(`[${part(HIT)}]`);
  group.addEventListener("pointermove", (event) => (event as PointerEvent).buttons || tell(event));
  group.addEventListener("pointerleave", tell);
  group.addEventListener(
    "pointerdown",
    ({ isTrusted }) => isTrusted && current()?.dispatchEvent(new PointerEvent("pointerleave")),
  );
  group.addEventListener("click", tell);
}

function pointerOf(event: PointerEvent): PointerEventInit {
  const { clientX, clientY, pointerId, pointerType, shiftKey, ctrlKey, metaKey, altKey, button, buttons } = event;
  return { clientX, clientY, pointerId, pointerType, shiftKey, ctrlKey, metaKey, altKey, button, buttons };
}
