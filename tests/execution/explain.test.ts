import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, test } from "vitest";
import { blank } from "../../scenarios/blank.ts";
import { writePage } from "../../src/execution/explain/page.ts";
import { explain } from "../../src/execution/explain/run.ts";
import type { ExplainResult } from "../../src/experiments/explainResult.ts";
import { InputError } from "../../src/kernel/check.ts";
import { replicateSeed } from "../../src/kernel/random.ts";
import { simulate } from "../../src/observe/simulation.ts";
import { tableOf } from "./tiny.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-explain-"));
const { context } = blank;
const small = { ...context, start: { ...context.start, households: 14, blocks: 2 } };
/** Two scenarios that differ in three blocks. */
const one = { name: "one", until: "2015-06-29", reading: "2015-03-30", context: small };
const two = {
  ...{ name: "two", until: "2015-12-28", reading: "2015-03-30" },
  context: {
    ...small,
    start: { ...small.start, acquaintances: 9 },
    team: { ...small.team, eventsMonthly: 6 },
    procedure: { ...small.procedure, rounds: 1 },
  },
};
const [a, b] = [one, two].map((scenario) => {
  const path = join(folder, `${scenario.name}.json`);
  writeFileSync(path, JSON.stringify(scenario));
  return path;
}) as [string, string];

let made = 0;
const fresh = () => join(folder, `results-${++made}`);
const options = { replicates: 4, seed: 5, threads: 1, outcomes: ["meanTrust", "resolvedShare", "meanDegree"] };

