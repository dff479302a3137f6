/**
 * Submodel 7.7.2: Execution by the counterpart.
 *
 * When a promise falls due it is kept by the same benefit and cost for which it was given, without the surprise of the
 * moment: who promised against its interest lets it lie. A broken promise is shelved, and may be raised again.
 *
 *   P(kept) = σ(κ·(τ·m + B0 + O - C))
 *
 * κ   sharpness (sharpness)  per unit of benefit
 * τ   pressure that lasts (pressure)  [0, 1]
 * m   share of those touched who were mobilized  [0, 1]
 * B0  readiness of the role (see complaints)  units of benefit
 * O   oversight of execution (support.oversight)  units of benefit
 * C   cost to who must act  units of benefit
 *
 * Source: the paper, 3(1)2 (most decisions had no sequel) and 4(1)2 (no tactic when the counterpart stalls).
 * Departures: the paper tells that promises were not kept and not why each; the form is the model's own, so that
 * agreement is not action. Order: simultaneous.
 */
/**
 * 子模型 7.7.2：责任方兑现承诺。
 *
 * 承诺到期时，是否兑现取决于当初答应时的同一收益与成本，但不再有一时的偶然：违背自身利益的承诺会不了了之。未兑现的承诺
 * 被搁置，可再次提出。
 *
 *   P(兑现) = σ(κ·(τ·m + B0 + O - C))
 *
 * κ   敏感度（sharpness）  每收益单位
 * τ   持续的压力（pressure）  [0, 1]
 * m   受影响居民中曾被动员的比例  [0, 1]
 * B0  责任方的意愿（见居民单独反映）  收益单位
 * O   执行监督（support.oversight）  收益单位
 * C   责任方的成本  收益单位
 *
 * 来源：论文三（一）2（形成的决策大多数最终都没有下文）与四（一）2（对方拖延时没有任何应对策略）。与原文献的差异：论文
 * 指出承诺未兑现，未逐项说明原因；函数形式为本模型自拟，使“达成一致”不等于“行动”。次序：同时更新。
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
