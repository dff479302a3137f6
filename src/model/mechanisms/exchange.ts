/**
 * Submodel 7.3.1: Exchange and reciprocity.
 *
 * A resident in need asks an acquaintance (of two drawn, the one trusted more), who helps with
 *
 *   P = σ(β0 + β1·need + β2·owed/(1 + |owed|) + β3·t - β4·cost + β5·reputation)
 *
 * owed  favors that the asked has received from the asker, less those given; t  trust of the asked in the asker
 *
 * Help counts as kept for the asker, less if it repays a debt than if given freely; the helper trusts more whom it has
 * helped. A refusal counts as broken. Both are seen: reputation rises with help and falls with refusal.
 *
 * Source: Gouldner (1960), The Norm of Reciprocity; Nowak & Sigmund (1998), image scoring; Molm, Takahashi & Peterson
 * (2000): unilateral giving builds more trust. Departures: logistic form and weights are assumptions.
 * Order: sequential, beginning at a resident drawn each week.
 */
import { logistic } from "../../kernel/math.ts";
import { below, uniform } from "../../kernel/random.ts";
import { defineMechanism, parameter } from "../mechanism.ts";

const weight = (value: number, range: readonly [number, number], en: string, zh: string) =>
  parameter(
    value,
    range,
    "log-odds",
    "assumption",
    [en, zh],
    ["raises or lowers the chance of help", "影响相助的概率"],
  );

/** Chance that the asked helps. `need`, `trust`, `cost`, `reputation` in [0, 1]; `owed` in favors. */
export function helpChance(
  base: number,
  b: { need: number; owed: number; trust: number; cost: number; reputation: number },
  need: number,
  owed: number,
  trust: number,
  cost: number,
  reputation: number,
): number {
  const debt = owed / (1 + Math.abs(owed));
  return logistic(base + b.need * need + b.owed * debt + b.trust * trust - b.cost * cost + b.reputation * reputation);
}

export const exchange = defineMechanism({
  name: "exchange",
  submodel: "7.3.1",
  title: { en: "Exchange and reciprocity", zh: "互助与互惠" },
  summary: { en: "Residents ask one another for help, and give or refuse it.", zh: "居民相互求助，或相助，或推辞。" },
  source:
    "Gouldner (1960), American Sociological Review 25(2); Nowak & Sigmund (1998), Nature 393; Molm, Takahashi & Peterson (2000), American Journal of Sociology 105(5)",
  order: "sequential",
  parameters: {
    asking: parameter(
      0.3,
      [0, 1],
      "chance a week",
      "assumption",
      ["chance of asking", "求助频率"],
      ["that a resident asks somebody for help", "每周向熟人求助的概率"],
    ),
    base: weight(0.2, [-3, 3], "readiness to help", "相助的基本倾向"),
    need: weight(1, [0, 3], "weight of need", "需要的权重"),
    owed: weight(1, [0.5, 2], "weight of a debt", "人情的权重"),
    trust: weight(1.6, [0.5, 4], "weight of trust", "信任的权重"),
    cost: weight(1.2, [0, 3], "weight of cost", "成本的权重"),
    reputation: weight(0.8, [0, 2], "weight of reputation", "口碑的权重"),
    freely: parameter(
      2,
      [1.5, 3],
      "ratio",
      "Molm, Takahashi & Peterson (2000); value: assumption",
      ["free gift against repayment", "无偿相助与还人情之比"],
      ["evidence of help given freely against help that repays", "无偿相助比还人情更能建立信任"],
    ),
    image: parameter(
      0.05,
      [0, 0.5],
      "share of what is missing",
      "Nowak & Sigmund (1998); value: assumption",
      ["speed of reputation", "口碑变化速度"],
      ["how fast help or refusal moves a reputation", "一次相助或推辞对口碑的影响"],
    ),
  },
  writes: ["ties.kept", "ties.broken", "pairs.owed", "residents.reputation"],
  bind({ world, values, key }) {
    const { residents, ties } = world;
    const r = residents.at;
    const n = residents.rows;
    const [ask, first, second, needKey, costKey, help, origin] = [
      key("ask"),
      key("first"),
      key("second"),
      key("need"),
      key("cost"),
      key("help"),
      key("origin"),
    ];

    function turnTo(i: number, tick: number): number {
      const { data, stride, offset, slots, start, degree } = ties;
      const d = slots[start[i]! + below(degree[i]!, first, tick, i)]!;
      const e = slots[start[i]! + below(degree[i]!, second, tick, i)]!;
      return data[e * stride + offset.trust!]! > data[d * stride + offset.trust!]! ? e : d;
    }

    return (tick) => {
      const { data, stride, offset, to, degree } = ties;
      const { kept, broken, trust } = offset as Record<"kept" | "broken" | "trust", number>;
      const owed = ties.common.owed!;
      const from = below(n, origin, tick, 0);
      for (let k = 0; k < n; k++) {
        const i = from + k < n ? from + k : from + k - n;
        if (degree[i] === 0 || r.presence[i] === 0 || uniform(ask, tick, i) >= values.asking) continue;
        const d = turnTo(i, tick);
        const j = to[d]!;
        const there = d * stride;
        const back = (d ^ 1) * stride;
        const pair = (d & ~1) * stride + owed;
        const sign = d & 1 ? -1 : 1;
        const debt = -sign * data[pair]!;
        const p = helpChance(
          values.base,
          values,
          uniform(needKey, tick, i),
          debt,
          data[back + trust]!,
          uniform(costKey, tick, j, i),
          r.reputation[i]!,
        );
        if (uniform(help, tick, i, j) < p) {
          data[there + kept]! += debt > 0.5 ? 1 / values.freely : 1;
          data[back + kept]! += 1 / (2 * values.freely);
          data[pair]! += sign;
          r.reputation[j]! += values.image * (1 - r.reputation[j]!);
        } else {
          data[there + broken]! += 1;
          r.reputation[j]! -= values.image * r.reputation[j]!;
        }
      }
    };
  },
});