describe("an explained gap", () => {
  const dir = fresh();
  let result: ExplainResult;
  beforeAll(async () => {
    result = (await explain(a, b, { ...options, dir })).result!;
  });

  test("has means that are those of the two scenarios run by themselves on the same seeds", () => {
    const trust = result.outcomes[0]!;
    for (const [scenario, c] of [
      [one, 0],
      [two, 7],
    ] as const) {
      const values = [0, 1, 2, 3].map((r) => {
        const run = simulate(
          { ...blank, ...scenario },
          { seed: replicateSeed(5, r), until: one.until, measures: ["meanTrust"] },
        );
        return run.finish().measures.meanTrust as number;
      });
      expect(trust.cells[c]!.mean).toBeCloseTo(values.reduce((sum, v) => sum + v, 0) / 4, 12);
    }
    expect(result).toMatchObject({ until: "2015-06-29", date: "2015-06-29", blocks: ["start", "team", "procedure"] });
  });

  test("is shared out to the last bit, most of it to who knows whom at the start", () => {
    const { shares, gap } = result.outcomes[0]!.found!;
    expect(shares.reduce((sum, s) => sum + s.share.value, 0)).toBeCloseTo(gap.value, 14);
    expect(gap.low).toBeGreaterThan(0);
    expect(shares[0]!.percent!.low).toBeGreaterThan(50);
  });

  test("counts runs in which nothing is brought as 0", () => {
    for (const cell of result.outcomes[1]!.cells) expect(cell).toEqual({ n: 4, ofNothing: 4, missing: 0, mean: 0 });
  });

  test("lies beside its runs as JSON and as tidy tables", () => {
    expect(JSON.parse(readFileSync(join(dir, "explain.json"), "utf8"))).toEqual(result);
    const shares = tableOf(join(dir, "shares.csv"));
    const { found } = result.outcomes[0]!;
    const row = shares.find((r) => r.outcome === "meanTrust" && r.kind === "last" && r.blocks === "team")!;
    expect(Number(row.value)).toBe(found!.shares[1]!.last!.value);
    expect(shares.filter((r) => r.outcome === "meanTrust").map((r) => r.kind)).toEqual([
      ...[
        "from",
        "to",
        "gap",
        ...new Array(3).fill("share"),
        ...new Array(3).fill("first"),
        ...new Array(3).fill("last"),
      ],
      ...["pair", "pair", "pair", "higher"],
    ]);
    const cells = tableOf(join(dir, "cells.csv"));
    expect(cells).toHaveLength(24);
    expect(cells[5]).toMatchObject({
      outcome: "meanTrust",
      cell: "5",
      blocks: "start+procedure",
      feasible: "1",
      n: "4",
    });
  });

  test("is the same on two threads, and after an interruption", async () => {
    const threads = await explain(a, b, { ...options, dir: fresh(), threads: 2 });
    expect(threads.result).toEqual(result);
    const controller = new AbortController();
    const stopped = { ...options, dir: fresh(), signal: controller.signal };
    const first = await explain(a, b, { ...stopped, onProgress: ({ done }) => done >= 9 && controller.abort() });
    expect([first.result, first.sweep.complete, existsSync(join(stopped.dir, "explain.json"))]).toEqual([
      null,
      false,
      false,
    ]);
    const second = await explain(a, b, { ...options, dir: stopped.dir });
    expect(second.sweep.made).toBeLessThan(32 - 8);
    expect(second.result).toEqual(result);
  });

  test("is read at the reading date too, from the same runs", async () => {
    const { sweep, result: early } = await explain(a, b, { ...options, dir, at: "reading" });
    expect([sweep.made, early!.at, early!.date]).toEqual([0, "reading", "2015-03-30"]);
    expect(early!.outcomes[0]!.cells[0]!.mean).not.toBe(result.outcomes[0]!.cells[0]!.mean);
  });

  test.each(["en", "zh"] as const)("is a page and a picture in %s that ask nothing of the network", async (lang) => {
    const { page, figure } = await writePage(dir, result, lang);
    const [html, svg] = [page, figure].map((file) => readFileSync(file, "utf8")) as [string, string];
    for (const text of [html, svg]) {
      expect(text).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|NaN|undefined/i);
      expect(text.replaceAll("http://www.w3.org/", "")).not.toMatch(/https?:/);
    }
    const { document } = parseHTML(html);
    expect(document.documentElement.lang).toBe(lang);
    expect(document.querySelectorAll("figure svg")).toHaveLength(3);
    const labels = [...document.querySelector("figure svg")!.querySelectorAll("text")].map((t) => t.textContent);
    const names = lang === "en" ? ["start", "team", "procedure"] : ["初始条件", "营造团队", "议事程序"];
    for (const name of names) expect(labels).toContain(name);
    expect(html).toContain(lang === "en" ? "in 32 of 32 runs nothing was brought" : "32 次运行中有 32 次没有诉求提交");
    const bars = document
      .querySelector("figure svg")!
      .querySelectorAll('g[aria-label="bar"] rect, g[aria-label="bar"] path');
    expect(bars).toHaveLength(2); // the share of the procedure is 0
  });

  test("draws no bar for a share that is 0, and one tick where all are", async () => {
    const { figure } = await writePage(dir, result, "en");
    const { document } = parseHTML(`<body>${readFileSync(figure, "utf8")}</body>`);
    const [trust, nothing] = [...document.querySelectorAll("svg svg")];
    expect(result.outcomes[0]!.found!.shares.map((s) => s.share.value !== 0)).toEqual([true, true, false]);
    expect(trust!.querySelectorAll('g[aria-label="bar"] *')).toHaveLength(2);
    expect(result.outcomes[1]!.found!.gap.value).toBe(0);
    expect(nothing!.querySelectorAll('g[aria-label="bar"] *')).toHaveLength(0);
    const ticks = [...nothing!.querySelectorAll('g[aria-label="x-axis tick label"] text')];
    expect(ticks.map((tick) => tick.textContent)).toEqual(["0"]);
  });
});

describe("what cannot be explained is refused before anything is written", () => {
  const cases: [string, object, RegExp][] = [
    ["one replicate", { replicates: 1 }, /replicates must be a whole number of at least 2; got 1/],
    ["a date for an outcome", { outcomes: ["suspensionDate"] }, /suspensionDate: expected a measure that has a mean/],
    ["no outcome", { outcomes: [] }, /expected at least one outcome/],
    ["an unknown one", { outcomes: ["trust"] }, /unknown measure "trust"/],
    ["a reading after the end", { at: "reading", until: "2015-02-02" }, /reading date \(2015-03-30\); got 2015-02-02/],
  ];
  test.each(cases)("%s", async (_, more, message) => {
    const dir = fresh();
    const refused = await explain(a, b, { ...options, dir, ...more }).catch((error) => error);
    expect(refused).toBeInstanceOf(InputError);
    expect(refused.message).toMatch(message);
    expect(existsSync(dir)).toBe(false);
  });

  test("and, once run, an outcome that no run has a value of", async () => {
    const dir = fresh();
    const refused = explain(a, b, { ...options, dir, outcomes: ["executedShare"], replicates: 2 });
    await expect(refused).rejects.toThrow(
      /an outcome that is defined in every cell; got none \(executedShare undefined: with no block/,
    );
    expect(existsSync(join(dir, "shares.csv"))).toBe(false);
  });
});
