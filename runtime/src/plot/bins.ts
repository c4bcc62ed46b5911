/** Bins whose options are params: Mosaic takes the options of a bin as they are once, ours follow. */
import { isParam, type Param } from "@uwdata/mosaic-core";

type Options = Record<string, unknown>;
type Channels = Record<string, { options: Options }>;
interface Marked {
  params: Set<Param<unknown>>;
}
type Binned = (mark: Marked, channel: string) => Channels;
type Bin = (this: unknown, field: unknown, options?: Options) => Binned;

/** The options with each param's value of the moment. */
function following(options: Options): Options {
  const live = {};
  for (const [name, value] of Object.entries(options))
    Object.defineProperty(live, name, { get: () => (isParam(value) ? value.value : value), enumerable: true });
  return live;
}

/** Mosaic's `bin` for options that may be params: the mark asks again when one changes. */
export const followingBin = (bin: Bin): Bin =>
  function (this: unknown, field, options = {}) {
    const made = bin.call(this, field, options);
    const params = Object.values(options).filter(isParam);
    if (!params.length) return made;
    const binned: Binned = (mark, channel) => {
      const channels = made(mark, channel);
      for (const param of params) mark.params.add(param);
      for (const node of Object.values(channels)) node.options = following(node.options);
      return channels;
    };
    return Object.assign(binned, made);
  };
