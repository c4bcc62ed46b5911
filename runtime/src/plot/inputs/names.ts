/** Names of the inputs that a spec can have: Mosaic's, and ours. */
export const INPUTS = new Set(["menu", "slider", "search", "checkbox", "checkboxGroup", "radioGroup", "table"]);
