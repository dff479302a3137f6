import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { compiled } from "../../benchmarks/children.ts";
import { exchangePeers } from "../../benchmarks/exchange.ts";
import { wattsStrogatz } from "../../benchmarks/graph.ts";
import { objects } from "../../benchmarks/peers/objects.ts";
import { pairs } from "../../benchmarks/peers/pairs.ts";
import { typed } from "../../benchmarks/peers/typed.ts";
import { type Peer, STATIONARY } from "../../benchmarks/peers/workload.ts";
import { hashOf, roundOf, writeState } from "../../benchmarks/round.ts";
import { blank } from "../../scenarios/index.ts";
import * as linli from "../../src/index.ts";

const { exchangeByBlocks, exchangePlainly } = exchangePeers(linli, blank);

describe("the exchange workload", () => {
  test("has ten ties an agent, none twice, none to oneself", () => {
    const n = 500;
    const edges = wattsStrogatz(n);
    const seen = new Set<string>();
    for (let e = 0; e < edges.length; e += 2) {
      const [i, j] = [edges[e]!, edges[e + 1]!].sort((a, b) => a - b) as [number, number];
      expect(i).not.toBe(j);
      seen.add(`${i} ${j}`);
    }
    expect(seen.size).toBe(5 * n);
  });

  const peers: [string, (n: number, seed: number) => Peer][] = [
    ["as a mechanism by blocks", exchangeByBlocks],
    ["by records in plain JavaScript", pairs],
    ["by typed arrays", typed],
    ["by objects and Maps", objects],
  ];
  test.each(peers)("comes to rest where it must %s", (_, peer) => {
    const seeds = [1, 2, 3, 4, 5, 6];
    const means = seeds.map((seed) => {
      const one = peer(1000, seed);
      one.steps(400);
      return one.steps(200);
    });
    for (const key of ["trust", "help"] as const) {
      const mean = means.reduce((sum, one) => sum + one[key], 0) / seeds.length;
      expect(Math.abs(mean - STATIONARY[key])).toBeLessThan(STATIONARY.tolerance);
    }
  });

  test("by blocks is the workload as a plain mechanism, to the last digits of its sums", () => {
    const [blocks, plain] = [exchangeByBlocks(300, 7).steps(60), exchangePlainly(300, 7).steps(60)];
    expect(blocks.help).toBe(plain.help);
    expect(blocks.trust).toBeCloseTo(plain.trust, 6);
  });
});

describe("the port of the exchange round to C++", () => {
  const folder = mkdtempSync(join(tmpdir(), "linli-port-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const program = compiled("round", ["-march=native"], "-test");

  test.skipIf(program === null)("ends in the same bits as the mechanism (needs a C++ compiler)", () => {
    const round = roundOf(linli, blank, 1500, 3);
    const state = join(folder, "state");
    writeState(round, state);
    for (let week = 0; week < 80; week++) round.run.step();
    const printed = execFileSync(program!, [state], { input: "80\n", encoding: "utf8" }).trim().split("\n");
    expect(JSON.parse(printed[1]!).hash).toBe(hashOf(round));
  });
});
