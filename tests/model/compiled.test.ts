import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { networkOf, sfc32, wattsStrogatz } from "../../benchmarks/graph.ts";
import { blank, newEstate, oldDistrict } from "../../scenarios/index.ts";
import { Arena } from "../../src/kernel/arena.ts";
import { createRandom, fillUniform } from "../../src/kernel/random.ts";
import { standardModel } from "../../src/model/community.ts";
import { type Compiled, compiledIn } from "../../src/model/compiled.ts";
import { Model } from "../../src/model/mechanism.ts";
import { helpChance } from "../../src/model/mechanisms/exchange.ts";
import { Run, type RunOptions } from "../../src/model/run.ts";
import type { Scenario } from "../../src/model/scenario.ts";

const MILLION = 1_000_000;

function kernel(bytes = 65536): { arena: Arena; compiled: Compiled } {
  const arena = new Arena();
  arena.begin();
  arena.expect(bytes);
  return { arena, compiled: compiledIn(arena.linear)! };
}

/** The same run twice: in TypeScript, and in compiled code, which must reach its arrays. */
function twice(scenario: Scenario, options: RunOptions): [Run, Run] {
  const both = [false, true].map((linear) => new Run(scenario, { ...options, memory: new Arena({ linear }) }));
  const [plain, compiled] = both as [Run, Run];
  const { ties, residents } = compiled.world;
  expect(plain.world.compiled).toBe(null);
  expect(compiled.world.compiled!.reaches(ties.data, ties.to, residents.at.reputation)).toBe(true);
  return [plain, compiled];
}

