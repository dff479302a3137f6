/**
 * Submodel 7.6.1: Complaints of single residents.
 *
 * As long as an issue is open, each resident whom it touches complains alone with a chance a week in proportion to its
 * salience, once, to whoever must act. A complaint is settled on the spot if the counterpart's cost is small against its
 * readiness and oversight:
 *
 *   σ(κ (single + readiness + O - C))
 *
 * Most are passed from door to door. Issues that residents must settle themselves have nobody to complain to.
 *
 * Source: the paper, 3(1)2 (residents who went alone to the developer were put off); Hirschman (1970), Exit, Voice, and
 * Loyalty; form: assumption. Order: sequential.
 */
import { logistic } from "../../kernel/math.ts";
import { uniform } from "../../kernel/random.ts";
import { readinessOf } from "../authority.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { RESIDENTS_ACT, STATE } from "../vocabulary.ts";

export const complaints = defineMechanism({
  name: "complaints",
  submodel: "7.6.1",
  title: { en: "Single complaints", zh: "居民单独反映" },
  summary: {
    en: "Residents complain alone; few complaints are settled.",
    zh: "居民单独反映问题，多数被推诿，少数当场解决。",
  },
  source: "Cao, Wan & Zeng (2019), 3(1)2; Hirschman (1970), Exit, Voice, and Loyalty; form: assumption",
  order: "sequential",
  parameters: {
    rate: parameter(
      0.01,
      [0, 0.5],
      "chance a week at full salience",
      "assumption",
      ["readiness to complain", "反映问题的倾向"],
      ["of a resident touched by an issue", "受影响居民每周单独反映的概率"],
    ),
    single: parameter(
      -0.1,
      [-1, 1],
      "units of benefit",
      "assumption",
      ["weight of one voice", "个人声音的分量"],
      ["what a single complaint means to who must act", "一人反映对责任方的分量"],
    ),
    sharpness: parameter(
      8,
      [1, 20],
      "per unit of benefit",
      "assumption",
      ["sharpness", "敏感度"],
      ["how strictly costs decide", "成本对决定的影响强度"],
    ),
  },
  writes: ["issues.complaints", "touches.complained", "issues.state", "issues.stateSince", "issues.closed"],
  events: {
    resolved: {
      subject: "issues",
      other: "platforms",
      text: { en: "{subject} is resolved: {reason}", zh: "{subject}得到解决：{reason}" },
      reasons: { complaint: { en: "a single complaint was enough", zh: "经居民单独反映即获解决" } },
    },
  },
  bind({ world, values, context, clock, key, log }) {
    const { issues, touches, residents } = world;
    const { oversight } = context.support;
    const readiness = readinessOf(context, clock);
    const [complain, settle] = [key("complain"), key("settle")];
    const resolved = log("resolved");
    return (tick) => {
      const at = issues.at;
      for (let t = 0; t < touches.rows; t++) {
        if (!touches.alive[t] || touches.at.complained[t]) continue;
        const issue = touches.at.a[t]!;
        const i = touches.at.b[t]!;
        const role = at.responsible[issue]!;
        if (role === RESIDENTS_ACT || at.state[issue]! >= STATE.resolved || residents.at.presence[i] === 0) continue;
        const id = at.identity[issue]!;
        if (uniform(complain, tick, i, id) >= values.rate * at.salience[issue]!) continue;
        touches.at.complained[t] = 1;
        at.complaints[issue]!++;
        const p = logistic(values.sharpness * (values.single + readiness(role, tick) + oversight - at.cost[issue]!));
        if (at.state[issue] !== STATE.arisen || uniform(settle, tick, i, id) >= p) continue;
        at.state[issue] = STATE.resolved;
        at.stateSince[issue] = tick;
        at.closed[issue] = tick;
        resolved(issue, { reason: "complaint" });
      }
    };
  },
});
