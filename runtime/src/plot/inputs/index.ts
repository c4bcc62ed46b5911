/** Inputs by their names in specs. */
import type { World } from "../world";
import { type Control, type Given, unwrapped } from "./control";
import { CheckboxControl } from "./checkbox";
import { MenuControl } from "./menu";
import { SearchControl } from "./search";
import { SliderControl } from "./slider";
import { TableControl } from "../table/control";

const KINDS: Record<string, (given: Given, world: World) => Control> = {
  menu: (given, world) => new MenuControl(given, world),
  slider: (given, world) => new SliderControl(given, world),
  search: (given, world) => new SearchControl(given, world),
  checkbox: (given, world) => new CheckboxControl(given, world),
  checkboxGroup: (given, world) => new MenuControl(given, world, "checkboxGroup"),
  radioGroup: (given, world) => new MenuControl(given, world, "radioGroup"),
  table: (given, world) => new TableControl(given, world),
};

export const controlOf = (name: string, given: Record<string, unknown>, world: World): Control =>
  KINDS[name](unwrapped(given), world);
