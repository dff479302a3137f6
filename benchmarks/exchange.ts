/**
 * The exchange workload (see peers/workload.ts) as mechanisms of Linli, on the real path: declared columns, keyed draws,
 * the pool of ties, the recorder. `exchangeByBlocks` is written for speed, `exchangePlainly` by the recipe of
 * CONTRIBUTING.md, as a user's first mechanism would be.
 */

import type * as Library from "../src/index.ts";
import type { Binding, Mechanism, Parameters } from "../src/index.ts";
import { altruismOf, networkOf, wattsStrogatz } from "./graph.ts";
import { ALTRUISM, type Peer, REACH, RETURNING, returning, TRUST } from "./peers/workload.ts";

type Bind = (binding: Binding<Parameters>) => (tick: number) => void;

/** Works the library given: the built one, or the sources. */
export function exchangePeers(linli: typeof Library, blank: Library.Scenario) {
  const { below, f32, fillUniform, i32, measure, shuffle, uniform } = linli;

  function mechanism(bind: Bind): Mechanism {
    const text = { en: "exchange workload", zh: "互助基准" };
    return linli.defineMechanism({
      name: "exchangeWorkload",
      submodel: "0",
      title: text,
      summary: text,
      source: "assumption",
      order: "sequential",
      parameters: {},
      columns: {
        communities: {
          helped: i32("times this week", [0, 1e9]),
          gained: f32("trust over all ties, this week", [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]),
        },
      },
      writes: ["ties.trust", "pairs.owed", "communities.helped", "communities.gained"],
      bind,
    });
  }

  const plainly: Bind = ({ world, key }) => {
    const { ties, residents } = world;
    const { publicSpirit } = residents.at;
    const helped = world.column("communities", "helped");
    const gained = world.column("communities", "gained");
    const order = new Int32Array(residents.rows);
    const [turn, whom, help] = [key("turn"), key("whom"), key("help")];
    return (tick) => {
      const { data, stride, offset, common, to, slots, start, degree } = ties;
      const trust = offset.trust!;
      helped[0] = 0;
      let gain = 0;
      shuffle(order, turn, tick);
      for (const i of order) {
        const d = slots[start[i]! + below(degree[i]!, whom, tick, i)]!;
        const there = d * stride + trust;
        const back = (d ^ 1) * stride + trust;
        const owed = (d & ~1) * stride + common.owed!;
        const sign = 1 - 2 * (d & 1);
        const p = ALTRUISM * publicSpirit[to[d]!]! + TRUST * data[back]! + returning(-sign * data[owed]!);
        const before = data[there]! + data[back]!;
        if (uniform(help, tick, i) < p) {
          data[there]! += 0.1 * (1 - data[there]!);
          data[back]! += 0.05 * (1 - data[back]!);
          data[owed]! += sign;
          helped[0]!++;
        } else {
          data[there]! *= 0.8;
        }
        gain += data[there]! + data[back]! - before;
      }
      gained[0] = gain;
    };
  };

  const BLOCK = 128;
  const byBlocks: Bind = ({ world, key }) => {
    const { ties, residents } = world;
    const { publicSpirit } = residents.at;
    const helped = world.column("communities", "helped");
    const gained = world.column("communities", "gained");
    const n = residents.rows;
    const order = new Int32Array(n);
    const [turn, whom, help] = [key("turn"), key("whom"), key("help")];
    const asker = new Int32Array(BLOCK);
    const tie = new Int32Array(BLOCK);
    const altruism = new Float64Array(BLOCK);
    const drawn = new Float64Array(BLOCK);

    function choose(from: number, count: number, tick: number): void {
      const { slots, start, degree, to } = ties;
      for (let k = 0; k < count; k++) asker[k] = order[from + k]!;
      fillUniform(drawn, count, whom, tick, asker);
      for (let k = 0; k < count; k++) {
        const i = asker[k]!;
        tie[k] = slots[start[i]! + ((drawn[k]! * degree[i]!) | 0)]!;
      }
      for (let k = 0; k < count; k++) altruism[k] = publicSpirit[to[tie[k]!]!]!;
    }

    function act(count: number, tick: number): void {
      const { data, stride, offset, common } = ties;
      const trust = offset.trust!;
      const ledger = common.owed!;
      fillUniform(drawn, count, help, tick, asker);
      let helps = 0;
      let gain = 0;
      for (let k = 0; k < count; k++) {
        const d = tie[k]!;
        const there = d * stride + trust;
        const back = (d ^ 1) * stride + trust;
        const owed = (d & ~1) * stride + ledger;
        const sign = 1 - 2 * (d & 1);
        const debt = -sign * data[owed]!;
        const part = debt >= -REACH && debt <= REACH ? RETURNING[debt + REACH]! : returning(debt);
        const mine = data[there]!;
        const theirs = data[back]!;
        if (drawn[k]! < ALTRUISM * altruism[k]! + TRUST * theirs + part) {
          data[there] = mine + 0.1 * (1 - mine);
          data[back] = theirs + 0.05 * (1 - theirs);
          data[owed]! += sign;
          gain += 0.1 * (1 - mine) + 0.05 * (1 - theirs);
          helps++;
        } else {
          data[there] = 0.8 * mine;
          gain -= 0.2 * mine;
        }
      }
      helped[0]! += helps;
      gained[0]! += gain;
    }

    return (tick) => {
      shuffle(order, turn, tick);
      helped[0] = 0;
      gained[0] = 0;
      for (let from = 0; from < n; from += BLOCK) {
        const count = Math.min(BLOCK, n - from);
        choose(from, count, tick);
        act(count, tick);
      }
    };
  };

  const help = measure("help", "share", "help", "相助", ({ run }) => {
    return run.world.column("communities", "helped")[0]! / run.world.residents.rows;
  });

  // Mean trust is carried on by what it gained since it was last recorded, as peers do, too.
  const trust = measure("trust", "probability", "mean trust over ties", "关系中的平均信任", (reading) => {
    const { ties } = reading.run.world;
    const last = reading.series.columns.trust!.at(-1);
    const gained = reading.run.world.column("communities", "gained")[0]!;
    return last === undefined ? linli.measureOf("tieTrust").read(reading) : last + gained / (2 * ties.count);
  });

  const peer =
    (bind: Bind) =>
    (n: number, seed: number): Peer => {
      const simulation = linli.simulate(blank, {
        seed,
        model: new linli.Model([mechanism(bind)]),
        network: networkOf(n, wattsStrogatz(n)),
        until: "9999-12-27",
        every: 1,
        record: [trust, help],
        measures: [],
      });
      simulation.run.world.residents.at.publicSpirit.set(altruismOf(n));
      const meanOf = (name: string, count: number) =>
        simulation.series.columns[name]!.slice(-count).reduce((sum, x) => sum + x, 0) / count;
      return {
        steps(count) {
          simulation.stepTo(simulation.run.tick + count);
          return { trust: meanOf("trust", count), help: meanOf("help", count) };
        },
      };
    };
  return { exchangeByBlocks: peer(byBlocks), exchangePlainly: peer(plainly) };
}
