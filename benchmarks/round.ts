/**
 * Linli's own exchange round on the graph of the workload, beside its port to C++ (peers/round.cpp) and a plain loop of
 * the same rule over separate typed arrays, against which the guard holds it.
 */
import { writeFileSync } from "node:fs";
import type * as Library from "../src/index.ts";
import { Hasher } from "../src/model/hash.ts";
import { mirrorOf, neighborsOf, networkOf, wattsStrogatz } from "./graph.ts";

const PARAMETERS = ["asking", "base", "need", "owed", "trust", "cost", "reputation", "freely", "image"] as const;
const DRAWS = ["ask", "first", "second", "need", "cost", "help", "origin"] as const;

/** A run of n residents in which nothing happens but exchange: in compiled code, or with `plain` in TypeScript. */
export function roundOf(linli: typeof Library, blank: Library.Scenario, n: number, seed: number, plain = false) {
  const exchange = linli.standardModel.mechanisms.find((m) => m.name === "exchange")!;
  const model = new linli.Model([exchange]);
  const [network, memory] = [networkOf(n, wattsStrogatz(n)), new linli.Arena({ linear: !plain })];
  const { run } = linli.simulate(blank, { seed, model, network, memory, measures: [] });
  run.world.residents.at.presence.fill(2);
  run.world.ties.tidy();
  const parameters = exchange.parameters as Readonly<Record<string, Library.Parameter>>;
  const values = Object.fromEntries(PARAMETERS.map((name) => [name, parameters[name]!.default]));
  const keys = Object.fromEntries(DRAWS.map((name) => [name, run.random.key("exchange", name)]));
  return { run, values, keys };
}

type Round = ReturnType<typeof roundOf>;
const bytes = (a: Int32Array | Float32Array | Uint8Array, length: number) =>
  new Uint8Array(a.buffer, a.byteOffset, length * a.BYTES_PER_ELEMENT);

/** Writes the state of a round for the port: a head of numbers, then the arrays. */
export function writeState({ run, values, keys }: Round, file: string): void {
  const { ties, residents } = run.world;
  const { offset, common, stride, pairs } = ties;
  const n = residents.rows;
  const slots = ties.start[n - 1]! + ties.degree[n - 1]!;
  const head = new DataView(new ArrayBuffer(64 + 8 * PARAMETERS.length));
  [n, pairs, slots, stride, offset.trust!, offset.kept!, offset.broken!, common.owed!].forEach((x, k) => {
    head.setInt32(4 * k, x, true);
  });
  DRAWS.forEach((name, k) => {
    head.setInt32(32 + 4 * k, keys[name]!, true);
  });
  PARAMETERS.forEach((name, k) => {
    head.setFloat64(64 + 8 * k, values[name]!, true);
  });
  const arrays = [
    bytes(ties.start, n),
    bytes(ties.degree, n),
    bytes(ties.slots, slots),
    bytes(ties.to, 2 * pairs),
    bytes(ties.data, 2 * pairs * stride),
    bytes(residents.at.presence, n),
    bytes(residents.at.reputation, n),
  ];
  writeFileSync(file, Buffer.concat([new Uint8Array(head.buffer), ...arrays]));
}

/** Hash of what exchange writes, as the port tells it. */
export function hashOf({ run }: Round): string {
  const { ties, residents } = run.world;
  const hasher = new Hasher();
  hasher.column(ties.data, 2 * ties.pairs * ties.stride);
  hasher.column(residents.at.reputation, residents.rows);
  return hasher.hex();
}

/** The same rule over separate typed arrays, as one would first write it; draws are those of a plain generator. */
export function plainRound(n: number, values: Readonly<Record<string, number>>, random: () => number): () => void {
  const { start, to, pair } = neighborsOf(n, wattsStrogatz(n));
  const mirror = mirrorOf(pair);
  const trust = new Float32Array(to.length).fill(0.5);
  const [kept, broken, owed] = [0, 1, 2].map(() => new Float32Array(to.length)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const reputation = new Float32Array(n).fill(0.5);
  const v = values as Readonly<Record<(typeof PARAMETERS)[number], number>>;
  return () => {
    for (let i = 0; i < n; i++) {
      if (random() >= v.asking) continue;
      const many = start[i + 1]! - start[i]!;
      let d = start[i]! + Math.floor(random() * many);
      const e = start[i]! + Math.floor(random() * many);
      if (trust[e]! > trust[d]!) d = e;
      const back = mirror[d]!;
      const j = to[d]!;
      const debt = owed[back]!;
      const x =
        v.base +
        v.need * random() +
        (v.owed * debt) / (1 + Math.abs(debt)) +
        v.trust * trust[back]! -
        v.cost * random() +
        v.reputation * reputation[i]!;
      if (random() < 1 / (1 + Math.exp(-x))) {
        kept[d]! += debt > 0.5 ? 1 / v.freely : 1;
        kept[back]! += 1 / (2 * v.freely);
        owed[d]! += 1;
        owed[back]! -= 1;
        reputation[j]! += v.image * (1 - reputation[j]!);
      } else {
        broken[d]! += 1;
        reputation[j]! -= v.image * reputation[j]!;
      }
    }
  };
}
