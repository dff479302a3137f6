/**
 * Submodel 7.4.7: Written rules and fixed times.
 *
 * An organization takes written rules in a week with a chance that rises with its own practice, with coaching taken up
 * and with rules seen at sister organizations, as far as it decides its own affairs. Fixed times come likewise;
 * practice works there whoever decides, and help twice, since a time is sooner agreed than a rule.
 *
 *   P(rules) = A·(h0·k·m + h1·c + h2·v)      P(times) = h3·k·m + 2·A·(h1·c + h2·v)
 *
 * A       autonomy of the organization  [0, 1]
 * k       capability in organizing  [0, 1)
 * m       recent share of weeks with a meeting  [0, 1]
 * c       coaching received of late  hours a week
 * v       practice of others seen of late  units of skill
 * h0, h3  rules and fixed times from practice (rules, times)  chance a week
 * h1, h2  rules from coaching, from example (coached, seen)  chance a week
 *
 * Source: Ostrom (1990), Governing the Commons (rules made by those bound by them); the paper, 3(1)1 (coaching made
 * organizations aware of rules and steady activity) and 3(2)1 (rules taken from a sister team). Departures: rules
 * differ in quality in both; here they are there or not, because that is what the paper's Table 1 counts. Hazards are
 * assumptions. Order: simultaneous.
 */
/**
 * 子模型 7.4.7：组织规章与固定时间。
 *
 * 组织每周订立成文规章的概率，随自身实践、所吸收的辅导以及从兄弟组织看到的规章而上升，并以其自主程度为限。固定时间的形
 * 成与此相似：只要常活动，无论由谁作主都会形成，辅导与借鉴的作用加倍，因为约定时间比订立规章容易。
 *
 *   P(有规章) = A·(h0·k·m + h1·c + h2·v)      P(固定时间) = h3·k·m + 2·A·(h1·c + h2·v)
 *
 * A       组织的自主程度  [0, 1]
 * k       组织力  [0, 1)
 * m       近期有活动的周次比例  [0, 1]
 * c       近期所受辅导  小时／周
 * v       近期所见他人的实践  能力单位
 * h0, h3  实践促成规章，实践促成固定时间（rules、times）  每周概率
 * h1, h2  辅导促成规章，榜样促成规章（coached、seen）  每周概率
 *
 * 来源：Ostrom (1990)，公共事物的治理之道（规则由受其约束者制定）；论文三（一）1（经辅导，各组织意识到规章与持续活动的
 * 重要性）与三（二）1（借鉴兄弟组织的经验制定服务规则）。与原文献的差异：两者中的规章有优劣之别；本模型只分有无，因为论
 * 文表1即如此统计。发生率均为假设。次序：同时更新。
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
