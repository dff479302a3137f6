/**
 * Submodel 7.5.1: Community events.
 *
 * While its programme runs, the team holds theme parties and neighbour meetings in each community at a monthly rate.
 * A resident who has bought comes with
 *
 *   σ(e0 + e1·belonging + e2·trust in the team + e3·share of acquaintances who came last time)
 *
 * Source: the paper, 3(1) and 3(2); form and values: assumption. Order: simultaneous.
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
