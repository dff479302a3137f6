/**
 * Submodel 7.6.1: Complaints of single residents.
 *
 * As long as an issue is open, each resident whom it touches complains alone, once, to whoever must act, with a chance
 * a week in proportion to its salience. A complaint about an issue that no platform has taken up yet is settled on the
 * spot if the counterpart's cost is small against its readiness and the oversight of it; most are passed from door to
 * door. Issues that residents must settle themselves have nobody to complain to.
 *
 *   P(complains) = rate · salience      P(settled) = σ(κ·(v + B0 + O - C))
 *
 * rate      readiness to complain (rate)  chance a week
 * salience  weight of the issue in residents' minds  [0, 1]
 * κ         sharpness (sharpness)  per unit of benefit
 * v         weight of one voice (single)  units of benefit
 * B0        readiness of the role: that of the committee (see 7.4.6) for itself and the sub-district office, none for firms  units of benefit
 * O         oversight of execution (support.oversight)  units of benefit
 * C         cost to who must act  units of benefit
 *
 * Source: the paper, 3(1)2 (residents who went alone to the developer were put off); Hirschman (1970), Exit, Voice, and
 * Loyalty. Departures: nobody exits, because a home is not left over an issue within the years of a run; the form is
 * assumed. Order: sequential, by resident and issue.
 */
/**
 * 子模型 7.6.1：居民单独反映。
 *
 * 只要议题未决，每位受影响的居民每周以与关注度成正比的概率，独自向责任方反映一次。尚未进入任何平台的议题，若责任方的成
 * 本小于其意愿与所受监督，可当场解决；多数则被推诿。应由居民自己解决的问题，无处可反映。
 *
 *   P(反映) = rate · salience      P(当场解决) = σ(κ·(v + B0 + O - C))
 *
 * rate      反映问题的倾向（rate）  每周概率
 * salience  议题在居民心中的分量  [0, 1]
 * κ         敏感度（sharpness）  每收益单位
 * v         个人声音的分量（single）  收益单位
 * B0        责任方的意愿：居委会与街道办事处取居委会支持力度（见 7.4.6），企业为零  收益单位
 * O         执行监督（support.oversight）  收益单位
 * C         责任方的成本  收益单位
 *
 * 来源：论文三（一）2（居民独自去找开发商解决时被推诿）；Hirschman (1970)，退出、呼吁与忠诚。与原文献的差异：无人“退
 * 出”，因为在模拟的年限内居民不会为一项问题搬家；函数形式为假设。次序：依次更新，逐人逐项。
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
