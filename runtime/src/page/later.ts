/** Tools, and what follows a zoom: the second script, which need not be read for a picture to be seen. */
import { carriedNote } from "./carried";
import { Find } from "./find";
import { Fluid } from "./fluid";
import { follower } from "./followers";
import { modelsOf } from "./models";
import { Ordering } from "./ordering";
import { problemList } from "./problems";
import { fileName, pngBlob, svgBlob } from "./save";
import { valueTables } from "./table";
import { cellLines, cellTable } from "./sheet";
import { tools } from "./tools";
import { tray } from "./tray";

const later = {
  Find,
  Fluid,
  Ordering,
  carriedNote,
  cellLines,
  cellTable,
  fileName,
  follower,
  modelsOf,
  pngBlob,
  problemList,
  svgBlob,
  tools,
  tray,
  valueTables,
};

export type Later = typeof later;

(globalThis as { inspectVizLater?: Later }).inspectVizLater = later;
