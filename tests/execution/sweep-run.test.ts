import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parquetReadObjects } from "hyparquet";
import { beforeAll, describe, expect, test } from "vitest";
import { StoreError } from "../../src/execution/files.ts";
import { inline } from "../../src/execution/inline.ts";
import { lock } from "../../src/execution/lock.ts";
import { mergeStores } from "../../src/execution/merge.ts";
import { prepare } from "../../src/execution/prepare.ts";
import { type Progress, runSweep, type SweepOptions } from "../../src/execution/run.ts";
import { RunIndex } from "../../src/execution/runIndex.ts";
import { columnsOf } from "../../src/execution/store.ts";
import type { Prepare } from "../../src/execution/task.ts";
import type { Sweep, Task } from "../../src/experiments/sweep.ts";
import { InputError } from "../../src/kernel/check.ts";
import { standardModel } from "../../src/model/community.ts";
import { defineMechanism } from "../../src/model/mechanism.ts";
import { simulate } from "../../src/observe/simulation.ts";
import { filesOf, fresh, listed, SAME, tableOf, tiny, tinyScenario } from "./tiny.ts";

const whole = fresh();
let sweep: Sweep;
type Place = NonNullable<SweepOptions["executor"]>;
const alone: Pick<SweepOptions, "threads"> = { threads: 1 };

beforeAll(async () => {
  sweep = await tiny();
  await runSweep(sweep, { dir: whole, ...alone });
});

/** Stops after so many runs. */
async function stopped(dir: string, after: number, more: Partial<SweepOptions> = {}) {
  const stop = new AbortController();
  const onProgress = ({ done }: Progress) => done >= after && stop.abort();
  return runSweep(sweep, { dir, ...alone, ...more, signal: stop.signal, onProgress });
}

/** Fails for some tasks. */
const failing = (of: (task: Task) => boolean): Prepare => {
  const broken = defineMechanism({
    name: "broken",
    submodel: "7.9.9",
    title: { en: "Broken", zh: "故障" },
    summary: { en: "It fails.", zh: "它会失败。" },
    source: "assumption",
    order: "simultaneous",
    parameters: {},
    writes: [],
    bind: () => () => {
      throw new Error('it broke, "here"\nand there');
    },
  });
  return async (task) => ({
    ...(await prepare(task)),
    ...(of(task) ? { model: standardModel.insertAfter("efficacy", broken) } : {}),
  });
};
const withPrepare =
  (load: Prepare): Place =>
  (spec) =>
    inline(spec, { prepare: load });

