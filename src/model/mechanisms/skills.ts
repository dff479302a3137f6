/**
 * Submodel 7.4.8: Skills.
 *
 * Organizing, deliberating and executing are stocks that grow by own practice, by the practice of others that was seen,
 * and by coaching as far as the organization decides its own affairs, and that fade. Practice is a meeting of this week
 * (organizing), last week's meeting of its platform (deliberating, counted twice), a meeting for others (executing).
 *
 *   K ← λ·K + ε·n + g·(θ·ε·v + γ·c·A)      k = K / (K + 1)      v ← 0.8·v
 *
 * K  stock of a skill, in units of its half-saturation  >= 0
 * k  capability  [0, 1)
 * λ  share of skill left after a week; after a month it is retention  [0, 1]
 * ε  gain by practice (practice)  units of skill
 * n  practice of the week: organizing 1, deliberating 2, executing 1, each if there was any
 * g  1 for organizing, 1/2 for the other two
 * θ  learning from others (vicarious)  [0, 1]
 * v  practice of others seen of late  units of skill
 * γ  gain by coaching (coaching)  units an hour
 * c  coaching received of late  hours a week
 * A  autonomy of the organization  [0, 1]
 *
 * Source: Argote (2013), Organizational Learning (depreciation, vicarious learning); Thompson (2007), How Much Did the
 * Liberty Shipbuilders Forget? (λ); coaching through autonomy: the paper, 4(1). Departures: those sources measure skill
 * by output a unit of labor; here capability saturates, so that it can be a share. Values are assumptions. Order:
 * simultaneous.
 */
/**
 * 子模型 7.4.8：组织能力。
 *
 * 组织力、协商力与执行力都是存量：随自身实践、所见他人的实践以及辅导（以组织自主程度为限）而增长，并随时间遗忘。实践分
 * 别指本周开展活动（组织力）、上周所在平台开会（协商力，加倍计）、面向他人的活动（执行力）。
 *
 *   K ← λ·K + ε·n + g·(θ·ε·v + γ·c·A)      k = K / (K + 1)      v ← 0.8·v
 *
 * K  某项能力的存量，以半饱和存量为单位  >= 0
 * k  能力水平  [0, 1)
 * λ  一周后剩余的能力比例；一个月后为 retention  [0, 1]
 * ε  实践所得（practice）  能力单位
 * n  本周的实践：组织力 1，协商力 2，执行力 1，无实践为 0
 * g  组织力为 1，其余两项为 1/2
 * θ  借鉴所得（vicarious）  [0, 1]
 * v  近期所见他人的实践  能力单位
 * γ  辅导所得（coaching）  能力单位／小时
 * c  近期所受辅导  小时／周
 * A  组织的自主程度  [0, 1]
 *
 * 来源：Argote (2013)，组织学习（能力衰减与替代性学习）；Thompson (2007)，自由轮造船厂遗忘了多少（λ）；辅导经由自主起作
 * 用：论文四（一）。与原文献的差异：文献以单位劳动的产出衡量能力；本模型令其饱和，使之可作为比例。取值均为假设。次序：
 * 同时更新。
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
