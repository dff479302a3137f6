/**
 * The calibration of the shipped parameters: which have a prior, and which patterns of the two neighborhoods are held out.
 *
 * Parameters with a prior are those that a Morris screening found to move the patterns most; ends are ranges of the
 * literature where there are any, else about half to double of a first guess made by hand. Patterns held out were named
 * before the first run: they check what comes out and play no part in it.
 */
import type { CalibrationPlan } from "../src/experiments/calibration/plan.ts";

export const calibration: CalibrationPlan = {
  name: "Both neighborhoods by one set of parameters",
  scenarios: ["new-estate", "old-district"],
  seed: "calibration",
  priors: {
    "encounters.block": { from: 0.2, to: 0.5 },
    "encounters.acquaintance": { from: 0.1, to: 0.4 },
    "encounters.introduction": { from: 0.03, to: 0.12 },
    "fading.retention": { from: 0.86, to: 0.96 },
    "fading.floor": { from: 0.04, to: 0.16 },
    "exchange.base": { from: -0.6, to: 1 },
    "exchange.owed": { from: 0.5, to: 2 },
    "exchange.trust": { from: 0.8, to: 2.4 },
    "exchange.cost": { from: 0.6, to: 2 },
    "trust.breachWeight": { from: 1.5, to: 4 },
    "trust.prior": { from: 1.5, to: 6 },
    "formation.rate": { from: 0.0001, to: 0.001, log: true },
    "formation.trust": { from: 0.38, to: 0.52 },
    "formation.density": { from: 0.15, to: 0.45 },
    "leaving.base": { from: -3.2, to: -1.8 },
    "leaving.fit": { from: 0.6, to: 2 },
    "discovery.rate": { from: 0.004, to: 0.016, log: true },
    "discovery.bar": { from: 1.1, to: 1.5 },
    "exchangeMeetings.coming": { from: 0.5, to: 0.9 },
    "attendance.cost": { from: 0.25, to: 0.4 },
    "counterpart.threshold": { from: 0.1, to: 0.4 },
    "counterpart.tactics": { from: 0.3, to: 0.6 },
    "ownExecution.base": { from: -0.8, to: 0.8 },
    "jointActs.trust": { from: 0.4, to: 0.6 },
    "expectation.speed": { from: 0.02, to: 0.04 },
    "expectation.loss": { from: 1.5, to: 3 },
    "expectation.refusal": { from: 0.3, to: 0.9 },
    "generalTrust.pull": { from: 0.01, to: 0.04 },
    "generalTrust.acquaintances": { from: 0.3, to: 0.6 },
    "generalTrust.carry": { from: 0.75, to: 0.95 },
  },
  heldOut: {
    "new-estate": ["executed", "fixedTimes", "jointActs", "belongingPeak"],
    "old-district": ["federationSize", "afterJointAct", "dormant", "orientationRises"],
  },
  until: "2018-12-31",
  draws: 1200,
  particles: 200,
  generations: 8,
  moves: 3,
  point: { candidates: 24, replicates: 20 },
};
