/**
 * Submodel 7.7.1: Execution by residents themselves.
 *
 * What was adopted is worked off by those who pledged, from the week after the decision. Organizations give the more of
 * their pledged hours, the better they hold together and the more their members believe in it; want of money or rooms
 * holds them up. Hours that delegates pledged alone are given as far as the platform stands well: nobody else holds
 * them to it. Done, it is resolved; put off for half a year past its date, it is shelved.
 *
 *   progress ← progress + (Σ_o H_o·w·M·(0.3 + 0.7·k) + 0.3·H_i·S) / effort
 *   w = σ(b0 + b1·C + b2·x + b3·O)      M = min(1, money/(H_o·w·price), rooms)
 *
 * progress  share of the work done  [0, 1]
 * H_o, H_i  hours pledged by the organization, and by delegates alone  hours a week
 * w         share of its pledged hours that the organization gives  [0, 1]
 * k         capability in executing  [0, 1)
 * M         share of its work for which there are means  [0, 1]
 * S         standing of the platform  [0, 1]
 * effort    work that the issue asks  hours
 * C         cohesion of the organization  [0, 1]
 * x         mean efficacy of its members  [0, 1]
 * O         oversight of execution (support.oversight)  units of benefit
 * b0 … b3   base, cohesion, efficacy, oversight (base, cohesion, efficacy, oversight)  log-odds
 * price     cost of own work (cost)  thousand yuan an hour
 * rooms     rooms granted against those needed or, if it is more, what the committee gives  [0, 1]
 *
 * Source: the paper, 4(2) (resources pooled, everyone acts) and 4(3)3 (supervision); Hackman (1987), The Design of Work
 * Teams, for effort × skill × means. Departures: Hackman's strategy of work is left out, because an issue here is one
 * piece of work; values are assumptions. Order: sequential, by issue.
 */
/**
 * 子模型 7.7.1：居民自行执行。
 *
 * 议定的事项自次周起由承诺者办理。凝聚力越强、成员越相信行动有用，组织兑现的工时越多；经费或场地不足则受阻。代表个人承
 * 诺的工时，只随平台公信力兑现，因为别无约束。完成即为解决；逾期半年仍未完成则被搁置。
 *
 *   progress ← progress + (Σ_o H_o·w·M·(0.3 + 0.7·k) + 0.3·H_i·S) / effort
 *   w = σ(b0 + b1·C + b2·x + b3·O)      M = min(1, money/(H_o·w·price), rooms)
 *
 * progress  已完成的工作比例  [0, 1]
 * H_o, H_i  组织承诺的工时，代表个人承诺的工时  小时／周
 * w         组织兑现承诺工时的比例  [0, 1]
 * k         执行力  [0, 1)
 * M         有资源支撑的工作比例  [0, 1]
 * S         平台的公信力  [0, 1]
 * effort    议题所需的工作量  小时
 * C         组织的凝聚力  [0, 1]
 * x         组织成员的平均效能感  [0, 1]
 * O         执行监督（support.oversight）  收益单位
 * b0 … b3   基准、凝聚力、效能感、监督的作用（base、cohesion、efficacy、oversight）  对数几率
 * price     自办成本（cost）  千元／工时
 * rooms     所获场地与所需之比，或居委会所提供者，取较大值  [0, 1]
 *
 * 来源：论文四（二）（整合资源，各司其职）与四（三）3（监督）；Hackman (1987)，工作团队设计：努力 × 能力 × 资源。与原文
 * 献的差异：略去 Hackman 的工作策略一项，因为此处每项议题只是一件工作；取值均为假设。次序：依次更新，逐项议题。
 */
import { logistic } from "../../kernel/math.ts";
import { committeeAt } from "../authority.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { capability, memberEfficacy } from "../membership.ts";
import { RESIDENTS_ACT, STATE } from "../vocabulary.ts";

const GRACE = 26;

