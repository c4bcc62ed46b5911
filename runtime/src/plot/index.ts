/** From a spec to a living picture, in any document: V8, a page, a notebook. */
export { LivingPicture, type About, type Composed, type Told } from "./picture";
export type { Control } from "./inputs/control";
export type { Spec } from "./spec";
export type { Connector, Request, World } from "./world";
