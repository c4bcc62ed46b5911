/** A regression whose band is the confidence interval of its line. Mosaic 0.32 takes the spread of all values for what
 * the line leaves of it, so that bands are too wide, several times so where a line fits well. */
import { RegressionMark } from "@uwdata/mosaic-plot";

/** The squares that the line of each group leaves, in the place of all squares. */
function leftOf(columns: Record<string, ArrayLike<unknown>>): Float64Array {
  const [slope, ssx] = [columns["slope"], columns["ssx"]];
  return Float64Array.from(columns["ssy"], (all, i) =>
    Math.max(0, Number(all) - Number(slope[i]) ** 2 * Number(ssx[i])),
  );
}

export class FittedRegression extends RegressionMark {
  override confidenceBand(): this {
    const fit = this.modelFit as Exclude<typeof this.modelFit, { values: unknown }>;
    if (!fit.numRows) return super.confidenceBand() as this;
    this.modelFit = { ...fit, columns: { ...fit.columns, ssy: leftOf(fit.columns) } };
    super.confidenceBand();
    this.modelFit = fit;
    return this;
  }
}
