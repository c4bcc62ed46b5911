/** Tools, and what follows a zoom: the second script, which need not be read for a picture to be seen. */
import { Axes } from "./axes";
import { Find } from "./find";
import { Followers } from "./followers";
import { marginFollower } from "./margin";
import { problemList } from "./problems";
import { sampleFollower } from "./samples";
import { fileName, pngBlob, svgBlob } from "./save";
import { ValueTable } from "./table";
import { tools } from "./tools";

const later = {
  Axes,
  Find,
  Followers,
  ValueTable,
  fileName,
  marginFollower,
  pngBlob,
  problemList,
  sampleFollower,
  svgBlob,
  tools,
};

export type Later = typeof later;

(globalThis as { inspectVizLater?: Later }).inspectVizLater = later;
