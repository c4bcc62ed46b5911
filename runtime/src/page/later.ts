/** Tools, and what follows a zoom: the second script, which need not be read for a picture to be seen. */
import { besideOf, groupsOf } from "./column";
import { bothHint } from "./both";
import { carriedNote } from "./carried";
import { differenceText } from "./difference";
import { Find } from "./find";
import { Fluid } from "./fluid";
import { follower } from "./followers";
import { modelsOf } from "./models";
import { offer } from "./offering";
import { panel } from "./panel";
import { partText } from "./part";
import { pointLines, pointTable } from "./pointsheet";
import { cutNote, problemList } from "./problems";
import { fileName, pngBlob, svgBlob } from "./save";
import { valueTables } from "./table";
import { cellLines, cellTable } from "./sheet";
import { shownAt } from "../shared/split";
import { tools } from "./tools";

const later = {
  cutNote,
  Find,
  Fluid,
  besideOf,
  bothHint,
  carriedNote,
  cellLines,
  cellTable,
  differenceText,
  fileName,
  follower,
  groupsOf,
  modelsOf,
  offer,
  panel,
  partText,
  pngBlob,
  pointLines,
  pointTable,
  problemList,
  shownAt,
  svgBlob,
  tools,
  valueTables,
};

export type Later = typeof later;

(globalThis as { inspectVizLater?: Later }).inspectVizLater = later;
