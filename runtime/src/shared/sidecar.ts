/** What the host says about a picture besides its spec. Written by tools/generate_sidecar.py; do not edit. */

/** A line of text above a plot; sizes in pixels. */
export interface TitleNotes {
  text: string;
  marginTop: number;
  fontSize?: number;
  fontFamily?: string;
  fontWeight?: number | string;
}

/** What a view draws around its cells besides the axes: header, margins and footer. */
export interface FrameNotes {
  plain?: boolean;
  margins?: boolean;
  heading?: boolean;
  task?: string;
  subtitle?: string;
  finding?: boolean;
  legend?: boolean;
  rows?: boolean;
  columns?: boolean;
  facts?: string[];
}

/** A legend of a plot, its place and its look; lengths in pixels. */
export interface LegendNotes {
  legend: "color" | "opacity" | "symbol";
  label?: string;
  target?: string;
  field?: string;
  forPlot?: string;
  width?: number;
  height?: number;
  tickSize?: number;
  columns?: number;
  marginTop?: number;
  marginRight?: number;
  marginBottom?: number;
  marginLeft?: number;
  frameAnchor?: string;
  inset?: number;
  insetX?: number;
  insetY?: number;
  border?: boolean | string;
  background?: boolean | string;
  scores?: "drawn" | "given";
  lower?: boolean;
}

/** What stands around a plot, and what is wrong with its data, in sentences. */
export interface PlotNotes {
  title?: TitleNotes;
  frame?: FrameNotes;
  legends?: LegendNotes[];
  problems?: string[];
  remarks?: string[];
}

/** Headings of a mark's channels in tips and tables. */
export interface ChannelNames {
  x?: string;
  y?: string;
  value?: string;
}

/** An order of samples or models by what their scores say, instead of that of `sort`. */
export interface OrderNotes {
  by: "mean" | "natural" | "disagreement" | "discrimination" | "flips" | "similarity" | "model" | "column" | "given";
  model?: string;
  column?: string;
  first?: string[];
  falling?: boolean;
  limit?: number;
}

/** Samples and models that are kept, by their labels; None keeps all. */
export interface KeepNotes {
  samples?: string[];
  models?: string[];
}

/** A column that has one value for each sample, or for each model. */
export interface AttributeNotes {
  name: string;
  of: "samples" | "models";
  value: string;
  number?: boolean;
}

/** What the columns behind a mark of cells mean. */
export interface CellNotes {
  value?: string;
  error?: string;
  limit?: string;
  infinite?: string;
  failed?: string;
  invalidated?: string;
  refused?: string;
  empty?: string;
  unparsable?: string;
  pending?: Record<string, string[]>;
  link?: string;
  epoch?: string;
  log?: string;
  details?: string[];
  text?: string;
  names?: ChannelNames;
  sampleAxis?: "x" | "y";
  order?: "adjusted" | "given";
  samples?: OrderNotes;
  models?: OrderNotes;
  keep?: KeepNotes;
  versus?: string[];
  attributes?: AttributeNotes[];
  group?: string[];
  bars?: string[];
  level?: "groups";
  runs?: string[][];
  baseline?: string;
  combined?: boolean;
  split?: boolean;
  lower?: boolean;
  threshold?: number;
  suspects?: boolean;
}

/** The notes of a picture's plots and marks; those without any are left out. */
export interface Sidecar {
  plots?: Record<string, PlotNotes>;
  marks?: Record<string, CellNotes>;
  apart?: string[];
  grouped?: string[];
}

/** The keys of each kind of notes, and what they hold: notes, lists or records of notes, or plain values. */
export const KEYS = {
  TitleNotes: {
    text: null,
    marginTop: null,
    fontSize: null,
    fontFamily: null,
    fontWeight: null,
  },
  FrameNotes: {
    plain: null,
    margins: null,
    heading: null,
    task: null,
    subtitle: null,
    finding: null,
    legend: null,
    rows: null,
    columns: null,
    facts: null,
  },
  LegendNotes: {
    legend: null,
    label: null,
    target: null,
    field: null,
    forPlot: null,
    width: null,
    height: null,
    tickSize: null,
    columns: null,
    marginTop: null,
    marginRight: null,
    marginBottom: null,
    marginLeft: null,
    frameAnchor: null,
    inset: null,
    insetX: null,
    insetY: null,
    border: null,
    background: null,
    scores: null,
    lower: null,
  },
  PlotNotes: {
    title: "TitleNotes",
    frame: "FrameNotes",
    legends: "LegendNotes[]",
    problems: null,
    remarks: null,
  },
  ChannelNames: {
    x: null,
    y: null,
    value: null,
  },
  OrderNotes: {
    by: null,
    model: null,
    column: null,
    first: null,
    falling: null,
    limit: null,
  },
  KeepNotes: {
    samples: null,
    models: null,
  },
  AttributeNotes: {
    name: null,
    of: null,
    value: null,
    number: null,
  },
  CellNotes: {
    value: null,
    error: null,
    limit: null,
    infinite: null,
    failed: null,
    invalidated: null,
    refused: null,
    empty: null,
    unparsable: null,
    pending: null,
    link: null,
    epoch: null,
    log: null,
    details: null,
    text: null,
    names: "ChannelNames",
    sampleAxis: null,
    order: null,
    samples: "OrderNotes",
    models: "OrderNotes",
    keep: "KeepNotes",
    versus: null,
    attributes: "AttributeNotes[]",
    group: null,
    bars: null,
    level: null,
    runs: null,
    baseline: null,
    combined: null,
    split: null,
    lower: null,
    threshold: null,
    suspects: null,
  },
  Sidecar: {
    plots: "PlotNotes{}",
    marks: "CellNotes{}",
    apart: null,
    grouped: null,
  },
} as const;
