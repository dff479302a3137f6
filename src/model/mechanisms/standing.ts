/**
 * Submodel 7.8.4: Standing of a platform.
 *
 * After a meeting its delegates' esteem moves towards how they were treated and what came of it. Voice without outcome
 * frustrates: with fair treatment and nothing done, standing stays well below one.
 *
 *   S ← S + s·((η·fair + done)/(η + 1) - S)      fair = voice·(1 - curbed)·right
 *
 * S       standing of the platform  [0, 1]
 * s       speed of standing (speed)  share a meeting
 * η       weight of procedure (fairness)  against outcome
 * voice   evenness of turns of late  [0, 1]
 * curbed  share of items that the team took off of late  [0, 1]
 * right   right to speak: 1 if residents' organizations founded it, else convened (convened)  [0, 1]
 * done    share of due decisions carried out, as delegates on average expect it by now  [0, 1]
 *
 * Source: Tyler (2006), Why People Obey the Law (procedure counts more than outcome); Folger (1977), Distributive and
 * Procedural Justice; legitimacy of the corps: the paper, 4(1)1. Departures: Tyler's respect and Folger's frustration
 * have no terms of their own; voice, a chair that does not curb, and outcome stand for them, because nothing else of a
 * meeting is simulated. Order: simultaneous.
 */
/**
 * 子模型 7.8.4：平台的公信力。
 *
 * 每次会议之后，代表对平台的评价向所受的对待与实际结果靠拢。有发言权而无结果使人失望：对待公正却一事无成，公信力也难以
 * 提高。
 *
 *   S ← S + s·((η·fair + done)/(η + 1) - S)      fair = voice·(1 - curbed)·right
 *
 * S       平台的公信力  [0, 1]
 * s       公信力变化速度（speed）  比例／次会议
 * η       程序的权重（fairness）  相对于结果
 * voice   近期发言机会的均等程度  [0, 1]
 * curbed  近期被团队挡下的议题比例  [0, 1]
 * right   代表性：由居民组织成立为 1，否则为 convened（convened）  [0, 1]
 * done    到期决定得到落实的比例，取代表目前的平均期望  [0, 1]
 *
 * 来源：Tyler (2006)，人们为什么遵守法律（程序重于结果）；Folger (1977)，分配正义与程序正义；服务团的合法性：论文四
 * （一）1。与原文献的差异：Tyler 的尊重与 Folger 的挫折感不单列；以发言机会、不加约束的主持与结果代之，因为会议的其他方
 * 面未作模拟。次序：同时更新。
 */
import { defineMechanism, parameter } from "../mechanism.ts";
import { FOUNDED_BELOW } from "../vocabulary.ts";

export const standing = defineMechanism({
  name: "standing",
  submodel: "7.8.4",
  title: { en: "Standing of a platform", zh: "平台的公信力" },
  summary: {
    en: "Fair procedure and what comes of it give a platform its standing.",
    zh: "程序公正与协商成效共同决定平台的公信力。",
  },
  source:
    "Tyler (2006), Why People Obey the Law; Folger (1977), Journal of Personality and Social Psychology 35(2); Cao, Wan & Zeng (2019), 4(1)1",
  order: "simultaneous",
  parameters: {
    fairness: parameter(
      1.5,
      [1, 2],
      "against outcome",
      "Tyler (2006); value: assumption",
      ["weight of procedure", "程序的权重"],
      ["against what comes of it", "相对于结果"],
    ),
    speed: parameter(
      0.2,
      [0.01, 1],
      "share of the gap a meeting",
      "assumption",
      ["speed of standing", "公信力变化速度"],
      ["by one meeting", "每次会议"],
    ),
    convened: parameter(
      0.6,
      [0, 1],
      "share",
      "assumption",
      ["right to speak when convened", "被召集平台的代表性"],
      ["of a platform that no residents' organization founded", "非居民组织发起的平台"],
    ),
  },
  writes: ["platforms.standing"],
  bind({ world, values }) {
    const { platforms, seats } = world;
    return (tick) => {
      const at = platforms.at;
      for (let p = 0; p < platforms.rows; p++) {
        if (!platforms.alive[p] || at.lastMet[p] !== tick || at.seats[p] === 0) continue;
        let done = 0;
        for (let s = seats.firstA[p]!; s >= 0; s = seats.at.nextA[s]!) done += seats.at.expectation[s]! / at.seats[p]!;
        const right = at.founder[p] === FOUNDED_BELOW ? 1 : values.convened;
        const fair = at.voice[p]! * (1 - at.curbed[p]!) * right;
        const target = (values.fairness * fair + done) / (values.fairness + 1);
        at.standing[p] = at.standing[p]! + values.speed * (target - at.standing[p]!);
      }
    };
  },
});
