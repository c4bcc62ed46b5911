/** True in the build for pages with inputs or interactors: others leave out what follows a picture's changes. */
declare const LIVING: boolean;