describe("a sweep", () => {
  test("leaves its tables, their Parquet and its manifest, and nothing else", () => {
    expect(listed(whole)).toEqual([...SAME, "SHA256SUMS", "manifest.json", "timing.csv"].sort());
  });

  test("writes of every run what the run itself says", () => {
    const runs = tableOf(join(whole, "runs.csv"));
    expect(runs.length).toBe(12);
    const task = sweep.task(3, 1);
    const row = runs.find(({ id }) => id === task.id)!;
    const { seed, values, until, measures } = task;
    const result = simulate(tinyScenario, { seed, values, until, measures }).finish();
    expect(row).toMatchObject({
      point: "3",
      replicate: "1",
      scenario: "blank",
      seed,
      status: "finished",
      hash: result.hash,
    });
    expect(Number(row.final_meanTrust)).toBe(result.measures.meanTrust);
    expect(Number(row["team.independence"])).toBe(0.5);
    const series = tableOf(join(whole, "series.csv")).filter(({ run }) => run === task.id);
    expect(series.map(({ tick }) => Number(tick))).toEqual([2, 4, 6, 8, 10, 12]);
    expect(Number(series.at(-1)!.meanTrust)).toBe(result.measures.meanTrust);
  });

  test("writes the same in two threads as in one", async () => {
    const dir = fresh();
    await runSweep(sweep, { dir, threads: 2 });
    expect(filesOf(dir)).toEqual(filesOf(whole));
  });

  test("has the same in Parquet as in text", async () => {
    for (const table of ["runs", "series", "events"] as const) {
      const bytes = readFileSync(join(whole, `${table}.parquet`));
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
      const rows = await parquetReadObjects({ file });
      const header = columnsOf({ axes: sweep.axes, measures: sweep.plan.measures })[table].filter(
        (n) => n !== "values",
      );
      const text = tableOf(join(whole, `${table}.csv`));
      const shown = (row: Record<string, unknown>) => header.map((name) => String(row[name] ?? ""));
      expect(rows.map(shown).map((r) => r.slice(0, 8))).toEqual(text.map(shown).map((r) => r.slice(0, 8)));
      expect(rows.length).toBe(text.length);
    }
  });

  test("tells of its progress and of its slowest runs", async () => {
    const seen: Progress[] = [];
    const result = await runSweep(sweep, { dir: fresh(), ...alone, onProgress: (p) => seen.push(p) });
    expect(seen.map((p) => p.done)).toEqual(Array.from({ length: 13 }, (_, k) => k));
    expect(seen[0]).toMatchObject({ total: 12, failed: 0, rate: null, secondsLeft: null });
    expect(seen[6]!.secondsLeft).toBeCloseTo(6 / seen[6]!.rate!, 9);
    expect(seen.at(-1)!.secondsLeft).toBe(0);
    expect(result).toMatchObject({
      complete: true,
      done: 12,
      made: 12,
      failed: 0,
      failures: [],
      replicates: Array(6).fill(2),
    });
    const times = result.slowest.map((note) => note.ms!);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const { task } = result.slowest[0]!;
    expect(sweep.task(task.point, task.replicate)).toEqual(task);
  });
});

describe("a sweep that was stopped", () => {
  test("keeps what has ended and goes on to the same result", async () => {
    const dir = fresh();
    const first = await stopped(dir, 5);
    expect(first).toMatchObject({ complete: false, made: 5, done: 5, total: 12 });
    expect(await stopped(dir, 6)).toMatchObject({ complete: false, made: 1, done: 6 });
    expect(await runSweep(sweep, { dir, ...alone })).toMatchObject({ complete: true, made: 6, done: 12 });
    expect(filesOf(dir)).toEqual(filesOf(whole));
    expect(await runSweep(sweep, { dir, ...alone })).toMatchObject({ complete: true, made: 0, done: 12 });
    expect(filesOf(dir)).toEqual(filesOf(whole));
  });

  test("goes on with more replicates, and makes none again", async () => {
    const dir = fresh();
    await runSweep(sweep, { dir, ...alone });
    const more = await tiny({ replicates: 3 });
    expect(await runSweep(more, { dir, ...alone })).toMatchObject({ complete: true, made: 6, done: 18 });
    const once = fresh();
    await runSweep(more, { dir: once, ...alone });
    expect(filesOf(dir)).toEqual(filesOf(once));
    await expect(runSweep(sweep, { dir, ...alone })).rejects.toThrow(/expected at least 3; got 2/);
  });

  test.each(["runs", "series", "events", "timing"] as const)(
    "drops what is torn, at every byte of %s",
    async (table) => {
      const dir = fresh();
      await stopped(dir, 2);
      const path = join(dir, "segments", "1", `${table}.csv`);
      const text = readFileSync(path, "utf8");
      const ids = tableOf(join(dir, "segments", "1", "runs.csv")).map(({ id }) => id!);
      /** Where the last row of each run ends; 0 if it has none. */
      const ends = ids.map((id) => {
        const row = text.lastIndexOf(`\n${id},`);
        return row < 0 ? 0 : text.indexOf("\n", row + 1) + 1;
      });
      const columns = columnsOf({ axes: sweep.axes, measures: sweep.plan.measures });
      for (let cut = 0; cut <= text.length; cut++) {
        writeFileSync(path, text.slice(0, cut));
        const index = new RunIndex(columns).add(dir);
        const whole = ids.map((_, k) =>
          cut >= ends[k]! && (table !== "runs" || ends[k]! > 0) ? "finished" : undefined,
        );
        if (
          !isDeepStrictEqual(
            ids.map((id) => index.status(id)),
            whole,
          )
        )
          throw new Error(`cut at byte ${cut}: ${index.size} runs`);
      }
    },
  );

  test.each(["runs", "series", "events", "timing"])("goes on from any torn byte of %s", async (table) => {
    const dir = fresh();
    await stopped(dir, 2);
    const path = join(dir, "segments", "1", `${table}.csv`);
    const bytes = readFileSync(path);
    for (let cut = 0; cut < bytes.length; cut += Math.ceil(bytes.length / 7)) {
      const copy = fresh();
      cpSync(dir, copy, { recursive: true });
      writeFileSync(join(copy, "segments", "1", `${table}.csv`), bytes.subarray(0, cut));
      await runSweep(sweep, { dir: copy, ...alone });
      expect(filesOf(copy), `cut at byte ${cut}`).toEqual(filesOf(whole));
    }
  });

  test("takes a run once that stands twice", async () => {
    const dir = fresh();
    await stopped(dir, 3);
    cpSync(join(dir, "segments", "1"), join(dir, "segments", "7"), { recursive: true });
    expect(await runSweep(sweep, { dir, ...alone })).toMatchObject({ made: 9, done: 12 });
    expect(filesOf(dir)).toEqual(filesOf(whole));
  });

  test("loses nothing if it was cut off inside the merge", async () => {
    for (const moved of [["series.csv"], ["series.csv", "events.csv", "timing.csv"], ["series.csv", "runs.csv"]]) {
      const dir = fresh();
      await stopped(dir, 12);
      const before = fresh();
      await stopped(before, 11);
      mkdirSync(join(before, "merging"));
      writeFileSync(join(before, "merging", "runs.csv"), "torn");
      for (const name of moved) cpSync(join(dir, name), join(before, name));
      await runSweep(sweep, { dir: before, ...alone });
      expect(filesOf(before)).toEqual(filesOf(whole));
      expect(listed(before)).toEqual(listed(whole));
    }
  });
});

