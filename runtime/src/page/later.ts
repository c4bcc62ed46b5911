/** Tools, and what follows a zoom: the second script, which need not be read for a picture to be seen. */
import { Axes } from "./axes";
import { carriedNote } from "./carried";
import { Find } from "./find";
import { Fluid } from "./fluid";
import { Followers } from "./followers";
import { marginFollower } from "./margin";
import { problemList } from "./problems";
import { sampleFollower } from "./samples";
import { fileName, pngBlob, svgBlob } from "./save";
import { valueTables } from "./table";
import { cellLines, cellTable } from "./sheet";
import { tools } from "./tools";

const later = {
  Axes,
  Find,
  Fluid,
  Followers,
  carriedNote,
  cellLines,
  cellTable,
  fileName,
  marginFollower,
  pngBlob,
  problemList,
  sampleFollower,
  svgBlob,
  tools,
  valueTables,
};

export type Later = typeof later;

(globalThis as { inspectVizLater?: Later }).inspectVizLater = later;
