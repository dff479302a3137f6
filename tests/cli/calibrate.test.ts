import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { blank } from "../../scenarios/index.ts";
import { calibrate } from "../../src/execution/calibration/calibrate.ts";
import { loadCalibration } from "../../src/execution/calibration/load.ts";
import { CalibrationStopped } from "../../src/execution/calibration/runs.ts";
import type { CalibrationPlan } from "../../src/experiments/calibration/plan.ts";
import { linli } from "./terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-calibrate-"));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = { en: "trust", zh: "信任" };
const pattern = { measure: "meanTrust", at: "final", low: 0.4, high: 0.41, text, reported: text };
const street = {
  ...blank,
  name: "street",
  until: "2015-06-29",
  reading: "2015-06-29",
  context: { ...blank.context, start: { ...blank.context.start, households: 30 } },
  patterns: [
    { ...pattern, name: "trust" },
    { ...pattern, name: "more", measure: "tieTrust" },
  ],
};
writeFileSync(at("street.json"), JSON.stringify(street));

const plan: CalibrationPlan = {
  scenarios: ["street.json"],
  seed: 3,
  priors: { "generalTrust.pull": { from: 0.01, to: 0.1 }, "exchange.base": { from: -1, to: 1 } },
  context: { "street.json": { "start.generalTrust": { from: 0.3, to: 0.6 } } },
  heldOut: { "street.json": ["more"] },
  draws: 24,
  particles: 12,
  generations: 2,
  moves: 1,
  point: { candidates: 3, replicates: 2 },
};
writeFileSync(at("plan.json"), JSON.stringify(plan));
const loaded = () => loadCalibration({ value: plan, folder });

describe("a calibration", () => {
  test("stopped anywhere and gone on with ends as one that was not, and tells of what it learnt", async () => {
    const whole = await calibrate(await loaded(), { dir: at("whole"), threads: 1 });
    let [stops, result] = [0, undefined as Awaited<ReturnType<typeof calibrate>> | undefined];
    while (!result) {
      const controller = new AbortController();
      let told = 0;
      const stop = () => {
        if (++told === 9) controller.abort();
      };
      try {
        result = await calibrate(await loaded(), {
          ...{ dir: at("stopped"), threads: 1, signal: controller.signal, onProgress: stop },
        });
      } catch (error) {
        expect(error).toBeInstanceOf(CalibrationStopped);
        stops++;
      }
    }
    expect(stops).toBeGreaterThan(4);
    expect(result).toEqual(whole);
    expect(readFileSync(join(at("stopped"), "posterior.csv"), "utf8")).toBe(
      readFileSync(join(at("whole"), "posterior.csv"), "utf8"),
    );
    const trust = whole.dimensions.find(({ name }) => name === "start.generalTrust")!;
    // trust stays near where it starts in half a year, so that a band about 0.4 singles out such starts
    expect(trust.median).toBeGreaterThan(0.36);
    expect(trust.median).toBeLessThan(0.44);
    expect(whole.draws.length).toBe(12);
    expect(whole.heldOut).toEqual([["more"]]);
    expect(whole.check[0]!.map(({ heldOut }) => heldOut)).toEqual([false, true]);
    expect(whole.chosen.candidates.length).toBe(3);
  });

  test("refuses the directory of another, and leaves it as it is", async () => {
    const before = readdirSync(at("whole"));
    await expect(
      calibrate(await loadCalibration({ value: { ...plan, seed: 4 }, folder }), { dir: at("whole") }),
    ).rejects.toThrow("holds another calibration: expected the same plan; got another");
    expect(readdirSync(at("whole"))).toEqual(before);
  });
});

describe("linli calibrate", () => {
  test("goes on with a plan's directory, shows what is known, and makes its page in both languages", async () => {
    const english = await linli("calibrate", at("plan.json"), "--out", at("whole"), "--report", "--threads", "1");
    expect(english).toMatchObject({ code: 0 });
    expect(english.out).toMatch(/12 draws of the posterior within ε \d\.\d+/);
    expect(english.out).toContain("start.generalTrust");
    expect(english.out).toMatch(/more +held out/);
    const page = readFileSync(join(at("whole"), "calibration.html"), "utf8");
    expect(page.match(/<svg/g)!.length).toBe(3);
    const chinese = await linli("calibrate", at("whole"), "--lang", "zh", "--report");
    expect(chinese.out).toContain("后验抽样");
    expect(readFileSync(join(at("whole"), "calibration.html"), "utf8")).toContain('<html lang="zh">');
    const json = JSON.parse((await linli("calibrate", at("whole"), "--json")).out);
    expect(json.draws.length).toBe(12);
  });

  test.each([
    [["no.yaml"], "plan no.yaml: expected a file; there is none"],
    [[folder], "expected the posterior.json of a finished calibration; got none"],
    [[at("plan.json"), "--draws", "3", "--out", at("none")], "draws must be a whole number in [12, 1000000]"],
    [[at("plan.json"), "--threads", "0", "--out", at("none")], "--threads must be a whole number of at least 1"],
    [[at("whole"), "--seed", "1"], "--seed: expected a plan, which is run with it; got the directory of a calibration"],
    [
      [at("plan.json"), "--seed", "9", "--out", at("whole")],
      "holds another calibration: expected the same plan; got another",
    ],
  ])("answers %j by one line in either language and exit code 2, and writes nothing", async (argv, message) => {
    const before = readdirSync(folder);
    const english = await linli("calibrate", ...argv);
    expect(english).toMatchObject({ code: 2, out: "" });
    expect(english.err).toContain(message);
    const chinese = await linli("calibrate", ...argv, "--lang", "zh");
    expect(chinese.code).toBe(2);
    expect(chinese.err).toMatch(/^错误：.*[\u4e00-\u9fff]/);
    expect(chinese.err).not.toContain("expected");
    for (const { err } of [english, chinese]) expect(err.trim().split("\n").length).toBe(1);
    expect(existsSync(at("none"))).toBe(false);
    expect(readdirSync(folder)).toEqual(before);
  });
});