describe("a run that fails", () => {
  const atPoint = (point: number) => withPrepare(failing((task) => task.point === point));

  test("is a row with its reason, and the others finish", async () => {
    const dir = fresh();
    const result = await runSweep(sweep, { dir, executor: atPoint(4) });
    expect(result).toMatchObject({ complete: true, done: 12, failed: 2 });
    const reason = 'mechanism "broken", week of 2015-01-05: it broke, "here" and there';
    expect(result.failures.map((note) => [note.task.point, note.task.replicate, note.reason])).toEqual([
      [4, 0, reason],
      [4, 1, reason],
    ]);
    expect(result.failures[0]!.task).toEqual(sweep.task(4, 0));
    const finished = tableOf(join(dir, "runs.csv")).filter(({ status }) => status === "finished");
    const others = tableOf(join(whole, "runs.csv")).filter(({ point }) => point !== "4");
    expect(finished).toEqual(others);
  });

  test("is not made again, unless it is asked for", async () => {
    const dir = fresh();
    await runSweep(sweep, { dir, executor: atPoint(4) });
    expect(await runSweep(sweep, { dir, ...alone })).toMatchObject({ made: 0, failed: 2 });
    expect(await runSweep(sweep, { dir, ...alone, retryFailed: true })).toMatchObject({ made: 2, failed: 0 });
    expect(filesOf(dir)).toEqual(filesOf(whole));
  });
});

