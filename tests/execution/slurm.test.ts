import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Product, type Running, until } from "./faults/product.ts";
import { needing } from "./faults/programs.ts";
import { compare, report, rowsWritten, writePlan } from "./faults/sweeps.ts";
import { Cluster, SLURM } from "./slurmCluster.ts";

const RUNS = 200;
const product = new Product();
const whole = join(product.folder, "whole");
let plan: string;
let cluster: Cluster;

const needed = needing("a sweep on a cluster", SLURM);

beforeAll(async () => {
  if (needed.skip) return;
  await product.make("1.0.0");
  plan = writePlan(product.folder, RUNS, { until: "2016-03-28" });
  cluster = await Cluster.start(product);
  expect((await product.start(["sweep", plan, "--out", whole, "--threads", "1"]).ended).code).toBe(0);
});

afterAll(() => product.end());

const submit = (dir: string, ...more: string[]) =>
  cluster.linli(["sweep", plan, "--out", dir, "--executor", "slurm", "--json", ...more]);

/** Waits for the end of a sweep that must come to its end. */
async function complete(submitted: Running): Promise<{ made: number; done: number }> {
  const { code, out, err } = await submitted.ended;
  expect([code, err]).toEqual([0, expect.any(String)]);
  return JSON.parse(out);
}

describe.skipIf(needed.skip)(needed.name, () => {
  test("leaves the files of one in this process", async () => {
    const dir = join(product.folder, "plain");
    const submitted = submit(dir, "--runs-per-task", "30");
    expect(await complete(submitted)).toMatchObject({ made: RUNS, done: RUNS });
    console.log(submitted.err);
    report("a sweep on a cluster", compare(dir, whole));
  });
});
