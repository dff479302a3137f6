/** What the part on sensitivity results in. */
import type { SobolIndices } from "../../analysis/sensitivity/sobolIndices.ts";
import type { Screening } from "../../experiments/robustness/screening.ts";
import type { Text } from "../../model/vocabulary.ts";
import type { MeasureName } from "../../observe/measures.ts";

/** What one outcome rests on. */
export interface OutcomeSensitivity {
  readonly measure: MeasureName;
  /** Runs of the screening without a value, of all; they count as the convention says. */
  readonly lacking: number;
  readonly points: number;
  /** Standard deviation over the points of the screening, and over replicates at the defaults. */
  readonly sd: number;
  readonly chance: number;
  /** mu* that chance alone would give. */
  readonly floor: number;
  /** One entry a parameter, in the order of `parameters`. */
  readonly effects: Screening["effects"];
  /** Of the survivors, in their order; null where the outcome is constant. */
  readonly indices: SobolIndices | null;
}

export interface ScenarioSensitivity {
  readonly scenario: string;
  readonly title: Text;
  readonly until: string;
  readonly outcomes: readonly OutcomeSensitivity[];
}

export interface SensitivityResult {
  readonly parameters: readonly string[];
  readonly trajectories: number;
  readonly survivors: readonly string[];
  readonly base: number;
  readonly replicates: number;
  readonly runs: number;
  readonly scenarios: readonly ScenarioSensitivity[];
}
