import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disk } from "../faults/disks.ts";
import { Product, until } from "../faults/product.ts";
import { MOUNTS, needing } from "../faults/programs.ts";
import { report } from "../faults/sweeps.ts";

const WEEKS = 178;
const product = new Product();
const whole = join(product.folder, "whole");
const ARGV = ["run", "old-district", "--seed", "7", "--until", "2018-06-04", "--json"];

const start = (dir: string, ...more: string[]) =>
  product.start([...ARGV, "--checkpoint", dir, "--checkpoint-every", "13", ...more]);
const text = (dir: string, name: string) => readFileSync(join(dir, name), "utf8");
const weeksWritten = (dir: string) =>
  existsSync(join(dir, "series.csv")) ? text(dir, "series.csv").split("\n").length - 2 : 0;

/** Weeks of a series, and which of them are missing or there twice. */
function weeksOf(dir: string): { weeks: number; lost: number; doubled: number } {
  const rows = text(dir, "series.csv").trimEnd().split("\n").slice(1);
  const ticks = new Set(rows.map((row) => Number.parseInt(row, 10)));
  return { weeks: rows.length, lost: WEEKS - ticks.size, doubled: rows.length - ticks.size };
}

beforeAll(async () => {
  await product.make("1.0.0");
  expect((await start(whole).ended).code).toBe(0);
});

afterAll(() => product.end());

describe("a long run", () => {
  test("ends as the run of memory alone ends, and its series has every week", async () => {
    const bare = await product.start(ARGV).ended;
    const { result } = JSON.parse(text(whole, "run.json"));
    const { hash, seed, final } = JSON.parse(bare.out).replicates[0];
    expect(result).toMatchObject({ hash, seed });
    for (const [name, value] of Object.entries(result.measures)) expect([name, value]).toEqual([name, final[name]]);
    expect(Object.keys(result.readings).length).toBeGreaterThan(0);
    expect(weeksWritten(whole)).toBe(WEEKS);
    expect(readdirSync(whole).sort()).toEqual(["run.json", "series.csv"]);
  });

  test("goes on after kill -9 again and again to the same files, byte for byte", async () => {
    const dir = join(product.folder, "killed");
    let [kills, again] = [0, 0];
    for (const goal of [5, 30, 31, 70, 110, 170]) {
      const running = start(dir);
      await until(`${goal} weeks are written`, () => weeksWritten(dir) >= goal || running.isOver);
      await running.kill();
      kills++;
      const before = weeksWritten(dir);
      again += before % 13;
    }
    for (const part of [".held.bin.4194305", ".run.json.4194305"]) writeFileSync(join(dir, part), "cut off");
    const { code, out } = await start(dir).ended;
    expect(code).toBe(0);
    expect(JSON.parse(out).from % 13).toBe(0);
    expect(readdirSync(dir).sort()).toEqual(readdirSync(whole).sort());
    for (const name of ["run.json", "series.csv"]) expect(text(dir, name)).toBe(text(whole, name));
    report("kill -9 of a long run", { ...weeksOf(dir), kills, "weeks made again, about": again });
  });

  test("is held by Ctrl-C after the week, and is complete only once", async () => {
    const dir = join(product.folder, "stopped");
    const running = start(dir);
    await until("20 weeks are written", () => weeksWritten(dir) >= 20);
    await running.kill("SIGINT");
    const { code, err } = await running.ended;
    const [, weeks] = /Stopped after (\d+) of 178 weeks\. The same command goes on with the rest\./.exec(err)!;
    expect([code, weeksWritten(dir)]).toEqual([130, Number(weeks)]);
    const rest = await start(dir).ended;
    expect(JSON.parse(rest.out).from).toBe(Number(weeks));
    expect(text(dir, "run.json")).toBe(text(whole, "run.json"));
    const again = await start(dir).ended;
    expect(JSON.parse(again.out)).toEqual({ ...JSON.parse(rest.out), from: null });
  });

  test("is not gone on with by another run, in a folder of other files, or from a file that is damaged", async () => {
    const refused = async (line: RegExp, dir: string, ...more: string[]) => {
      const { code, err, out } = await start(dir, ...more).ended;
      expect([err, out]).toEqual([expect.stringMatching(line), ""]);
      expect(code).toBe(2);
    };
    await refused(/whole holds another run: expected that of old-district/, whole, "--set", "team.effort=1");
    await refused(/holds another run/, whole, "--seed", "8");
    await refused(/错误：.+中是另一次运行：应为 old-district/, whole, "--seed", "8", "--lang", "zh");
    await refused(/--out: expected no --checkpoint beside it/, join(product.folder, "new"), "--out", "there");
    writeFileSync(join(product.folder, "mine.txt"), "mine");
    await refused(/expected a new or empty folder, or one of this run; got one that holds other files/, product.folder);

    const dir = join(product.folder, "damaged");
    const running = start(dir);
    await until("it is held", () => existsSync(join(dir, "held.bin")));
    await running.kill();
    const held = join(dir, "held.bin");
    const bytes = readFileSync(held);
    const damaged = /held\.bin: expected a checkpoint that is whole; got one that is damaged/;
    for (const at of [3, 25, 95, 130, bytes.length >> 1, bytes.length - 2]) {
      const flipped = Buffer.from(bytes);
      flipped[at]! ^= 4;
      writeFileSync(held, flipped);
      await refused(damaged, dir);
    }
    for (const length of [0, 50, 103, bytes.length - 1]) {
      writeFileSync(held, bytes.subarray(0, length));
      await refused(damaged, dir);
    }
    writeFileSync(held, bytes);
    expect((await start(dir).ended).code).toBe(0);
    expect(text(dir, "series.csv")).toBe(text(whole, "series.csv"));
  });

  const full = needing("is kept where the disk is full, and goes on once there is room", MOUNTS);
  test.skipIf(full.skip)(full.name, async () => {
    const { dir, grow } = disk(product, 4);
    let fulls = 0;
    for (let size = 4; ; size = Math.ceil(size * 1.8)) {
      grow(size);
      const { code, err, out } = await start(dir).ended;
      if (code === 0) break;
      fulls++;
      expect([code, out]).toEqual([1, ""]);
      expect(err).toMatch(/(^|\n)error: .+: the disk is full; .+\n$/);
      expect(readdirSync(dir).filter((name) => !["run.json", "series.csv", "held.bin"].includes(name))).toEqual([]);
    }
    for (const name of ["run.json", "series.csv"]) expect(text(dir, name)).toBe(text(whole, name));
    report("a full disk under a long run", { ...weeksOf(dir), "times full": fulls });
  });
});
