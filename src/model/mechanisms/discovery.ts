/**
 * Submodel 7.5.2: Discovery of capable people.
 *
 * With the hours it spends on it, from its arrival to the end of its programme, the team looks into each community, at
 * twelve residents at a time. Visible are guests of the last eight weeks and members of organizations. It remembers the
 * best of the visible whom it did not know yet, by competence and public spirit, if good enough.
 *
 *   looks = effort · rate / N      discovered: the greatest c + p > bar
 *
 * looks   looks a week into each community; a fraction is the chance of one more  looks a week
 * effort  hours of the team (team.effort)  hours a week
 * rate    looks an hour of effort (rate)  looks an hour
 * N       communities  communities
 * c, p    competence and public spirit of the resident  [0, 1]
 * bar     bar (bar)  [0, 2]
 *
 * Source: the paper, 3(1)1, 3(2) and 4(3)1 (discovering capable people is the key). Departures: the paper does not tell
 * how they are found; the look at a few visible people is assumed, so that whoever stays at home is not found. Order:
 * sequential, by look.
 */
/**
 * 子模型 7.5.2：发掘社区能人。
 *
 * 自进驻至项目结束，团队以一定工时在各社区发掘能人，每次留意十二位居民。近八周参加过活动者与组织成员为可见者；团队在尚
 * 不认识的可见者中，按能力与公益心记住最优的一位，前提是达到标准。
 *
 *   looks = effort · rate / N      发掘：c + p > bar 者中最大的
 *
 * looks   每周在每个社区的发掘次数；小数部分为多一次的概率  次／周
 * effort  团队投入工时（team.effort）  小时／周
 * rate    每工时的发掘次数（rate）  次／工时
 * N       社区数  个
 * c, p    居民的能力与公益心  [0, 1]
 * bar     能人标准（bar）  [0, 2]
 *
 * 来源：论文三（一）1、三（二）与四（三）1（挖掘社区能人是关键）。与原文献的差异：论文未说明如何挖掘；每次只看到少数可
 * 见者是假设，因而足不出户者不会被发现。次序：依次更新，逐次发掘。
 */
import { below, uniform } from "../../kernel/random.ts";
import { defineMechanism, parameter } from "../mechanism.ts";

const VISIBLE = 8;
const SAMPLE = 12;

export const discovery = defineMechanism({
  name: "discovery",
  submodel: "7.5.2",
  title: { en: "Discovery of capable people", zh: "发掘社区能人" },
  summary: { en: "The team finds and encourages capable people.", zh: "团队在活动与组织中发掘并鼓励社区能人。" },
  source: "Cao, Wan & Zeng (2019), 3(1)1, 3(2) and 4(3)1; form: assumption",
  order: "sequential",
  parameters: {
    rate: parameter(
      0.0044,
      [0, 0.5],
      "looks an hour",
      "assumption",
      ["looks an hour of effort", "每工时的发掘次数"],
      ["how often the team looks out for capable people", "团队寻访能人的频率"],
    ),
    bar: parameter(
      1.3,
      [0, 2],
      "competence + public spirit",
      "assumption",
      ["bar", "能人标准"],
      ["least sum of competence and public spirit", "能力与公益心之和的最低值"],
    ),
  },
  writes: ["residents.discovered"],
  bind({ world, values, context, clock, key }) {
    const { residents, communities } = world;
    const r = residents.at;
    const arrives = clock.tick(context.start.teamArrives);
    const until = arrives + Math.max(context.timing.coachingUntil, context.timing.eventsUntil);
    const looks = (context.team.effort * values.rate) / communities.rows;
    const [often, whom] = [key("often"), key("whom")];

    function best(c: number, tick: number, look: number): number {
      const first = communities.at.firstResident[c]!;
      const size = communities.at.lastResident[c]! - first;
      let found = -1;
      let merit = values.bar;
      for (let k = 0; k < SAMPLE; k++) {
        const i = first + below(size, whom, tick, c * 64 + look, k);
        const visible = r.atEvent[i]! > tick - VISIBLE || r.memberOf[i]! > 0;
        if (!visible || r.discovered[i]! >= 0 || r.competence[i]! + r.publicSpirit[i]! <= merit) continue;
        found = i;
        merit = r.competence[i]! + r.publicSpirit[i]!;
      }
      return found;
    }

    return (tick) => {
      if (tick < arrives || tick >= until) return;
      for (let c = 0; c < communities.rows; c++) {
        const times = Math.floor(looks + uniform(often, tick, c));
        for (let look = 0; look < times; look++) {
          const i = best(c, tick, look);
          if (i >= 0) r.discovered[i] = tick;
        }
      }
    };
  },
});
