/**
 * Submodel 7.8.4: Standing of a platform.
 *
 * After a meeting its delegates' esteem moves towards how they were treated and what came of it:
 *
 *   S ← S + s·((η·fair + done)/(η + 1) - S)        fair = voice·(1 - curbed)·founded fairly
 *
 * fair  voice (evenness of turns), a chair that does not curb, and the right to speak: full for a platform founded by the
 *       residents' own organizations, less for one that a role convened without election
 * done  share of due decisions that were carried out, as delegates expect it by now
 *
 * Voice without outcome frustrates: with fair treatment and nothing done, S falls below 1/2.
 *
 * Source: Tyler (2006), Why People Obey the Law (procedure counts more than outcome, η 1-2); Folger (1977), Distributive
 * and Procedural Justice; legitimacy of the corps: the paper, 4(1)1. Order: simultaneous.
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
