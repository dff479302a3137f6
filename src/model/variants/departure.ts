/**
 * Submodel 7.1.3, of experiments: Residents move away.
 *
 * In one week a share of those who have arrived moves away for good: the most capable by competence and public spirit, as
 * the team looks for them (7.5.2), or as many who are drawn by lot. They leave their organizations, seats and ties.
 *
 * Source: none; an intervention, after R. Albert, H. Jeong & A.-L. Barabási (2000), Error and attack tolerance of complex
 * networks, Nature 406 (removal of the best connected against removal at random). Order: sequential.
 */
import { type Key, uniform } from "../../kernel/random.ts";
import { u8 } from "../../kernel/table.ts";
import { defineMechanism, parameter } from "../mechanism.ts";
import { withdraw } from "../membership.ts";
import type { Text } from "../vocabulary.ts";
import type { World } from "../world.ts";

/** What a resident counts by: the highest move away. */
type Rank = (world: World, i: number, draw: Key) => number;

function departure<const N extends string>(name: N, title: Text, summary: Text, rank: Rank) {
  return defineMechanism({
    ...{ name, title, summary },
    submodel: "7.1.3",
    source: "an intervention, after Albert, Jeong & Barabási (2000), Nature 406; values: assumption",
    order: "sequential",
    parameters: {
      week: parameter(
        117,
        [0, 520],
        "weeks after the start",
        "assumption",
        ["week of departure", "迁出的时间"],
        ["in which they move away", "迁出发生的周次"],
      ),
      share: parameter(
        0.05,
        [0, 1],
        "share of residents",
        "assumption",
        ["share that departs", "迁出比例"],
        ["of those who have arrived", "占已购房或居住的居民"],
      ),
    },
    columns: { residents: { gone: u8("1: moved away") } },
    writes: [
      ...["residents.gone", "residents.presence", "residents.memberOf", "residents.leads", "residents.seats"],
      ...["communities.present", "communities.movedIn", "organizations.leader", "organizations.members"],
      "platforms.seats",
    ],
    removes: ["memberships", "seats", "ties"],
    bind({ world, values, key }) {
      const { residents, communities } = world;
      const gone = world.column("residents", "gone");
      const draw = key("departs");

      function depart(): void {
        const here = Array.from({ length: residents.rows }, (_, i) => i).filter((i) => residents.at.presence[i]! > 0);
        const ranks = new Map(here.map((i) => [i, rank(world, i, draw)]));
        here.sort((i, j) => ranks.get(j)! - ranks.get(i)! || i - j);
        for (const i of here.slice(0, Math.round(values.share * here.length))) {
          gone[i] = 1;
          cutOff(world, i);
        }
      }

      return (tick) => {
        if (tick === values.week) depart();
        if (tick < values.week) return;
        const { presence, community } = residents.at;
        for (let i = 0; i < residents.rows; i++) {
          if (!gone[i] || presence[i] === 0) continue;
          communities.at.present[community[i]!]!--;
          if (presence[i] === 2) communities.at.movedIn[community[i]!]!--;
          presence[i] = 0;
        }
      };
    },
  });
}

/** Ends a resident's memberships, seats and ties. */
function cutOff(world: World, i: number): void {
  const { memberships, seats, platforms, residents, ties } = world;
  for (let m = memberships.firstA[i]!; m >= 0; m = memberships.at.nextA[m]!) withdraw(world, m);
  for (let s = seats.firstB[i]!; s >= 0; s = seats.at.nextB[s]!) {
    platforms.at.seats[seats.at.a[s]!]!--;
    seats.unlink(s);
  }
  residents.at.seats[i] = 0;
  while (ties.degree[i]! > 0) ties.remove(ties.slots[ties.start[i]!]!);
}

export const withoutCapable = departure(
  "withoutCapable",
  { en: "Capable people move away", zh: "社区能人迁出" },
  { en: "The most capable and public-spirited move away.", zh: "能力与公益心最强的居民迁出社区。" },
  ({ residents }, i) => residents.at.competence[i]! + residents.at.publicSpirit[i]!,
);

export const withoutRandom = departure(
  "withoutRandom",
  { en: "Residents drawn by lot move away", zh: "随机居民迁出" },
  { en: "As many residents, drawn by lot, move away.", zh: "同等数量的随机居民迁出社区。" },
  (_, i, draw) => uniform(draw, 0, i),
);
