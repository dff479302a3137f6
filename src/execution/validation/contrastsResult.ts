/** What the part on the contrast of the neighborhoods results in. */
import type { Difference } from "../../experiments/robustness/contrasts.ts";

export interface ContrastsResult {
  readonly replicates: number;
  /** Last date of the runs, when the measures are read. */
  readonly until: string;
  readonly runs: number;
  readonly failed: number;
  /** Names of the two neighborhoods; differences are the second less the first. */
  readonly pair: readonly [string, string];
  /** Setting by setting, the contrasts in their order. */
  readonly differences: readonly Difference[];
}
