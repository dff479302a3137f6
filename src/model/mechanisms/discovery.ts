/**
 * Submodel 7.5.2: Discovery of capable people.
 *
 * With the hours it spends on it the team looks into a community, a few visible residents at a time (guests of late,
 * members, leaders), and remembers the best of them, by competence and public spirit, if good enough.
 *
 *   looks a week and community = effort · rate / communities
 *
 * Source: the paper, 3(1)1, 3(2) and 4(3)1 (discovering capable people is the key); form: assumption. Order: sequential.
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
      0.008,
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
