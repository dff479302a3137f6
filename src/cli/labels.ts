/** Which measures are shown first, and what the recorded series are called. */
import type { Text } from "../model/vocabulary.ts";
import { type MeasureName, measureOf } from "../observe/measures.ts";
import { RECORDED } from "../observe/recorder.ts";

/** The measures that a summary shows; all are in `--json`. */
export const KEY_MEASURES: readonly MeasureName[] = [
  "demandsBrought",
  "resolvedShare",
  "executedShare",
  "arisenResolvedShare",
  "organizations",
  "organizationsWithRules",
  "organizationsWithFixedTimes",
  "platforms",
  "councils",
  "suspended",
  "suspensionDate",
  "federations",
  "firstFederationDate",
  "jointActs",
  "meanTrust",
  "tieTrust",
  "meanBelonging",
  "teamTrust",
  "density",
  "reciprocity",
  "transitivity",
];

/** Recorded series that are no measures. */
const SERIES: Readonly<Record<string, Text>> = {
  members: { en: "memberships", zh: "组织成员人次" },
  ties: { en: "acquainted pairs", zh: "相识关系数" },
};

export const SERIES_NAMES = Object.keys(RECORDED);

export function seriesLabel(name: string): Text {
  return SERIES[name] ?? measureOf(name).text;
}
