import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blank, newEstate } from "../../scenarios/index.ts";
import { pairedDifference } from "../../src/analysis/paired.ts";
import { betweenScenarios, withinScenarios } from "../../src/execution/report/pairs.ts";
import { reportHtml } from "../../src/execution/report/reportHtml.ts";
import type { Point } from "../../src/execution/report/results.ts";
import { writeSweep } from "./sweep-directory.ts";

const point = (index: number, scenario: string, swap = ""): Point => ({
  ...{ index, scenario, swap, setting: [], runs: 1, failed: 0, summaries: new Map() },
});
const numbers = (pairs: readonly { point: Point; against: Point }[]) =>
  pairs.map((pair) => [pair.point.index, pair.against.index]);

describe("what is held against what", () => {
  const points = [
    ...[point(0, "a"), point(1, "a"), point(2, "a", "team from b"), point(3, "a", "team from b")],
    ...[point(4, "b"), point(5, "b"), point(6, "b", "team from a")],
  ];

  test("a point is held against the first of its own scenario", () => {
    expect(numbers(withinScenarios(points))).toEqual([
      [1, 0],
      [3, 2],
      [5, 4],
    ]);
  });

  test("a swap is held against its own scenario without it, a scenario against the first", () => {
    expect(numbers(betweenScenarios(points))).toEqual([
      [2, 0],
      [4, 0],
      [6, 4],
    ]);
  });

  test("of a single point nothing is", () => {
    expect([withinScenarios([point(0, "a")]), betweenScenarios([point(0, "a")])]).toEqual([[], []]);
  });
});

describe("the paired differences of two scenarios and a lever", () => {
  let dir = "";
  let rows: string[][] = [];
  let html = "";
  beforeAll(async () => {
    dir = writeSweep({
      scenarios: [blank, newEstate],
      axes: [{ name: "team.independence", values: [0, 1] }],
      points: [[0], [0.75]],
      ...{ replicates: 4, until: "2017-12-25", measures: ["demandsDecided", "meanTrust"] },
      plan: { axes: { "team.independence": [0, 1] } },
    });
    html = await reportHtml(dir, "en");
    const { document } = parseHTML(html);
    const section = [...document.querySelectorAll("section")].find(
      (s) => s.querySelector("h2")!.textContent === "Paired differences",
    )!;
    rows = [...section.querySelectorAll("tbody tr")].map((row) =>
      [...row.querySelectorAll("td")].map((cell) => cell.textContent!),
    );
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  const difference = (of: number, against: number) => {
    const [header, ...lines] = readFileSync(join(dir, "runs.csv"), "utf8").trim().split("\n");
    const column = header!.split(",").indexOf("final_meanTrust");
    // values are JSON with commas, but a single setting has none
    const cells = lines.map((line) => line.replace(/"\{.*\}"/, "{}").split(","));
    const values = (at: number) => cells.filter((row) => row[1] === String(at)).map((row) => Number(row[column]));
    return pairedDifference(values(against), values(of)).mean!;
  };

  test("has a row for the lever in each scenario, and one for the scenarios", () => {
    expect(rows.map(([name]) => name)).toEqual([
      "blank, team.independence 1",
      "new-estate, team.independence 1",
      "new-estate less blank",
    ]);
  });

  test("tells the lever's effect in the second scenario, not the gap to the first", () => {
    for (const [k, [of, against]] of [
      [1, 0],
      [3, 2],
      [2, 0],
    ].entries()) {
      const told = Number(rows[k]![2]!.match(/^[+−]?\d+(\.\d{3})?/)![0].replace("−", "-"));
      expect(Math.abs(told - difference(of!, against!))).toBeLessThan(0.0006);
    }
    expect(Math.abs(difference(3, 2))).toBeLessThan(Math.abs(difference(3, 0)) / 2);
  });

  test("names the first points in English and Chinese", async () => {
    expect(html).toContain("Each point less the first point (team.independence 0) of its own scenario:");
    const chinese = await reportHtml(dir, "zh");
    expect(chinese.match(/各参数点减去其所属情景的首个参数点（.* 0）：/)).not.toBeNull();
  });
});
