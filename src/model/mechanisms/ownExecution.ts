/**
 * Submodel 7.7.1: Execution by residents themselves.
 *
 * What was adopted is worked off by those who pledged. Each week, from organization o with pledged hours H,
 *
 *   progress += H · σ(b0 + b1·cohesion + b2·efficacy + b3·O) · K/(K + 1) · min(1, money/need, rooms) / effort
 *
 * rooms are those granted against those needed, or what the committee gives; O is the oversight of execution. Done, it is resolved; put off for half a year past its date, it is shelved.
 *
 * Source: the paper, 4(2) (resources pooled, everyone acts) and 4(3)3 (supervision); Hackman (1987), The Design of Work
 * Teams, for effort × skill × means; values: assumption. Order: sequential.
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
      0,
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
