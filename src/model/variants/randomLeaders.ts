/**
 * Null model: Leaders by lot, in two places of the week.
 *
 * `randomLeadership`, after the foundings: an organization whose leader is new (at its founding, or because the one before
 * left) is led by a member drawn evenly. `randomDiscovery`, after `discovery`: as many residents are discovered as ever,
 * in the same weeks and communities, but each is one drawn evenly among those the team could have seen. Who has the
 * drive to found from below still founds: what falls away is that the capable are found and lead.
 *
 * Source: assumption; a null for the paper's 4(3)1 (capable people are the key). Order: sequential.
 */
import { below } from "../../kernel/random.ts";
import { i32 } from "../../kernel/table.ts";
import { defineMechanism } from "../mechanism.ts";

/** Weeks after an event for which a guest can be seen, and the date of one who never was discovered: as in `discovery`. */
const VISIBLE = 8;
const NEVER = -1_000_000;

export const randomLeadership = defineMechanism({
  name: "randomLeadership",
  submodel: "7.4.11",
  title: { en: "Leaders by lot (null model)", zh: "抽签产生的负责人（零模型）" },
  summary: { en: "Every new leader is a member drawn by lot.", zh: "每位新负责人都由成员抽签产生。" },
  source: "assumption",
  order: "sequential",
  parameters: {},
  columns: { organizations: { lot: i32("number of the resident on whom the lot fell, or -1", [-1, 1e9], -1) } },
  writes: ["organizations.leader", "organizations.lot", "residents.leads"],
  bind({ world, key }) {
    const { organizations, memberships, residents } = world;
    const lot = world.column("organizations", "lot");
    const draw = key("draw");

    function member(o: number, place: number): number {
      let m = memberships.firstB[o]!;
      for (let k = 0; k < place; k++) m = memberships.at.nextB[m]!;
      return memberships.at.a[m]!;
    }

    return (tick) => {
      const { leader, members, identity } = organizations.at;
      for (let o = 0; o < organizations.rows; o++) {
        if (!organizations.alive[o] || leader[o]! < 0 || leader[o] === lot[o]) continue;
        const i = member(o, below(members[o]!, draw, tick, identity[o]!));
        residents.at.leads[leader[o]!]!--;
        residents.at.leads[i]!++;
        leader[o] = i;
        lot[o] = i;
      }
    };
  },
});

export const randomDiscovery = defineMechanism({
  name: "randomDiscovery",
  submodel: "7.5.6",
  title: { en: "Discovery by lot (null model)", zh: "随机发掘（零模型）" },
  summary: {
    en: "The team discovers as many as ever, but whomever it happens to see.",
    zh: "团队发掘的人数不变，但对象是随机的在场居民。",
  },
  source: "assumption",
  order: "sequential",
  parameters: {},
  writes: ["residents.discovered"],
  bind({ world, key }) {
    const { residents, communities } = world;
    const r = residents.at;
    const draw = key("draw");
    return (tick) => {
      const { firstResident, lastResident } = communities.at;
      for (let c = 0; c < communities.rows; c++) {
        const [first, last] = [firstResident[c]!, lastResident[c]!];
        let found = 0;
        for (let i = first; i < last; i++) {
          if (r.discovered[i] !== tick) continue;
          r.discovered[i] = NEVER;
          found++;
        }
        if (found === 0) continue;
        const seen: number[] = [];
        for (let i = first; i < last; i++)
          if (r.discovered[i]! < 0 && (r.atEvent[i]! > tick - VISIBLE || r.memberOf[i]! > 0)) seen.push(i);
        for (let k = 0; k < found; k++) {
          const at = below(seen.length, draw, tick, c, k);
          r.discovered[seen[at]!] = tick;
          seen.splice(at, 1);
        }
      }
    };
  },
});
