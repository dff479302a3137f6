/**
 * Submodel 7.5.1: Community events.
 *
 * While its programme runs (timing.eventsFrom, timing.eventsUntil), the team holds theme parties and neighbor meetings
 * in each community at a monthly rate, one in a week at most. A resident who has bought comes with a chance that rises
 * with belonging, with trust in the team and with company: whether an acquaintance, drawn evenly, came to an event in
 * the last quarter.
 *
 *   P(held) = min(1, 12/52 · n)      P(comes) = σ(e0 + e1·b + e2·T + e3·f)
 *
 * n        events a month and community (team.eventsMonthly)  events a month
 * b        belonging of the resident  [0, 1]
 * T        trust of the resident in the team  [0, 1]
 * f        1 if the acquaintance came, else 0
 * e0 … e3  base, belonging, trust in the team, company (base, belonging, team, company)  log-odds
 *
 * Source: the paper, 3(1) and 3(2). Departures: the paper tells the kinds of events and who held them, and no
 * attendance; form and values are assumptions. Order: simultaneous.
 */
/**
 * 子模型 7.5.1：社区活动。
 *
 * 项目期内（timing.eventsFrom、timing.eventsUntil），团队在每个社区按月举办主题活动与邻居见面会，每周至多一次。已购房居
 * 民前来的概率随归属感、对团队的信任以及熟人带动而上升；熟人带动指随机想到的一位熟人近一个季度是否参加过活动。
 *
 *   P(举办) = min(1, 12/52 · n)      P(到场) = σ(e0 + e1·b + e2·T + e3·f)
 *
 * n        每社区每月活动数（team.eventsMonthly）  次／月
 * b        居民的归属感  [0, 1]
 * T        居民对团队的信任  [0, 1]
 * f        该熟人参加过为 1，否则为 0
 * e0 … e3  基准、归属感、对团队的信任、熟人带动（base、belonging、team、company）  对数几率
 *
 * 来源：论文三（一）与三（二）。与原文献的差异：论文交代了活动类型与组织者，未记录到场人数；形式与取值均为假设。次序：
 * 同时更新。
 */
import { logistic } from "../../kernel/math.ts";
import { uniform } from "../../kernel/random.ts";
import { defineMechanism, parameter } from "../mechanism.ts";

const RECENT = 13;
const logOdds = (value: number, range: readonly [number, number], en: string, zh: string) =>
  parameter(value, range, "log-odds", "assumption", [en, zh], ["of coming to an event", "参加活动的对数几率"]);

export const events = defineMechanism({
  name: "events",
  submodel: "7.5.1",
  title: { en: "Community events", zh: "社区活动" },
  summary: { en: "The team brings neighbors together.", zh: "社区营造团队举办主题活动与邻居见面会。" },
  source: "Cao, Wan & Zeng (2019), 3(1) and 3(2); form: assumption",
  order: "simultaneous",
  parameters: {
    base: logOdds(-3.2, [-8, 2], "base of coming to events", "参加活动的基准"),
    belonging: logOdds(2, [0, 6], "pull of belonging", "归属感的作用"),
    team: logOdds(1, [0, 6], "pull of trust in the team", "对团队信任的作用"),
    company: logOdds(1.5, [0, 6], "pull of acquaintances", "熟人的带动"),
  },
  writes: ["residents.atEvent"],
  bind({ world, values, context, clock, key }) {
    const { residents, communities, ties } = world;
    const r = residents.at;
    const { eventsFrom, eventsUntil } = context.timing;
    const arrives = clock.tick(context.start.teamArrives);
    const weekly = Math.min(1, (context.team.eventsMonthly * 12) / 52);
    const [held, come, friend] = [key("held"), key("come"), key("friend")];

    function companion(i: number, tick: number): number {
      if (ties.degree[i] === 0) return 0;
      const k = Math.floor(uniform(friend, tick, i) * ties.degree[i]!);
      return r.atEvent[ties.to[ties.slots[ties.start[i]! + k]!]!]! > tick - RECENT ? 1 : 0;
    }

    return (tick) => {
      if (tick < arrives + eventsFrom || tick >= arrives + eventsUntil) return;
      for (let c = 0; c < communities.rows; c++) {
        if (uniform(held, tick, c) >= weekly) continue;
        for (let i = communities.at.firstResident[c]!; i < communities.at.lastResident[c]!; i++) {
          if (r.presence[i] === 0) continue;
          const company = values.company * companion(i, tick);
          const odds = values.base + values.belonging * r.belonging[i]! + values.team * r.trustTeam[i]! + company;
          if (uniform(come, tick, i) < logistic(odds)) r.atEvent[i] = tick;
        }
      }
    };
  },
});
