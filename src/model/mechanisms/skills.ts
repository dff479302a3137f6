/**
 * Submodel 7.4.8: Skills.
 *
 * Organizing, deliberating and executing are stocks that grow by own practice, by others' practice that was seen, and by
 * coaching as far as the organization decides its own affairs, and that fade:
 *
 *   K ← λ K + practice + θ·seen + coaching·autonomy        capability K/(K + 1)
 *
 * Practice is the week's meeting (organizing), a meeting of its platform (deliberating) and a deed (executing).
 *
 * Source: Argote (2013), Organizational Learning (depreciation, vicarious learning); Thompson (2007), How Much Did the
 * Liberty Shipbuilders Forget? (λ); coaching through autonomy: the paper, 4(1). Values: assumption. Order: simultaneous.
 */
import { weeklyRetention } from "../../kernel/math.ts";
import { defineMechanism, parameter } from "../mechanism.ts";

const gain = (value: number, unit: string, en: string, zh: string) =>
  parameter(value, [0, 0.5], unit, "assumption", [en, zh], ["added to a stock of skill", "对能力存量的增量"]);

export const skills = defineMechanism({
  name: "skills",
  submodel: "7.4.8",
  title: { en: "Skills", zh: "组织能力" },
  summary: {
    en: "Skills grow by practice, example and coaching, and fade.",
    zh: "能力因实践、借鉴与辅导而增长，不用则退。",
  },
  source: "Argote (2013), Organizational Learning; Thompson (2007), Management Science 53(6); values: assumption",
  order: "simultaneous",
  parameters: {
    retention: parameter(
      0.95,
      [0.85, 0.98],
      "share left after a month",
      "Thompson (2007)",
      ["retention of skill", "能力保持率"],
      ["skill left after an idle month", "闲置一个月后剩余的能力"],
    ),
    practice: gain(0.02, "a meeting", "gain by practice", "实践所得"),
    coaching: gain(0.012, "an hour of coaching", "gain by coaching", "辅导所得"),
    vicarious: parameter(
      0.3,
      [0.2, 0.4],
      "share of own practice",
      "Argote (2013)",
      ["learning from others", "借鉴所得"],
      ["others' practice seen against own", "所见他人实践相对于亲身实践"],
    ),
  },
  writes: ["organizations.organizing", "organizations.deliberating", "organizations.executing", "organizations.seen"],
  bind({ world, values }) {
    const { organizations, platforms } = world;
    const lambda = weeklyRetention(values.retention);
    return (tick) => {
      const at = organizations.at;
      for (let o = 0; o < organizations.rows; o++) {
        if (!organizations.alive[o]) continue;
        const met = at.lastMet[o] === tick ? 1 : 0;
        const p = at.platform[o]!;
        const deliberated = p >= 0 && platforms.at.lastMet[p]! === tick - 1 ? 2 : 0;
        const deed = met && at.orientation[o]! > 0 ? 1 : 0;
        const common =
          values.vicarious * values.practice * at.seen[o]! + values.coaching * at.coaching[o]! * at.autonomy[o]!;
        at.organizing[o] = lambda * at.organizing[o]! + values.practice * met + common;
        at.deliberating[o] = lambda * at.deliberating[o]! + values.practice * deliberated + 0.5 * common;
        at.executing[o] = lambda * at.executing[o]! + values.practice * deed + 0.5 * common;
        at.seen[o] = 0.8 * at.seen[o]!;
      }
    };
  },
});
