/** Inputs by their names in specs. */
import type { World } from "../world";
import { type Control, type Given, unwrapped } from "./control";
import { MenuControl } from "./menu";
import { SliderControl } from "./slider";

type Make = new (given: Given, world: World) => Control;

const KINDS: Record<string, Make> = { menu: MenuControl, slider: SliderControl };

/** Names of the inputs that a spec can have. */
export const INPUTS = new Set(Object.keys(KINDS));

export const controlOf = (name: string, given: Record<string, unknown>, world: World): Control =>
  new KINDS[name](unwrapped(given), world);
