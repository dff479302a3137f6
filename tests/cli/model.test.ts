import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { blank } from "../../scenarios/index.ts";
import { findModel } from "../../src/execution/models.ts";
import { replicateSeed } from "../../src/kernel/random.ts";
import { simulate } from "../../src/observe/simulation.ts";
import { linli } from "./terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-"));
afterAll(() => rmSync(folder, { recursive: true }));

const RULES = fileURLToPath(new URL("../../docs/plans/fatigue.ts", import.meta.url));
const UNTIL = "2016-12-26";
const short = ["--until", UNTIL, "--seed", "7"];
const json = async (...argv: string[]) => JSON.parse((await linli(...argv, ...short, "--json")).out);

describe("--model", () => {
  test("runs the rules of a file, whose parameters can be set", async () => {
    const { model } = await findModel(RULES);
    const options = { seed: replicateSeed("7", 0), until: UNTIL };
    const hashOf = (more: object) => simulate(blank, { ...options, ...more }).finish().hash;
    const hashes = [
      hashOf({}),
      hashOf({ model }),
      hashOf({ model, values: { "fatigue.load": 0.1 } }),
      hashOf({ model, changes: [{ date: "2016-09-05", values: { "fatigue.load": 0.1 } }] }),
    ];
    expect(new Set(hashes).size).toBe(4);
    const own = ["run", "blank", "--model", RULES];
    const runs = [
      await json("run", "blank"),
      await json(...own),
      await json(...own, "--set", "fatigue.load=0.1"),
      await json(...own, "--set", "fatigue.load@2016-09-05=0.1"),
    ];
    expect(runs.map((run) => run.replicates[0].hash)).toEqual(hashes);
    expect(runs.map((run) => run.model)).toEqual([null, "fatigue.ts", "fatigue.ts", "fatigue.ts"]);
  });

  test("is shown, and gives the runs ids of their own", async () => {
    const idsOf = async (name: string, ...argv: string[]) => {
      const dir = join(folder, name);
      const { out } = await linli("run", "blank", ...short, "--lang", "en", "--out", dir, ...argv);
      expect(out.includes("\nRules: fatigue.ts\n")).toBe(argv.length > 0);
      return readFileSync(join(dir, "runs.csv"), "utf8").split("\n")[1]!.split(",")[0];
    };
    expect(await idsOf("standard")).not.toBe(await idsOf("own", "--model", RULES));
    const [plan] = JSON.parse(readFileSync(join(folder, "own", "manifest.json"), "utf8")).plans;
    expect(plan.userModel).toEqual((await findModel(RULES)).ref);
  });

  test("sets the model with a rule beside the model without it", async () => {
    const settings = ["--replicates", "2", "--set-b", "fatigue.load=0.1"];
    const compared = await json("compare", "blank", "blank", "--model-b", RULES, ...settings);
    expect(compared.models).toEqual({ a: null, b: "fatigue.ts" });
    const [without, with_] = [
      await json("run", "blank", "--replicates", "2"),
      await json("run", "blank", "--replicates", "2", "--model", RULES, "--set", "fatigue.load=0.1"),
    ];
    const means = (run: typeof without) =>
      (run.replicates[0].final.meanBelonging + run.replicates[1].final.meanBelonging) / 2;
    const { a, b } = compared.measures.find(
      ({ name, at }: { name: string; at: string }) => name === "meanBelonging" && at === "final",
    );
    expect([a.median, b.median].map((x: number) => x.toFixed(9))).toEqual(
      [means(without), means(with_)].map((x) => x.toFixed(9)),
    );
    const { out } = await linli("compare", "blank", "blank", "--model-b", RULES, ...settings, ...short);
    expect(out).toContain("blank; fatigue.ts; fatigue.load=0.1");
  });

  test("holds for the life of an item, too", async () => {
    const lifeOf = async (...argv: string[]) =>
      (await linli("why", "new-estate", "organization:2", "--seed", "7", ...argv)).out;
    expect(await lifeOf("--model", RULES, "--set", "fatigue.load=0.2")).not.toBe(await lifeOf());
  });

  test("goes with --checkpoint, and another model does not go on with it", async () => {
    const dir = join(folder, "held");
    const argv = ["run", "blank", ...short, "--checkpoint", dir];
    const { code, out } = await linli(...argv, "--model", RULES, "--json");
    expect(code).toBe(0);
    const run = await json("run", "blank", "--model", RULES);
    expect(JSON.parse(out).hash ?? JSON.parse(out).replicates?.[0].hash).toBe(run.replicates[0].hash);
    expect(await linli(...argv, "--lang", "en")).toMatchObject({
      code: 2,
      err: expect.stringContaining("holds another run"),
    });
  });

  test.each([
    ["there is none", "nowhere.ts", undefined, /expected a file; there is none/],
    ["no model is exported", "none.mjs", "export const model = 3;\n", /expected a module whose default or model/],
    ["it cannot be loaded", "torn.mjs", "export const model = {;\n", /expected a module that can be loaded/],
    ["it is no module", "rules.txt", "", /expected a model in a .json, .js, .mjs or .ts file/],
  ])("is refused in one line, in both languages, where %s", async (_, name, text, message) => {
    const path = join(folder, name);
    if (text !== undefined) writeFileSync(path, text);
    for (const lang of ["en", "zh"]) {
      const { code, out, err } = await linli("run", "blank", "--model", path, "--lang", lang);
      expect([code, out, err.trim().split("\n").length]).toEqual([2, "", 1]);
      expect(err).toMatch(lang === "en" ? message : /^错误：.*(应为|找不到)/);
    }
  });

  test("makes names of its parameters known to errors", async () => {
    const { code, err } = await linli("run", "blank", "--model", RULES, "--set", "fatigue.lode=1", "--lang", "en");
    expect([code, err]).toEqual([2, expect.stringContaining('did you mean "fatigue.load"')]);
  });
});
