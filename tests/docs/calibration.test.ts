import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { calibration } from "../../scenarios/calibration.ts";
import { posterior } from "../../scenarios/posterior.ts";
import { shippedCalibration } from "../../src/execution/calibration/shipped.ts";
import { CALIBRATION_KEYS } from "../../src/experiments/calibration/plan.ts";
import { linli } from "../cli/terminal.ts";
import { blocksOf, commandsIn } from "./blocks.ts";
import { root } from "./sweep-example.ts";

const pages = ["calibration.md", "calibration.zh.md"].map((name) => ({
  name,
  text: readFileSync(join(root, "docs", name), "utf8"),
}));
const folder = mkdtempSync(join(tmpdir(), "linli-docs-calibration-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const plan = join(root, "docs", "calibration.yaml");

describe.each(pages)("$name", (page) => {
  const blocks = blocksOf(page);

  test("shows the plan that lies beside it, and describes every key of a plan", () => {
    expect(blocks.find((b) => b.language === "yaml")!.code).toBe(readFileSync(plan, "utf8"));
    const described = [...page.text.matchAll(/^\| (`.+?) \|/gm)].flatMap(([, cell]) => cell!.match(/`(\w+)`/g)!);
    expect(described.map((name) => name.slice(1, -1)).sort()).toEqual(
      CALIBRATION_KEYS.filter((k) => k !== "$schema").sort(),
    );
    expect(new Set(Object.keys(parse(readFileSync(plan, "utf8"))))).toEqual(new Set(CALIBRATION_KEYS.slice(0, -1)));
  });

  test("has commands that the command line knows", () => {
    for (const command of blocks.filter((b) => b.language === "sh").flatMap((b) => commandsIn(b.code)))
      expect(command).toMatch(/^linli calibrate( [\w./-]+)*( --\w+)*$/);
  });

  test("says of the shipped posterior what it holds", async () => {
    const { dimensions, heldOut, generations, draws } = await shippedCalibration();
    const worth = dimensions.filter(({ integer }) => !integer).map(({ learnt }) => Math.round(learnt.effective));
    const last = generations.at(-1)!;
    const names = dimensions.filter(({ learnt }) => learnt.identified).map(({ name }) => name);
    const one = (...words: (number | string)[]) => new RegExp(words.join("[^\\d]+?"));
    expect(heldOut.flat().length).toBe(8);
    expect(page.text).toMatch(/eight patterns held out|八个模式留出/);
    expect([dimensions.length, Object.keys(calibration.priors).length]).toEqual([61, 30]);
    expect(page.text).toMatch(
      one(
        last.priorShare.toFixed(3),
        `ε ${last.epsilon}`,
        draws.length,
        last.distinct,
        Math.min(...worth),
        Math.max(...worth),
      ),
    );
    expect(names.length).toBe(3);
    for (const name of names) expect(page.text).toContain(`\`${name}\``);
    expect(posterior.generations).toEqual(generations);
  });
});

test("the plan runs, a shorter form of it here", async () => {
  const short = ["--draws", "8", "--particles", "4", "--generations", "1", "--threads", "1"];
  const { code, out } = await linli("calibrate", plan, ...short, "--out", join(folder, "posterior"));
  expect(code).toBe(0);
  expect(out).toMatch(/4 draws of the posterior/);
});