describe("a full disk", () => {
  /** Writes as long as there is room for so many bytes. */
  const small = (room: number): Place => {
    let left = room;
    return (spec) =>
      inline(spec, {
        write: (file, bytes, from, length) => {
          if (left === 0) throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
          const taken = Math.min(left, length);
          left -= taken;
          return writeSync(file, bytes, from, taken);
        },
      });
  };

  test("ends a sweep at any byte with one plain line, and the same call goes on", async () => {
    for (let room = 0; room < 9000; room += 613) {
      const dir = fresh();
      const error = await runSweep(sweep, { dir, executor: small(room) }).then(
        () => null,
        (e: unknown) => e,
      );
      expect(error).toBeInstanceOf(StoreError);
      expect((error as Error).message).toMatch(/: the disk is full; all runs written so far are kept/);
      await runSweep(sweep, { dir, ...alone });
      expect(filesOf(dir), `room for ${room} bytes`).toEqual(filesOf(whole));
    }
  });
});

describe("the directory", () => {
  test("keeps nothing of a process that was killed while it wrote the manifest, and what is of others", async () => {
    const dir = fresh();
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, ".manifest.json.4194305"), '{ "form');
    await runSweep(sweep, { dir, ...alone });
    expect(listed(dir)).toEqual(listed(whole));
    writeFileSync(join(dir, ".manifest.json.4194305"), "");
    writeFileSync(join(dir, ".manifest.json.old"), "");
    await runSweep(sweep, { dir, ...alone });
    expect(listed(dir)).toEqual([".manifest.json.old", ...listed(whole)]);
  });

  test("is locked while a sweep works in it, and not by one that was killed", async () => {
    const dir = fresh();
    mkdirSync(dir, { recursive: true });
    const unlock = lock(dir);
    await expect(runSweep(sweep, { dir, ...alone })).rejects.toThrow(/that no one works in; process \d+ does/);
    expect(listed(dir)).toEqual(["lock"]);
    unlock();
    const gone = { pid: 2 ** 22 + 1, host: hostname(), born: "" };
    writeFileSync(join(dir, "lock"), JSON.stringify(gone));
    expect(await stopped(dir, 1)).toMatchObject({ made: 1 });
    writeFileSync(join(dir, "lock"), JSON.stringify({ ...gone, host: "another-machine" }));
    await expect(runSweep(sweep, { dir, ...alone })).rejects.toThrow(/on another-machine does/);
    rmSync(join(dir, "lock"));
    await runSweep(sweep, { dir, ...alone });
    expect(filesOf(dir)).toEqual(filesOf(whole));
  });

  test("of another sweep, or of anything else, is refused and left as it is", async () => {
    const before = filesOf(whole);
    const refused = async (more: Parameters<typeof tiny>[0]) =>
      expect(runSweep(await tiny(more), { dir: whole, ...alone })).rejects;
    await (await refused({ seed: "other" })).toThrow(/another plan: expected seed "tiny"; got "other"/);
    await (await refused({ measures: ["meanTrust"] })).toThrow(InputError);
    await (await refused({ series: 4 })).toThrow(/expected series 2; got 4/);
    await expect(runSweep(sweep, { dir: whole, ...alone, shard: { index: 1, count: 2 } })).rejects.toThrow(
      /another shard/,
    );
    expect(filesOf(whole)).toEqual(before);
    const dir = fresh();
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, "notes.txt"), "mine");
    await expect(runSweep(sweep, { dir, ...alone })).rejects.toThrow(/new or empty folder/);
    expect(readdirSync(dir)).toEqual(["notes.txt"]);
  });
});

