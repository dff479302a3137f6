/**
 * Submodel 7.6.6: Decision, and pledges for what residents do themselves.
 *
 * An item with less support than the procedure asks (procedure.majority) is shelved. What residents must do themselves
 * is adopted iff the hours that organizations at the table (and, without one behind them, delegates) pledge are enough;
 * else it is shelved for want of hands. An organization pledges its spare hands as far as its members believe that
 * acting brings something. What a role must do goes on to the counterpart.
 *
 *   adopted: H · D · k >= ψ · effort
 *   H = Σ_o pledge · spare_o · (0.5 + 0.5·x_o) · (0.5 + u) + Σ_i alone · h_i · x_i
 *
 * H        hours pledged  hours a week
 * D        weeks until a decision is due (procedure.dueWeeks)  weeks
 * k        best capability in executing at the table  [0, 1)
 * ψ        hands that must be pledged before a decision (procedure.ownHands)  [0, 1]
 * effort   work that the issue asks  hours
 * pledge   pledge of organizations (pledge)  [0, 1]
 * spare_o  hours of the organization that are not pledged yet  hours a week
 * x_o      mean efficacy of its members  [0, 1]
 * u        a uniform draw  [0, 1]
 * alone    pledge of a delegate alone (alone)  [0, 1]
 * h_i      hours that the delegate has for others  hours a week
 * x_i      efficacy of the delegate  [0, 1]
 *
 * Source: the paper, 4(2) (what they decide they can do) and 2 (I propose, I answer for it). Departures: the paper
 * tells that hands are looked to and gives no rule; the form is the model's own. Where ψ is 0, hands are not asked for.
 * Order: sequential, by issue.
 */
/**
 * 子模型 7.6.6：议定，以及居民自办事项的承诺。
 *
 * 赞成率低于规程要求（procedure.majority）的议题被搁置。应由居民自己办的事，当且仅当在座组织（及无组织支持的代表个人）
 * 承诺的工时足够时才议定，否则因人手不足而搁置。成员越相信行动有用，组织承诺的空余人手越多。应由机构办的事则交责任方答
 * 复。
 *
 *   议定：H · D · k >= ψ · effort
 *   H = Σ_o pledge · spare_o · (0.5 + 0.5·x_o) · (0.5 + u) + Σ_i alone · h_i · x_i
 *
 * H        承诺的工时  小时／周
 * D        决定的完成期限（procedure.dueWeeks）  周
 * k        在座组织中最高的执行力  [0, 1)
 * ψ        议定前须落实的人手比例（procedure.ownHands）  [0, 1]
 * effort   议题所需的工作量  小时
 * pledge   组织的承诺（pledge）  [0, 1]
 * spare_o  组织尚未承诺的人手  小时／周
 * x_o      组织成员的平均效能感  [0, 1]
 * u        均匀随机数  [0, 1]
 * alone    代表个人的承诺（alone）  [0, 1]
 * h_i      代表可用于公益的工时  小时／周
 * x_i      代表的效能感  [0, 1]
 *
 * 来源：论文四（二）（决定的是自己能做的事）与第二部分（“我主张，我负责”）。与原文献的差异：论文指出须看人手，未给出
 * 规则；函数形式为本模型自拟。ψ 为零时不问人手。次序：依次更新，逐项议题。
 */
import { uniform } from "../../kernel/random.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { capability, memberEfficacy, organizationsAt, spareHands } from "../membership.ts";
import { RESIDENTS_ACT, STATE } from "../vocabulary.ts";

