/**
 * Submodel 7.6.7: The counterpart promises or refuses.
 *
 * Who must act promises iff what speaks for it outweighs its cost. Residents whom the issue touches mobilize if they
 * complained or hold a seat, and then those of whose trusted contacts among the touched at least a share is mobilized;
 * the cautious ask for more. Where the law asks an owners' vote and no owners' committee can vote
 * (support.ownersCommittee, support.ownersCommitteeFrom), the issue waits. Another refusal, too, may cite the missing
 * committee as a pretext.
 *
 *   promises: τ·m + B0 + O - C + ε > 0      τ = (τ0 + (1 - τ0)·skill) · (1 - P(vetoed))      ε ~ Logistic(0, s)
 *   P(vetoed) = 1 - exp(-f·D·a·(1 - V))      i mobilizes: Σ_mobilized t / Σ_touched t >= φ·(0.5 + caution)
 *
 * m        share of those touched who are mobilized  [0, 1]
 * τ        share of tactics known to the platform and not vetoed by its team  [0, 1]
 * τ0       tactics without skill (tactics)  [0, 1]
 * skill    deliberating capability of the platform  [0, 1]
 * B0       readiness of the role (see complaints)  units of benefit
 * O        oversight of execution (support.oversight)  units of benefit
 * C        cost to who must act  units of benefit
 * s        noise of an answer (noise)  units of benefit
 * f        veto by a dependent team (veto); none where the team does not chair  weight
 * D        share of the team's income that comes from who must act  [0, 1]
 * a        contention of the issue  [0, 1]
 * V        residents' mean trust in who must act  [0, 1]
 * t        trust of i in a contact whom the issue touches, too  [0, 1]
 * φ        threshold of mobilization (threshold)  [0, 1]
 * caution  share of all residents who are less cautious  [0, 1]
 * pretext  chance that a refusal cites the missing owners' committee (pretext)  [0, 1]
 *
 * Source: the paper, 3(1)2 and 4(1) (asking again is the one tactic; "wait for the owners' committee"); Granovetter
 * (1978) for mobilization. Departures: Granovetter's crowd sees everybody; here one sees trusted contacts, because
 * residents of an estate do. The form of the answer is the model's own: agreement depends on pressure, not on good
 * reasons. Order: sequential, by issue.
 */
/**
 * 子模型 7.6.7：责任方的答复。
 *
 * 当且仅当促使其行动的力量超过成本时，责任方才答应。受影响居民中，单独反映过或担任代表者已被动员；其余的人，若其信任
 * 的、同受影响的熟人中已有足够比例被动员，也随之行动，越谨慎者要求越高。法律规定须业主表决而业主委员会尚不能表决
 * （support.ownersCommittee、support.ownersCommitteeFrom）的，议题只能等待；其他拒绝也可能以此为托辞。
 *
 *   答应：τ·m + B0 + O - C + ε > 0      τ = (τ0 + (1 - τ0)·skill) · (1 - P(约束))      ε ~ Logistic(0, s)
 *   P(约束) = 1 - exp(-f·D·a·(1 - V))      i 被动员：Σ_已动员 t / Σ_受影响 t >= φ·(0.5 + caution)
 *
 * m        受影响居民中被动员的比例  [0, 1]
 * τ        平台所知且未被团队约束的策略比例  [0, 1]
 * τ0       无能力时的策略（tactics）  [0, 1]
 * skill    平台的协商力  [0, 1]
 * B0       责任方的意愿（见居民单独反映）  收益单位
 * O        执行监督（support.oversight）  收益单位
 * C        责任方的成本  收益单位
 * s        答复的随机性（noise）  收益单位
 * f        依附性团队的约束（veto）；非团队主持时为零  权重
 * D        团队收入中来自责任方的比例  [0, 1]
 * a        议题的争议程度  [0, 1]
 * V        居民对责任方的平均信任  [0, 1]
 * t        对同受影响的熟人的信任  [0, 1]
 * φ        动员门槛（threshold）  [0, 1]
 * caution  比自己更不谨慎的居民所占比例  [0, 1]
 * pretext  拒绝时以业主委员会未成立为由的概率（pretext）  [0, 1]
 *
 * 来源：论文三（一）2与四（一）（只能反复提要求；“等业主委员会成立之后再投票表决”）；动员部分：Granovetter (1978)。与
 * 原文献的差异：Granovetter 的人群能看到所有人；此处只看到信任的熟人，小区居民正是如此。答复的函数形式为本模型自拟：能
 * 否答应取决于压力，而非理由。次序：依次更新，逐项议题。
 */
import { clamp, logit } from "../../kernel/math.ts";
import { uniform } from "../../kernel/random.ts";
import { curbOf, ownersCanVote, readinessOf } from "../authority.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { RESIDENTS_ACT, STATE } from "../vocabulary.ts";

