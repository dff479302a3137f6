import { expect, test } from "vitest";
import { newEstate, oldDistrict } from "../../scenarios/index.ts";
import { below, uniform } from "../../src/kernel/random.ts";
import { standardModel } from "../../src/model/community.ts";
import type { Mechanism } from "../../src/model/mechanism.ts";
import { exchange, helpChance } from "../../src/model/mechanisms/exchange.ts";
import { Run } from "../../src/model/run.ts";

/** The rule as it is told: one resident after another, without blocks or buffers. */
const oneByOne: Mechanism<typeof exchange.parameters> = {
  ...exchange,
  bind({ world, values, key }) {
    const { residents, ties } = world;
    const r = residents.at;
    const n = residents.rows;
    return (tick) => {
      const { data, stride, offset, common, slots, start, degree, to } = ties;
      const from = below(n, key("origin"), tick, 0);
      for (let k = 0; k < n; k++) {
        const i = (from + k) % n;
        if (degree[i] === 0 || r.presence[i] === 0 || uniform(key("ask"), tick, i) >= values.asking) continue;
        const drawn = (name: string) => slots[start[i]! + below(degree[i]!, key(name), tick, i)]!;
        const trust = (tie: number) => data[tie * stride + offset.trust!]!;
        const [d, e] = [drawn("first"), drawn("second")];
        const tie = trust(e) > trust(d) ? e : d;
        const j = to[tie]!;
        const pair = (tie & ~1) * stride + common.owed!;
        const owed = tie % 2 === 0 ? -data[pair]! : data[pair]!;
        const need = uniform(key("need"), tick, i);
        const cost = uniform(key("cost"), tick, j, i);
        const p = helpChance(values.base, values, need, owed, trust(tie ^ 1), cost, r.reputation[i]!);
        const there = tie * stride;
        if (uniform(key("help"), tick, i, j) < p) {
          data[there + offset.kept!]! += owed > 0.5 ? 1 / values.freely : 1;
          data[(tie ^ 1) * stride + offset.kept!]! += 1 / (2 * values.freely);
          data[pair]! += tie % 2 === 0 ? 1 : -1;
          r.reputation[j]! += values.image * (1 - r.reputation[j]!);
        } else {
          data[there + offset.broken!]! += 1;
          r.reputation[j]! -= values.image * r.reputation[j]!;
        }
      }
    };
  },
};

test.each([newEstate, oldDistrict])(
  "exchange by blocks is the rule applied to one resident after another, to the bit ($name)",
  (scenario) => {
    const [blocks, single] = [standardModel, standardModel.replace("exchange", oneByOne)].map(
      (model) => new Run(scenario, { seed: 5, model }),
    ) as [Run, Run];
    // Some 120,000 exchanges in the old district.
    for (let week = 0; week < 150; week++) {
      blocks.step();
      single.step();
    }
    expect(blocks.hash()).toBe(single.hash());
  },
);