export const decision = defineMechanism({
  name: "decision",
  submodel: "7.6.6",
  title: { en: "Decision", zh: "议定" },
  summary: {
    en: "The table decides; its own work is adopted if hands are pledged.",
    zh: "会议作出决定；自己能做的事，落实了人手才议定。",
  },
  source: "Cao, Wan & Zeng (2019), 2 and 4(2); form: assumption",
  order: "sequential",
  parameters: {
    pledge: parameter(
      0.8,
      [0, 1],
      "share of spare hands",
      "assumption",
      ["pledge of organizations", "组织的承诺"],
      ["at full efficacy of members", "成员效能感最高时"],
    ),
    alone: parameter(
      0.1,
      [0, 1],
      "share of a delegate's hours",
      "assumption",
      ["pledge of a delegate alone", "代表个人的承诺"],
      ["without an organization behind", "背后没有组织时"],
    ),
  },
  writes: [
    "issues.state",
    "issues.stateSince",
    "issues.decided",
    "issues.due",
    "issues.pledged",
    "issues.missed",
    "commitments.hours",
  ],
  creates: ["commitments"],
  removes: ["commitments"],
  events: {
    decided: {
      subject: "issues",
      other: "platforms",
      text: { en: "{other} agrees on {subject}: {reason}", zh: "{other}就{subject}达成决定：{reason}" },
      reasons: { ownWork: { en: "residents will do it themselves", zh: "由居民自己办" } },
    },
    shelved: {
      subject: "issues",
      other: "platforms",
      text: { en: "{subject} is shelved: {reason}", zh: "{subject}被搁置：{reason}" },
      reasons: {
        disagreement: { en: "no agreement", zh: "意见不一" },
        noHands: { en: "not enough hands pledged", zh: "人手不足" },
      },
    },
  },
  bind({ world, values, context, key, log }) {
    const { issues, seats, organizations, commitments, residents } = world;
    const { majority, ownHands, dueWeeks } = context.procedure;
    const willing = key("willing");
    const [decided, shelved] = [log("decided"), log("shelved")];

    /** Hours a week pledged for the issue; organizations' go into commitments. */
    function pledge(issue: number, p: number, tick: number): { hours: number; skill: number } {
      let hours = 0;
      let skill = 0;
      for (let s = seats.firstA[p]!; s >= 0; s = seats.at.nextA[s]!) {
        if (!seats.at.present[s] || seats.at.organization[s]! >= 0) continue;
        hours += values.alone * residents.at.hours[seats.at.b[s]!]! * residents.at.efficacy[seats.at.b[s]!]!;
      }
      for (const o of organizationsAt(world, p, true)) {
        const want = uniform(willing, tick, organizations.at.identity[o]!, issues.at.identity[issue]!);
        const given = values.pledge * spareHands(world, o) * (0.5 + 0.5 * memberEfficacy(world, o)) * (0.5 + want);
        if (given > 0) commitments.at.hours[commitments.link(issue, o)] = given;
        hours += given;
        skill = Math.max(skill, capability(organizations.at.executing[o]!));
      }
      return { hours, skill };
    }

    function release(issue: number): void {
      for (let c = commitments.firstA[issue]!; c >= 0; c = commitments.at.nextA[c]!) commitments.unlink(c);
    }

    function shelve(issue: number, p: number, tick: number, reason: "disagreement" | "noHands"): void {
      issues.at.state[issue] = STATE.shelved;
      issues.at.stateSince[issue] = tick;
      shelved(issue, { other: p, reason });
    }

    return (tick) => {
      const at = issues.at;
      for (let issue = 0; issue < issues.rows; issue++) {
        const p = at.platform[issue]!;
        if (!issues.alive[issue] || at.tabled[issue] !== tick || at.state[issue] !== STATE.brought || p < 0) continue;
        if (at.support[issue]! < majority) {
          shelve(issue, p, tick, "disagreement");
          continue;
        }
        if (at.responsible[issue] !== RESIDENTS_ACT) continue;
        const { hours, skill } = pledge(issue, p, tick);
        if (hours * dueWeeks * skill < ownHands * at.effort[issue]!) {
          release(issue);
          shelve(issue, p, tick, "noHands");
          continue;
        }
        at.state[issue] = STATE.decided;
        at.stateSince[issue] = tick;
        at.decided[issue] = tick;
        at.due[issue] = tick + dueWeeks;
        at.pledged[issue] = hours;
        at.missed[issue] = 0;
        decided(issue, { other: p, reason: "ownWork" });
      }
    };
  },
});