describe("shards", () => {
  test("share out the runs, and merged they are the whole sweep", async () => {
    const dirs = [fresh(), fresh(), fresh()];
    const made: number[] = [];
    for (const [k, dir] of dirs.entries())
      made.push((await runSweep(sweep, { dir, ...alone, shard: { index: k + 1, count: 3 } })).made);
    expect(made).toEqual([4, 4, 4]);
    const out = fresh();
    expect(await mergeStores(dirs, out)).toEqual({ runs: 12, failed: 0, missing: 0 });
    expect(filesOf(out)).toEqual(filesOf(whole));
    expect(readFileSync(join(out, "manifest.json"), "utf8")).toBe(readFileSync(join(whole, "manifest.json"), "utf8"));
    await expect(mergeStores(dirs, out)).rejects.toThrow(/new or empty folder to merge into/);
  });

  test("merged before all are there make a sweep that goes on", async () => {
    const [one, two] = [fresh(), fresh()];
    await runSweep(sweep, { dir: one, ...alone, shard: { index: 1, count: 2 } });
    await stopped(two, 2, { shard: { index: 2, count: 2 } });
    const out = fresh();
    expect(await mergeStores([one, two], out)).toEqual({ runs: 8, failed: 0, missing: 4 });
    expect(await runSweep(sweep, { dir: out, ...alone })).toMatchObject({ made: 4, done: 12 });
    expect(filesOf(out)).toEqual(filesOf(whole));
    const other = fresh();
    await runSweep(await tiny({ seed: 2 }), { dir: other, ...alone });
    await expect(mergeStores([one, other], fresh())).rejects.toThrow(/got another sweep/);
    expect(existsSync(join(one, "lock"))).toBe(false);
  });
});

describe("adaptive replicates", () => {
  const adaptive = { until: [{ measure: "meanTrust", width: 0.02 }], cap: 40 } as const;

  test("are made until the interval is narrow, the same whatever the workers and however often it was stopped", async () => {
    const once = fresh();
    const result = await runSweep(sweep, { dir: once, ...alone, adaptive });
    expect(result.replicates.some((n) => n > 2)).toBe(true);
    const runs = tableOf(join(once, "runs.csv"));
    for (const [point, n] of result.replicates.entries()) {
      const values = runs.filter((r) => r.point === String(point)).map((r) => Number(r.final_meanTrust));
      expect(values.length).toBe(n);
      if (n < 40) expect(2 * halfWidth(values)).toBeLessThanOrEqual(0.02);
    }
    const threaded = fresh();
    expect((await runSweep(sweep, { dir: threaded, threads: 2, adaptive })).replicates).toEqual(result.replicates);
    expect(filesOf(threaded)).toEqual(filesOf(once));
    const often = fresh();
    for (let k = 3; !(await stopped(often, k, { adaptive })).complete; ) k += 7;
    expect(filesOf(often)).toEqual(filesOf(once));
  });

  test("end at the cap", async () => {
    const until = [{ measure: "meanTrust", width: 1e-9 }] as const;
    const result = await runSweep(sweep, { dir: fresh(), ...alone, adaptive: { until, cap: 5 } });
    expect(result).toMatchObject({ complete: true, total: 30, replicates: Array(6).fill(5) });
  });

  test("need a measure that is read, a width and a cap above the replicates", async () => {
    const run = (until: SweepOptions["adaptive"]) => runSweep(sweep, { dir: fresh(), adaptive: until! });
    await expect(run({ until: [{ measure: "ties", width: 1 }] as never, cap: 5 })).rejects.toThrow(/unknown measure/);
    await expect(run({ until: [{ measure: "meanTrust", width: 0 }], cap: 5 })).rejects.toThrow(/width of meanTrust/);
    await expect(run({ until: [{ measure: "meanTrust", width: 1 }], cap: 1 })).rejects.toThrow(/cap must/);
  });
});

/** t quantiles at 97.5 % from a printed table (NIST e-Handbook, 1.3.6.7.2), by degrees of freedom. */
const T: Readonly<Record<number, number>> = {
  ...{ 1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 6: 2.447, 7: 2.365, 8: 2.306, 9: 2.262, 10: 2.228 },
  ...{ 15: 2.131, 20: 2.086, 30: 2.042, 40: 2.021 },
};

function halfWidth(values: readonly number[]): number {
  const n = values.length;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1);
  const below = Math.max(
    ...Object.keys(T)
      .map(Number)
      .filter((d) => d >= n - 1)
      .slice(0, 1),
  );
  // the next printed degrees of freedom upwards: a bound from below, good enough to catch a wrong rule
  return T[below]! * Math.sqrt(variance / n) * 0.999;
}
