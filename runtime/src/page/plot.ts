/** What a plot answers. Tip, cursor, keys, search, table and CSV know nothing else of it. */
import type { BandAxis, Box, CellPlot, Link } from "../shared/payload";
import type { Row } from "../shared/rows";
import type { Maps, Point, Way } from "./geometry";

/** The text of a value that is missing. */
export const NONE = "\u2013";

/** What is said about a thing. */
export interface Facts {
  /** Model and sample, of which a sentence tells; rows tell others. */
  lead: { who: string; what: string } | null;
  /** Heading and text, in the order of the tip. */
  rows: [string, string][];
  /** Heading and text of the value, and its colour when it has one. */
  value: [string, string] | null;
  color: string | null;
  sentence: string;
  /** How the sample does beside others. */
  rank: string;
  channels: [string, string][];
  /** The rows behind it, where they are known. */
  runs: Run[];
  /** What the caller asked for, and the first line of an error. */
  details: [string, string][];
  error: string;
  /** Where its rows are to be found that no link leads to. */
  source: string;
  links: Link[];
  /** What the name of the thing is called, when it has one that can be copied. */
  naming: string | null;
}

/** A row behind a cell. */
export interface Run {
  /** "epoch 1" */
  label: string;
  /** "" for one without a score. */
  color: string;
  text: string;
  href: string | undefined;
}

/** A text that the caller asked for, of one row. */
export interface Told {
  column: string;
  epoch: string;
  text: string;
}

/** A model in the list of all that a sample has. */
export interface Beside {
  name: string;
  /** Colours of its epochs; "" for one without a score. */
  dots: string[];
  text: string;
  /** All that can be opened. */
  links: Link[];
  /** Texts of its rows. */
  told: Told[];
  isHere: boolean;
  /** It is one of two models that are compared. */
  isCompared: boolean;
}

/** Where keys lead from a thing. */
export type Move = "left" | "right" | "up" | "down" | "back" | "on" | "start" | "end" | "first" | "last";

/** What rows are sorted by: NaN and "" are no value. */
export type Key = number | string;

/** Things as a table: a row for each thing, or for each sample. The first column holds the heading of each row. */
export interface TableFacts {
  name: string;
  head: string[];
  /** What rows and columns are. */
  noun: [string, string];
  /** Columns at the left that are no values of their own. */
  fixed: number;
  /** Columns of texts stand at the left; others are numbers. */
  isText(column: number): boolean;
  size: number;
  text(i: number, column: number): string;
  key(i: number, column: number): Key;
  /** Whether a row holds a text, which is in lower case. */
  matching(text: string): (i: number) => boolean;
}

/** What has a name: an unzoomed box, and the ways in which it has to be in sight. */
export interface Named {
  box: Box;
  ways: readonly Way[];
}

/** Models as bands of an axis. */
export interface Models {
  way: Way;
  axis: BandAxis;
  facts(model: number): Facts;
}

/** The things of one mark by number. Lengths are user units of the root svg; `maps` says where a view puts them. */
export interface Things {
  readonly tip: boolean;
  /** How many there are, in words. */
  readonly summary: string;
  readonly names: Iterable<string>;
  /** Names of all that can be framed: `names`, and rows and columns. */
  readonly places: Iterable<string>;
  /** Sides of what a view has to keep large enough to be seen. */
  readonly grain: Point | null;
  readonly table: TableFacts;
  /** The models, where things are their samples; and which of them a thing is of. */
  readonly models: Models | null;
  modelOf(i: number): number;
  /** Facts that the page has not unpacked yet. */
  readonly isPacked: boolean;
  unpack(): Promise<void>;
  /** The thing at a place, or the nearest one within `reach`. */
  at(place: Point, maps: Maps, reach: number): number | null;
  /** What of a thing is at a place, in words. */
  part?(i: number, place: Point, maps: Maps): string;
  /** Whether something below may answer in its place. */
  isEmpty(i: number): boolean;
  box(i: number, maps: Maps): Box;
  facts(i: number): Facts;
  /** All models for the sample of a thing, when there are several. */
  beside(i: number): Beside[];
  name(i: number): string | null;
  named(name: string): Named[];
  move(from: number | null, move: Move, maps: Maps): number;
  /** What shares the place of a thing, in words; `pixels` is the number of pixels of a user unit. */
  crowd(i: number, maps: Maps, pixels: number): string;
  csv(): Iterable<string>;
}

/** Cells by number, as their plot stands now. */
export interface CellThings extends Things {
  readonly plot: CellPlot;
  /** The number of a cell in the picture that came with the page, and the rows of one, as far as it tells of them. */
  sourceOf(i: number): number;
  rowsAt(source: number): Row[];
}

/** One thing of a plot. */
export interface Thing {
  readonly of: Things;
  readonly i: number;
  /** What of it the pointer is at, in words. */
  readonly part?: string;
}

export const sameThing = (a: Thing | null, b: Thing | null): boolean => a?.of === b?.of && a?.i === b?.i;

export interface Plot {
  /** Marks that answer, the top one first. */
  readonly marks: readonly Things[];
  /** Those of cells, in the order of drawing. */
  readonly cells: readonly CellThings[];
  readonly area: Box;
  /** Where the view puts places. */
  readonly maps: Maps;
  /** The element that hears pointer and keys. */
  readonly hit: SVGElement;
  readonly isZoomed: boolean;
  /** The thing at a place of the window. */
  thingAt(client: Point): Thing | null;
  clientBox(thing: Thing): Box;
  crowd(thing: Thing): string;
  /** Outlines a thing, or none. */
  point(thing: Thing | null): void;
  /** Where keys were last. */
  here: Thing | null;
  /** Where keys start: there while it is in sight, else at something that is. */
  readonly start: Thing;
  /** Frames and shows what has this name, where keys start from then; whether there is anything. */
  mark(name: string | null): boolean;
  move(from: Thing | null, move: Move): Thing;
  reveal(thing: Thing): void;
  /** What a zoom does where all is in sight, out or in; whether it did something. */
  beyond: ((isOut: boolean) => boolean) | null;
  /** Whether a zoom out does something where all is in sight. */
  hasOutside: () => boolean;
  /** Zooms around a place of the window, a thing or the middle; null shows everything. */
  zoom(factor: number | null, around: Point | Thing | null): void;
  /** Moves the picture from one place of the window to another. */
  pan(from: Point, to: Point): void;
}
