import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Host, Hosts } from "./hosts.ts";
import { Product, type Running, until } from "./product.ts";
import { NAMESPACES, needing, REDIS } from "./programs.ts";
import { RedisServer } from "./redisServer.ts";
import { compare, report, rowsWritten, writePlan } from "./sweeps.ts";

const RUNS = 500;
const PASSWORD = "s3cret pass:word/@";
const product = new Product();

afterAll(() => product.end());

const needed = needing("two hosts", NAMESPACES, REDIS);
describe.skipIf(needed.skip)(needed.name, () => {
  const whole = join(product.folder, "whole");
  let plan: string;
  let hub: readonly string[];
  let hosts: readonly [Host, Host];
  let redis: RedisServer;

  beforeAll(async () => {
    await product.make("1.0.0");
    plan = writePlan(product.folder, RUNS);
    const inline = product.start(["sweep", plan, "--out", whole, "--threads", "1"]);
    const all = new Hosts(product);
    [hub, hosts] = [all.before, [all.add(), all.add()]];
    redis = await RedisServer.start(product, { before: hub, host: "0.0.0.0", password: PASSWORD });
    expect((await inline.ended).code).toBe(0);
  });

  const url = (host: string) => `redis://:${encodeURIComponent(PASSWORD)}@${host}:${redis.port}`;
  const worker = ({ hub: host, before }: Host, ...more: string[]) =>
    product.start(["worker", "--redis", url(host), "--threads", "1", "--lost-after", "1", ...more], { before });
  const submit = (dir: string) =>
    product.start(["sweep", plan, "--out", dir, "--executor", "queue", "--redis", url("127.0.0.1"), "--json"], {
      before: hub,
    });

  test("500 runs over workers on both, one killed midway, equal those of one thread", async () => {
    const dir = join(product.folder, "killed");
    const [one, two] = [worker(hosts[0]), worker(hosts[1])];
    const submitted = submit(dir);
    await until("half of the runs are written", () => rowsWritten(dir) >= RUNS / 2);
    await one.kill();
    const atKill = rowsWritten(dir);
    const { code, out, err } = await submitted.ended;
    expect([code, err]).toEqual([0, expect.any(String)]);
    expect(JSON.parse(out)).toMatchObject({ complete: true, made: RUNS });
    await two.kill("SIGINT");
    const { code: ended, out: said } = await two.ended;
    expect(ended).toBe(0);
    const byTwo = Number(/(\d+) runs made/.exec(said)![1]);
    expect(byTwo).toBeLessThan(RUNS);
    expect(out + err + said + one.out + one.err).not.toMatch(/s3cret/);
    report("two hosts", { ...compare(dir, whole), kills: 1, "written by then": atKill, "made by the other": byTwo });
  });

  test("a link that is cut for some seconds loses nothing and doubles nothing", async () => {
    const dir = join(product.folder, "cut");
    const one = worker(hosts[0]);
    const submitted = submit(dir);
    await until("some runs are written", () => rowsWritten(dir) >= RUNS / 5);
    hosts[0].link(false);
    const two = worker(hosts[1]);
    const made = async (each: Running) => {
      await each.kill("SIGINT");
      const { code, out } = await each.ended;
      expect(code).toBe(0);
      return Number(/(\d+) runs? made/.exec(out)![1]);
    };
    const cut = sleep(4000); // the fault itself
    await until("the other goes on", () => rowsWritten(dir) >= RUNS / 2);
    const byTwo = await made(two);
    await cut;
    const atJoin = rowsWritten(dir);
    hosts[0].link(true); // the rest is for the one that was cut off
    expect((await submitted.ended).code).toBe(0);
    const byOne = await made(one);
    expect(atJoin).toBeLessThan(RUNS);
    expect(byOne).toBeGreaterThanOrEqual(RUNS - atJoin);
    const more = {
      cuts: 1,
      "written by the end of the cut": atJoin,
      "made by the one cut off": byOne,
      "by the other": byTwo,
    };
    report("a cut link", { ...compare(dir, whole), ...more });
  });
});
