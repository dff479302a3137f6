/**
 * Submodel 7.4.10: Ladder of participation.
 *
 * none → guest of an event in the last half year → member → capable person (leads, or was discovered) → delegate of a
 * living platform. The rung is read off what a resident does; nothing else sets it.
 *
 * Source: Arnstein (1969), A Ladder of Citizen Participation, in the paper's terms: the shallowest part first (3(2)1).
 * Order: simultaneous.
 */
import { defineMechanism } from "../mechanism.ts";

const HALF_YEAR = 26;

export const participation = defineMechanism({
  name: "participation",
  submodel: "7.4.10",
  title: { en: "Ladder of participation", zh: "参与阶梯" },
  summary: { en: "How far each resident takes part.", zh: "居民参与的深浅。" },
  source: "Arnstein (1969), Journal of the American Institute of Planners 35(4); Cao, Wan & Zeng (2019), 3(2)1",
  order: "simultaneous",
  parameters: {},
  writes: ["residents.rung"],
  bind({ world }) {
    const { seats, platforms } = world;
    const r = world.residents.at;

    /** Whether a resident sits in a platform that is alive. */
    function deliberates(i: number): boolean {
      let s = r.seats[i]! > 0 ? seats.firstB[i]! : -1;
      while (s >= 0 && !platforms.at.alive[seats.at.a[s]!]) s = seats.at.nextB[s]!;
      return s >= 0;
    }

    return (tick) => {
      for (let i = 0; i < world.residents.rows; i++) {
        const guest = r.atEvent[i]! > tick - HALF_YEAR;
        const capable = r.leads[i]! > 0 || (r.discovered[i]! >= 0 && r.memberOf[i]! > 0);
        r.rung[i] = deliberates(i) ? 4 : capable ? 3 : r.memberOf[i]! > 0 ? 2 : guest ? 1 : 0;
      }
    };
  },
});