describe("compiled code has the bits of the mechanisms", () => {
  test("the chance of help, in a million states of every size", () => {
    const { compiled } = kernel();
    const random = sfc32(1);
    const between = (low: number, high: number) => low + (high - low) * random();
    let wrong = 0;
    for (let k = 0; k < MILLION; k++) {
      // Most as they come in runs, some so large that the exponential leaves its usual range.
      const size = k % 10 === 0 ? 2000 : 1;
      const [base, need, trust, reputation] = [between(-3, 3) * size, between(0, 3), between(0.5, 4), between(0, 2)];
      const [owed, cost] = [between(0.5, 2), between(0, 3)];
      const state = [random(), between(-20, 20), random(), random(), random()] as const;
      const here = helpChance(base, { need, owed, trust, cost, reputation }, ...state);
      const there = compiled.helpChance(base, need, owed, trust, cost, reputation, ...state);
      if (!Object.is(here, there)) wrong++;
    }
    expect(wrong).toBe(0);
    const atTheEnds = [-800, -745, -709.5, -708, 709, 709.5, 709.78, 710, Number.NaN].map((x) => {
      const none = { need: 0, owed: 0, trust: 0, cost: 0, reputation: 0 };
      return [helpChance(x, none, 0, 0, 0, 0, 0), compiled.helpChance(x, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)];
    });
    for (const [here, there] of atTheEnds) expect(there).toBe(here);
  });

  test("draws, of one identity and of two, for any count", () => {
    const { arena, compiled } = kernel();
    const length = 128;
    const [a, b] = [arena.i32(length), arena.i32(length)];
    const out = arena.f32(2 * length);
    const there = new Float64Array(out.buffer, out.byteOffset, length);
    const random = sfc32(2);
    for (let k = 0; k < length; k++) [a[k], b[k]] = [random() * 2 ** 32, random() * 2 ** 32];
    for (let tick = 0; tick < 300; tick++) {
      const key = createRandom(tick).key("exchange", "help");
      for (const [count, other] of [[tick % 129, b] as const, [128, undefined] as const]) {
        const here = new Float64Array(length);
        fillUniform(here, count, key, tick, a, other);
        compiled.fillUniform(out.byteOffset, count, key, tick, a.byteOffset, other?.byteOffset ?? 0);
        expect(there.slice(0, count)).toEqual(here.slice(0, count));
      }
    }
  });

  test("exchange and trust, in worlds of random states until a million have asked", () => {
    const n = 4999; // not a whole number of blocks
    const model = new Model(standardModel.mechanisms.filter((m) => ["exchange", "trust"].includes(m.name)));
    const network = networkOf(n, wattsStrogatz(n));
    // A week of 4,999 askers, of whom those that are not there or know nobody are few.
    for (let asked = 0, seed = 0; asked < MILLION; seed++) {
      const random = sfc32(100 + seed);
      const values = {
        "exchange.asking": 1,
        "exchange.base": 6 * random() - 3,
        "exchange.freely": 1.5 + 1.5 * random(),
        "exchange.image": 0.5 * random(),
        "trust.breachWeight": 1 + 5 * random(),
      };
      const runs = twice(blank, { seed, model, network, values });
      const { ties, residents } = runs[0].world;
      const filled = ties.data.slice(0, 2 * ties.pairs * ties.stride);
      for (let week = 0; week < 4; week++) {
        for (let k = 0; k < filled.length; k++)
          filled[k] = random() < 0.1 ? 0 : 40 * random() - 20 * (k % 4 === 3 ? 1 : 0);
        for (let d = 0; d < 2 * ties.pairs; d++) filled[d * ties.stride + ties.offset.trust!] = random();
        const presence = residents.at.presence.map(() => Math.floor(3.8 * random()) % 3);
        const reputation = residents.at.reputation.map(random);
        for (const run of runs) {
          run.world.ties.data.set(filled);
          run.world.residents.at.presence.set(presence);
          run.world.residents.at.reputation.set(reputation);
          run.step();
        }
        asked += presence.reduce((sum, p) => sum + (p > 0 ? 1 : 0), 0);
        expect(runs[1].hash()).toBe(runs[0].hash());
      }
    }
  });

  test.each([newEstate, oldDistrict])("whole weeks, with residents who come and ties that end ($name)", (scenario) => {
    const runs = twice(scenario, { seed: 3 });
    for (let week = 0; week < 150; week++) {
      for (const run of runs) run.step();
      if (week % 10 === 9) expect(runs[1].hash()).toBe(runs[0].hash());
    }
  });

  test("a pool of ties that has grown, and a tie column of a user's own", () => {
    const marked = { ...standardModel.mechanisms[0]!, name: "marked", submodel: "own", parameters: {}, writes: [] };
    const own = {
      ...marked,
      columns: { ties: { mark: { type: "f32", unit: "mark", range: [0, 1], initial: 1, fixed: false } } },
    };
    const model = standardModel.insertBefore("exchange", { ...own, bind: () => () => {} } as never);
    const values = { "encounters.acquaintance": 1, "encounters.block": 1 };
    const runs = twice(newEstate, { seed: 4, model, values });
    for (let week = 0; week < 100; week++) for (const run of runs) run.step();
    expect(runs[1].world.ties.stride).toBe(5);
    expect(runs[1].hash()).toBe(runs[0].hash());
  });
});

test("a large run is in reach of compiled code by itself", () => {
  const run = (n: number) => new Run(blank, { network: networkOf(n, wattsStrogatz(n)) });
  expect([run(1000), run(5000)].map((r) => r.world.compiled !== null)).toEqual([false, true]);
});

const folder = fileURLToPath(new URL("../../assembly/", import.meta.url));

test.skipIf(!existsSync(join(folder, "node_modules")))(
  "the compiled code is what its sources compile to (needs `npm ci` in assembly)",
  () => {
    const fresh = join(mkdtempSync(join(tmpdir(), "linli-assembly-")), "code.ts");
    execFileSync(process.execPath, [join(folder, "build.mjs"), fresh]);
    const shipped = readFileSync(join(folder, "../src/model/compiledCode.ts"), "utf8");
    expect(readFileSync(fresh, "utf8")).toBe(shipped);
  },
);
