/** A rumor in the residents' chat, as a mechanism of one's own: nothing of Linli is changed, a rule is added to its week. */
import { below, defineMechanism, i32, parameter, standardModel, u8, uniform } from "linli";

/** What a resident is to the rumor: the codes of the column `residents.rumor`. */
export const HEARD_NOTHING = 0;
export const TELLS = 1;
export const SILENT = 2;

const NEVER = -1;

export const rumor = defineMechanism({
  name: "rumor",
  submodel: "7.2.4",
  title: { en: "Rumor in the chat", zh: "群聊中的传言" },
  summary: {
    en: "A rumor about the developer passes through the chats of the buildings and from acquaintance to acquaintance.",
    zh: "关于开发商的传言在各楼栋群里流传，也由熟人转述。",
  },
  source:
    "Daley & Kendall (1965), Journal of the Institute of Mathematics and its Applications 1(1); Maki & Thompson (1973), Mathematical Models and Applications (only who tells falls silent); Nekovee et al. (2007), Physica A 374 (on networks); harm to trust: assumption",
  order: "sequential",
  parameters: {
    week: parameter(
      100,
      [0, 520],
      "weeks after the start",
      "assumption",
      ["week of the rumor", "传言出现的时间"],
      ["in which it arises", "传言出现的周次"],
    ),
    sources: parameter(
      1,
      [0, 20],
      "residents a community",
      "assumption",
      ["sources", "源头人数"],
      ["who know it first", "最先知晓的居民数"],
    ),
    telling: parameter(
      0.5,
      [0, 1],
      "chance a week",
      "Daley & Kendall (1965); value: assumption",
      ["chance of telling", "传播概率"],
      ["that who tells it tells it to one more", "传播者每周再告诉一人的概率"],
    ),
    forwarding: parameter(
      0.3,
      [0, 1],
      "share of tellings",
      "Nekovee et al. (2007); value: assumption",
      ["forwarding", "转述给熟人"],
      ["to an acquaintance anywhere, not to the building's chat", "不在楼栋群里、而向熟人转述的比例"],
    ),
    stifling: parameter(
      1,
      [0, 1],
      "chance a vain telling",
      "Maki & Thompson (1973): 1",
      ["falling silent", "停止传播"],
      ["of who tells it to one who knew it", "告诉已知者之后不再传播的概率"],
    ),
    harm: parameter(
      0.5,
      [0, 1],
      "share of trust",
      "assumption",
      ["harm to trust", "对信任的损害"],
      ["in the developer, lost on hearing it", "听到传言后对开发商信任的损失比例"],
    ),
  },
  columns: {
    residents: {
      rumor: u8("0 has heard nothing, 1 tells it, 2 knows it and is silent", [0, 2]),
      heardRumor: i32("tick; -1: never", [NEVER, 1e9], NEVER),
    },
  },
  writes: ["residents.rumor", "residents.heardRumor", "residents.trustDeveloper"],
  bind({ world, values, key }) {
    const { residents, communities, blocks, ties } = world;
    const { presence, block, trustDeveloper } = residents.at;
    const state = world.column("residents", "rumor");
    const heard = world.column("residents", "heardRumor");
    const keys = {
      first: key("first"),
      tells: key("tells"),
      forwards: key("forwards"),
      whom: key("whom"),
      falls: key("falls"),
    };

    function hear(i: number, tick: number): void {
      state[i] = TELLS;
      heard[i] = tick;
      trustDeveloper[i]! *= 1 - values.harm;
    }

    function arise(tick: number): void {
      const { firstResident, lastResident } = communities.at;
      for (let c = 0; c < communities.rows; c++) {
        const size = lastResident[c]! - firstResident[c]!;
        let left = Math.round(values.sources);
        // Whoever is drawn and has not arrived, or knows it, is passed over for the next.
        for (let k = below(size, keys.first, tick, c), tried = 0; left > 0 && tried < size; k++, tried++) {
          const i = firstResident[c]! + (k % size);
          if (presence[i] === 0 || state[i] !== HEARD_NOTHING) continue;
          hear(i, tick);
          left--;
        }
      }
    }

    /** An acquaintance of i, or -1 without any. */
    function acquaintance(i: number, tick: number): number {
      const { degree, start, slots, to } = ties;
      if (degree[i] === 0) return -1;
      return to[slots[start[i]! + below(degree[i]!, keys.whom, tick, i, 1)]!]!;
    }

    /** Another one of the building's chat, or -1 without any. */
    function inChat(i: number, tick: number): number {
      const first = blocks.at.firstResident[block[i]!]!;
      const others = blocks.at.lastResident[block[i]!]! - first - 1;
      if (others < 1) return -1;
      const j = first + below(others, keys.whom, tick, i, 2);
      return j < i ? j : j + 1;
    }

    function tell(i: number, tick: number): void {
      const outside = uniform(keys.forwards, tick, i) < values.forwarding;
      const j = outside ? acquaintance(i, tick) : inChat(i, tick);
      if (j < 0 || presence[j] === 0) return;
      if (state[j] === HEARD_NOTHING) hear(j, tick);
      else if (uniform(keys.falls, tick, i) < values.stifling) state[i] = SILENT;
    }

    return (tick) => {
      if (tick === values.week) arise(tick);
      for (let i = 0; i < residents.rows; i++) {
        if (state[i] !== TELLS || heard[i] === tick || presence[i] === 0) continue;
        if (uniform(keys.tells, tick, i) < values.telling) tell(i, tick);
      }
    };
  },
});

/** The standard week with the rumor in it, told where people meet. */
export const modelWithRumor = standardModel.insertAfter("encounters", rumor);
