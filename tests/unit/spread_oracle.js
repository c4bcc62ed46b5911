// Where labels stand along an axis.
import { spread } from "./src/shared/margins/spread";

globalThis.oracle = {
  spread: ({ wanted, low, high, gap }) => spread(wanted, low, high, gap),
};