export const counterpart = defineMechanism({
  name: "counterpart",
  submodel: "7.6.7",
  title: { en: "The counterpart's answer", zh: "责任方的答复" },
  summary: { en: "Who must act promises, refuses, or says to wait.", zh: "责任方答应、拒绝，或以“等业主委员会”推后。" },
  source: "Cao, Wan & Zeng (2019), 3(1)2 and 4(1); Granovetter (1978); form: assumption",
  order: "sequential",
  parameters: {
    noise: parameter(
      0.2,
      [0.05, 0.2],
      "units of benefit",
      "assumption",
      ["noise of an answer", "答复的随机性"],
      ["scale of the logistic", "逻辑分布的尺度"],
    ),
    threshold: parameter(
      0.22,
      [0.1, 0.5],
      "share",
      "Granovetter (1978); value: assumption",
      ["threshold of mobilization", "动员门槛"],
      ["trusted touched contacts that must be active", "须已行动的受影响信任熟人比例"],
    ),
    tactics: parameter(
      0.44,
      [0, 1],
      "share of tactics",
      "assumption",
      ["tactics without skill", "无能力时的策略"],
      ["asking again", "反复提要求"],
    ),
    pretext: parameter(
      0.5,
      [0.2, 0.8],
      "chance",
      "assumption",
      ["pretext", "托辞"],
      ["that a refusal cites the missing owners' committee", "以业主委员会未成立为由拒绝的概率"],
    ),
    veto: parameter(
      1,
      [0, 3],
      "weight",
      "assumption",
      ["veto by a dependent team", "依附性团队的约束"],
      ["how strongly a paid team curbs tactics", "受出资方资助的团队约束维权策略的力度"],
    ),
  },
  writes: ["issues.state", "issues.stateSince", "issues.decided", "issues.due", "issues.missed", "issues.mobilized"],
  events: {
    decided: {
      subject: "issues",
      other: "platforms",
      text: { en: "{other} agrees on {subject}: {reason}", zh: "{other}就{subject}达成决定：{reason}" },
      reasons: { promised: { en: "who must act promises", zh: "责任方答应办理" } },
    },
    shelved: {
      subject: "issues",
      other: "platforms",
      text: { en: "{subject} is shelved: {reason}", zh: "{subject}被搁置：{reason}" },
      reasons: {
        awaitingVote: { en: "wait until the owners' committee can vote", zh: "等业主委员会成立之后再投票表决" },
        refused: { en: "who must act refuses", zh: "责任方拒绝" },
      },
    },
  },
  bind({ world, values, context, clock, key, log }) {
    const { issues, touches, platforms, residents, ties } = world;
    const { support, procedure } = context;
    const readiness = readinessOf(context, clock);
    const canVote = ownersCanVote(context, clock);
    const curb = curbOf(world, context, values.veto);
    const [answer, cite] = [key("answer"), key("cite")];
    const [decided, shelved] = [log("decided"), log("shelved")];
    const active = new Uint8Array(residents.rows);
    const concerned = new Uint8Array(residents.rows);

    function trustedActiveShare(i: number): number {
      const { data, stride, offset, slots, start, degree, to } = ties;
      let all = 0;
      let on = 0;
      for (let k = 0; k < degree[i]!; k++) {
        const d = slots[start[i]! + k]!;
        if (!concerned[to[d]!]) continue;
        const t = data[d * stride + offset.trust!]!;
        all += t;
        if (active[to[d]!]) on += t;
      }
      return all === 0 ? 0 : on / all;
    }

    /** Share of those touched who would act, after the cascade over trusted contacts. */
    function mobilize(issue: number): number {
      let count = 0;
      for (let t = touches.firstA[issue]!; t >= 0; t = touches.at.nextA[t]!) {
        const i = touches.at.b[t]!;
        concerned[i] = 1;
        active[i] = touches.at.complained[t] || residents.at.seats[i]! > 0 ? 1 : 0;
      }
      for (let changed = true; changed; ) {
        changed = false;
        for (let t = touches.firstA[issue]!; t >= 0; t = touches.at.nextA[t]!) {
          const i = touches.at.b[t]!;
          if (active[i] || trustedActiveShare(i) < values.threshold * (0.5 + residents.at.caution[i]!)) continue;
          active[i] = 1;
          changed = true;
        }
      }
      for (let t = touches.firstA[issue]!; t >= 0; t = touches.at.nextA[t]!) {
        const i = touches.at.b[t]!;
        count += active[i]!;
        concerned[i] = 0;
        active[i] = 0;
      }
      return count / issues.at.touched[issue]!;
    }

    /** What speaks for giving in, less what it costs. */
    function inclination(issue: number, p: number, tick: number): number {
      const role = issues.at.responsible[issue]!;
      const tactics = (values.tactics + (1 - values.tactics) * platforms.at.skill[p]!) * (1 - curb(issue, p));
      issues.at.mobilized[issue] = mobilize(issue);
      return tactics * issues.at.mobilized[issue]! + readiness(role, tick) + support.oversight - issues.at.cost[issue]!;
    }

    function put(issue: number, state: number, tick: number): void {
      issues.at.state[issue] = state;
      issues.at.stateSince[issue] = tick;
    }

    return (tick) => {
      const at = issues.at;
      const owners = canVote(tick);
      for (let issue = 0; issue < issues.rows; issue++) {
        const p = at.platform[issue]!;
        if (!issues.alive[issue] || at.tabled[issue] !== tick || at.state[issue] !== STATE.brought || p < 0) continue;
        if (at.responsible[issue] === RESIDENTS_ACT) continue;
        const id = at.identity[issue]!;
        if (at.vote[issue] && !owners) {
          put(issue, STATE.shelved, tick);
          shelved(issue, { other: p, reason: "awaitingVote" });
          continue;
        }
        const surprise = values.noise * logit(clamp(uniform(answer, tick, id), 1e-9, 1 - 1e-9));
        if (inclination(issue, p, tick) + surprise > 0) {
          put(issue, STATE.decided, tick);
          at.decided[issue] = tick;
          at.due[issue] = tick + procedure.dueWeeks;
          at.missed[issue] = 0;
          decided(issue, { other: p, reason: "promised" });
          continue;
        }
        put(issue, STATE.shelved, tick);
        const excuse = !owners && uniform(cite, tick, id) < values.pretext;
        shelved(issue, { other: p, reason: excuse ? "awaitingVote" : "refused" });
      }
    };
  },
});
