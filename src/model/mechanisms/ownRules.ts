/**
 * Submodel 7.4.7: Written rules and fixed times.
 *
 * An organization takes written rules in a week with the chance
 *
 *   autonomy · (h0·capability·regularity + h1·coaching + h2·rules seen at sister organizations)
 *
 * and fixed times with a chance of the same form, a greater h0 and twice the help: meeting regularly, it comes to meet at a
 * set hour, and a time is sooner agreed than a rule.
 *
 * Source: Ostrom (1990), Governing the Commons (rules made by those bound by them); the paper, 3(1)1 (coaching made
 * organizations aware of rules and steady activity) and 3(2)1 (rules taken from a sister team). Hazards: assumption.
 * Order: simultaneous.
 */
import { uniform } from "../../kernel/random.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { capability } from "../membership.ts";

const hazard = (value: number, en: string, zh: string, noteEn: string, noteZh: string) =>
  parameter(value, [0, 0.5], "chance a week", "assumption", [en, zh], [noteEn, noteZh]);

export const ownRules = defineMechanism({
  name: "ownRules",
  submodel: "7.4.7",
  title: { en: "Written rules and fixed times", zh: "组织规章与固定时间" },
  summary: {
    en: "Skill, regular activity, coaching and example bring rules.",
    zh: "能力、定期活动、辅导与榜样促成规章。",
  },
  source: "Ostrom (1990), Governing the Commons; Cao, Wan & Zeng (2019), 3(1)1 and 3(2)1; hazards: assumption",
  order: "simultaneous",
  parameters: {
    rules: hazard(0.05, "rules from practice", "实践促成规章", "at full skill and regularity", "能力与规律性最高时"),
    times: hazard(
      0.3,
      "fixed times from practice",
      "实践促成固定时间",
      "at full skill and regularity",
      "能力与规律性最高时",
    ),
    coached: hazard(0.01, "rules from coaching", "辅导促成规章", "an hour of coaching a week", "每周一小时辅导"),
    seen: hazard(0.004, "rules from example", "榜样促成规章", "a unit of practice seen", "每单位所见的他人实践"),
  },
  writes: ["organizations.rules", "organizations.fixedTimes"],
  events: {
    rulesTaken: {
      subject: "organizations",
      text: { en: "{subject} takes written rules", zh: "{subject}制定组织规章" },
    },
  },
  bind({ world, values, key, log }) {
    const { organizations } = world;
    const [rules, times] = [key("rules"), key("times")];
    const rulesTaken = log("rulesTaken");
    return (tick) => {
      const at = organizations.at;
      for (let o = 0; o < organizations.rows; o++) {
        if (!organizations.alive[o]) continue;
        const id = at.identity[o]!;
        const practice = capability(at.organizing[o]!) * at.regularity[o]!;
        const help = values.coached * at.coaching[o]! + values.seen * at.seen[o]!;
        if (!at.rules[o] && uniform(rules, tick, id) < at.autonomy[o]! * (values.rules * practice + help)) {
          at.rules[o] = 1;
          rulesTaken(o);
        }
        if (!at.fixedTimes[o] && uniform(times, tick, id) < values.times * practice + 2 * at.autonomy[o]! * help) {
          at.fixedTimes[o] = 1;
        }
      }
    };
  },
});
