/**
 * Submodel 7.6.6: Decision, and pledges for what residents do themselves.
 *
 * An item with less support than the procedure asks is shelved. What residents must do themselves is adopted iff the
 * hours H that organizations at the table (and, without one, delegates) pledge are enough:
 *
 *   H · due · capability >= ψ · effort       ψ: hands that must be pledged before a decision, a value of the procedure
 *
 * An organization pledges its spare hands as far as its members believe that acting brings something. What a role must
 * do goes on to the counterpart (7.6.7).
 *
 * Source: the paper, 4(2) (what they decide they can do) and 2 (I propose, I answer for it); form: the model's own.
 * Order: sequential, by row.
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
