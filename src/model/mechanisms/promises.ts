/**
 * Submodel 7.7.2: Execution by the counterpart.
 *
 * When a promise falls due it is kept with
 *
 *   σ(κ (τ·mobilized + readiness + O - C))
 *
 * by the same benefit and cost for which it was given, without the moment's surprise: who promised against its interest
 * lets it lie. A broken promise is shelved, and may be raised again.
 *
 * Source: the paper, 3(1)2 (most decisions had no sequel) and 4(1)2 (no tactic when the counterpart stalls); form: the
 * model's own. Order: simultaneous.
 */
import { logistic } from "../../kernel/math.ts";
import { uniform } from "../../kernel/random.ts";
import { readinessOf } from "../authority.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { RESIDENTS_ACT, STATE } from "../vocabulary.ts";

export const promises = defineMechanism({
  name: "promises",
  submodel: "7.7.2",
  title: { en: "Execution by the counterpart", zh: "责任方兑现承诺" },
  summary: { en: "Promises fall due, and are kept or not.", zh: "承诺到期，或兑现，或落空。" },
  source: "Cao, Wan & Zeng (2019), 3(1)2 and 4(1)2; form: assumption",
  order: "simultaneous",
  parameters: {
    sharpness: parameter(
      7,
      [2, 8],
      "per unit of benefit",
      "assumption",
      ["sharpness", "敏感度"],
      ["how strictly benefit and cost decide", "收益与成本对兑现的影响强度"],
    ),
    pressure: parameter(
      0.45,
      [0, 1],
      "share of tactics",
      "assumption",
      ["pressure that lasts", "持续的压力"],
      ["share of the mobilized who still press when it falls due", "到期时仍在施压的动员者比例"],
    ),
  },
  writes: ["issues.state", "issues.stateSince", "issues.closed", "issues.missed"],
  events: {
    resolved: {
      subject: "issues",
      other: "platforms",
      text: { en: "{subject} is resolved: {reason}", zh: "{subject}得到解决：{reason}" },
      reasons: { promiseKept: { en: "who must act kept its promise", zh: "责任方兑现承诺" } },
    },
    shelved: {
      subject: "issues",
      other: "platforms",
      text: { en: "{subject} is shelved: {reason}", zh: "{subject}被搁置：{reason}" },
      reasons: { promiseBroken: { en: "the promise had no sequel", zh: "答应之后没有下文" } },
    },
  },
  bind({ world, values, context, clock, key, log }) {
    const { issues } = world;
    const readiness = readinessOf(context, clock);
    const keep = key("keep");
    const [resolved, shelved] = [log("resolved"), log("shelved")];
    return (tick) => {
      const at = issues.at;
      for (let issue = 0; issue < issues.rows; issue++) {
        const role = at.responsible[issue]!;
        if (
          !issues.alive[issue] ||
          at.state[issue] !== STATE.decided ||
          role === RESIDENTS_ACT ||
          tick < at.due[issue]!
        )
          continue;
        const benefit = values.pressure * at.mobilized[issue]! + readiness(role, tick) + context.support.oversight;
        const kept =
          uniform(keep, tick, at.identity[issue]!) < logistic(values.sharpness * (benefit - at.cost[issue]!));
        at.state[issue] = kept ? STATE.resolved : STATE.shelved;
        at.stateSince[issue] = tick;
        if (kept) {
          at.closed[issue] = tick;
          resolved(issue, { other: at.platform[issue]!, reason: "promiseKept" });
        } else {
          at.missed[issue] = 1;
          shelved(issue, { other: at.platform[issue]!, reason: "promiseBroken" });
        }
      }
    };
  },
});
