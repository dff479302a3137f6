/**
 * A neighborhood as one's own survey shows it: the template, with what was counted or asked as patterns.
 *
 * The survey is invented, by a run of the model: the values that a calibration should find are known, and stand below.
 */
import type { Pattern, Scenario } from "linli";
import { blank } from "linli/scenarios";

/** Values with which the survey was made. A calibration is not told them. */
export const TRUTH = { "encounters.block": 0.12, "exchange.asking": 0.5 };

const DAY = "2015-12-28";

/** One target: what was found, and the ends of the interval in which one trusts it to lie. */
function target(measure: string, low: number, high: number, en: string, zh: string): Pattern {
  const found = `${(low + high) / 2}`;
  return { name: measure, measure, at: DAY, low, high, reported: { en: found, zh: found }, text: { en, zh } };
}

export default {
  ...blank,
  name: "our-street",
  title: { en: "Our street", zh: "我们的街区" },
  about: { en: "An invented survey at the end of the first year.", zh: "虚构的调查，第一年年底。" },
  reading: DAY,
  until: DAY,
  patterns: [
    target("meanDegree", 14, 16, "neighbors known by name (question 9)", "叫得出姓名的邻居数（第9题）"),
    target("tieTrust", 0.615, 0.635, "trust in those neighbors (question 12)", "对这些邻居的信任（第12题）"),
    target("transitivity", 0.17, 0.22, "acquaintances who know each other (question 10)", "熟人之间彼此相识（第10题）"),
    target("generalTrust", 0.49, 0.51, "trust in an unknown neighbor (question 13)", "对陌生邻居的信任（第13题）"),
  ],
} satisfies Scenario;