export const ownExecution = defineMechanism({
  name: "ownExecution",
  submodel: "7.7.1",
  title: { en: "Execution by residents", zh: "居民自行执行" },
  summary: {
    en: "Those who pledged do the work, as far as hands, skill and means go.",
    zh: "承诺者动手去做，成效取决于人手、能力与资源。",
  },
  source:
    "Cao, Wan & Zeng (2019), 4(2) and 4(3)3; Hackman (1987), Handbook of Organizational Behavior; values: assumption",
  order: "sequential",
  parameters: {
    base: parameter(
      -0.55,
      [-1, 1],
      "log-odds",
      "assumption",
      ["base of effort", "投入的基准"],
      ["share of pledged hours that are given", "实际投入承诺工时的比例"],
    ),
    cohesion: parameter(
      1.2,
      [0.5, 3],
      "log-odds",
      "assumption",
      ["effort from cohesion", "凝聚力的作用"],
      ["raises hours given", "提高实际投入"],
    ),
    efficacy: parameter(
      1.2,
      [0.5, 3],
      "log-odds",
      "assumption",
      ["effort from efficacy", "效能感的作用"],
      ["raises hours given", "提高实际投入"],
    ),
    oversight: parameter(
      1,
      [0, 4],
      "log-odds",
      "assumption",
      ["effort from oversight", "监督的作用"],
      ["per unit of oversight", "每单位监督"],
    ),
    cost: parameter(
      0.02,
      [0, 0.5],
      "thousand yuan an hour",
      "assumption",
      ["cost of own work", "自办成本"],
      ["money needed an hour of effort", "每工时所需经费"],
    ),
  },
  writes: [
    "issues.progress",
    "issues.state",
    "issues.stateSince",
    "issues.closed",
    "commitments.worked",
    "organizations.money",
    "organizations.executing",
    "organizations.deeds",
  ],
  removes: ["commitments"],
  events: {
    resolved: {
      subject: "issues",
      other: "platforms",
      text: { en: "{subject} is resolved: {reason}", zh: "{subject}得到解决：{reason}" },
      reasons: { ownWork: { en: "residents did it themselves", zh: "居民自己办成" } },
    },
    shelved: {
      subject: "issues",
      other: "platforms",
      text: { en: "{subject} is shelved: {reason}", zh: "{subject}被搁置：{reason}" },
      reasons: { fellAsleep: { en: "the work fell asleep", zh: "无人跟进，不了了之" } },
    },
  },
  bind({ world, values, context, clock, log }) {
    const { issues, commitments, organizations, platforms } = world;
    const o = organizations.at;
    const committee = committeeAt(context, clock);
    const oversight = values.oversight * context.support.oversight;
    const [resolved, shelved] = [log("resolved"), log("shelved")];

    function effort(row: number): number {
      const efficacy = memberEfficacy(world, row);
      return logistic(values.base + values.cohesion * o.cohesion[row]! + values.efficacy * efficacy + oversight);
    }

    /** Work that organizations give to the issue this week, in effective hours. */
    function organized(issue: number, tick: number): number {
      let done = 0;
      for (let c = commitments.firstA[issue]!; c >= 0; c = commitments.at.nextA[c]!) {
        const row = commitments.at.b[c]!;
        const hours = commitments.at.hours[c]! * effort(row);
        const price = hours * values.cost;
        const paid = price <= 0 ? 1 : Math.min(1, o.money[row]! / price);
        const rooms = Math.max(committee(tick), Math.min(1, o.rooms[row]! / Math.max(0.1, o.roomsNeed[row]!)));
        const means = Math.min(paid, rooms);
        o.money[row] = Math.max(0, o.money[row]! - price * means);
        o.executing[row]! += 0.005;
        commitments.at.worked[c]! += hours * means;
        done += hours * means * (0.3 + 0.7 * capability(o.executing[row]!));
      }
      return done;
    }

    /** Hours that delegates pledged alone: nobody holds them to it but the platform's standing. */
    function alone(issue: number): number {
      let organized = 0;
      for (let c = commitments.firstA[issue]!; c >= 0; c = commitments.at.nextA[c]!)
        organized += commitments.at.hours[c]!;
      const p = issues.at.platform[issue]!;
      const hours = Math.max(0, issues.at.pledged[issue]! - organized);
      return 0.3 * hours * platforms.at.standing[p]!;
    }

    function close(issue: number, state: number, tick: number): void {
      issues.at.state[issue] = state;
      issues.at.stateSince[issue] = tick;
      for (let c = commitments.firstA[issue]!; c >= 0; c = commitments.at.nextA[c]!) {
        if (state === STATE.resolved) o.deeds[commitments.at.b[c]!]!++;
        commitments.unlink(c);
      }
    }

    return (tick) => {
      const at = issues.at;
      for (let issue = 0; issue < issues.rows; issue++) {
        if (!issues.alive[issue] || at.state[issue] !== STATE.decided || at.responsible[issue] !== RESIDENTS_ACT)
          continue;
        if (tick > at.decided[issue]!) {
          at.progress[issue] = Math.min(
            1,
            at.progress[issue]! + (organized(issue, tick) + alone(issue)) / Math.max(1, at.effort[issue]!),
          );
        }
        if (at.progress[issue]! >= 1) {
          at.closed[issue] = tick;
          resolved(issue, { other: at.platform[issue]!, reason: "ownWork" });
          close(issue, STATE.resolved, tick);
        } else if (tick > at.due[issue]! + GRACE) {
          shelved(issue, { other: at.platform[issue]!, reason: "fellAsleep" });
          close(issue, STATE.shelved, tick);
        }
      }
    };
  },
});
