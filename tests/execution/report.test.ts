import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blank, newEstate } from "../../scenarios/index.ts";
import { variantMeans } from "../../src/analysis/sensitivity/sweepIndices.ts";
import { sweepDesign } from "../../src/execution/report/design.ts";
import { levelsOf, orderedCells } from "../../src/execution/report/levels.ts";
import { reportHtml } from "../../src/execution/report/reportHtml.ts";
import { openRuns, readResults } from "../../src/execution/report/results.ts";
import { morris } from "../../src/experiments/designs/morris.ts";
import { saltelli } from "../../src/experiments/designs/saltelli.ts";
import { writeSweep } from "./sweep-directory.ts";

const independence = { name: "team.independence", low: 0, high: 1 };
const breach = { name: "trust.breachWeight", low: 1, high: 6 };
const committee = { name: "support.ownersCommittee", values: [true, false] };
const measures = ["organizations", "meanTrust", "suspensionDate"] as const;
const small = { replicates: 3, until: "2015-12-28", measures };

const dirs: string[] = [];
const sweep = (of: Parameters<typeof writeSweep>[0]) => {
  const dir = writeSweep(of);
  dirs.push(dir);
  return dir;
};
afterAll(() => {
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
});

const pageOf = (html: string) => parseHTML(html).document;
const textsOf = (root: { querySelectorAll(s: string): Iterable<{ textContent: string | null }> }, selector: string) =>
  [...root.querySelectorAll(selector)].map((e) => e.textContent ?? "");

describe("the report of a grid over two axes and two scenarios", () => {
  let dir = "";
  let html = "";
  beforeAll(async () => {
    dir = sweep({
      ...small,
      scenarios: [blank, newEstate],
      axes: [breach, committee],
      points: [0, 1].flatMap((a) => [0, 1].map((b) => [a, b])),
      plan: { name: "Trust <and> votes", axes: { [breach.name]: [1, 6], [committee.name]: [true, false] } },
      failing: (point, replicate) => (point === 1 && replicate === 2 ? "a tie's trust & more left [0, 1]" : undefined),
    });
    html = await reportHtml(dir, "en");
  });

  test("is one file that asks nothing of the network and runs nothing", () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(/i);
    const addresses = [...html.matchAll(/https?:\/\/[^"'\s<]+/g)].map((m) => m[0]);
    expect(addresses.filter((a) => !a.startsWith("http://www.w3.org/"))).toEqual([]);
  });

  test("has its sections, and the plan's name as it was written", () => {
    const page = pageOf(html);
    expect(page.title).toBe("Trust <and> votes");
    expect(textsOf(page, "h1")).toEqual(["Trust <and> votes"]);
    expect(textsOf(page, "h2")).toEqual([
      ...["Axes", "Outcomes", "Course", "Events", "Points", "Paired differences", "Failed runs", "All measures"],
      "How it was made",
    ]);
  });

  test("writes the mean of each pair of values into its cell", async () => {
    const { header, rows } = await openRuns(dir);
    const [own] = await variantMeans(header, rows, "organizations", "final");
    const map = pageOf(html).querySelector('svg[aria-label^="organizations: weight of a breach"]')!;
    const texts = [...map.querySelectorAll('g[aria-label="text"] text')];
    expect(texts).toHaveLength(4);
    for (const [k, mean] of own!.means.entries())
      expect(Math.abs(Number(texts[k]!.textContent) - mean!)).toBeLessThan(0.005);
    // points 0 and 1 share a column, of which later values stand higher; 0 and 2 share a row
    const [first, second, third] = texts.map((t) =>
      t
        .getAttribute("transform")!
        .match(/[\d.]+/g)!
        .map(Number),
    );
    expect(second![0]).toBe(first![0]);
    expect(second![1]).toBeLessThan(first![1]! - 20);
    expect(third![0]).toBeGreaterThan(first![0]! + 20);
    expect(third![1]).toBe(first![1]);
  });

  test("lists every point with its runs, and the failed one with its seed and reason", () => {
    const tables = [...pageOf(html).querySelectorAll("section")];
    const section = (title: string) => tables.find((s) => s.querySelector("h2")!.textContent === title)!;
    const points = [...section("Points").querySelectorAll("tbody tr")].map((row) => textsOf(row, "td"));
    expect(points.map((cells) => cells.slice(0, 5))).toEqual([
      ["0", "blank", "1", "true", "3"],
      ["1", "blank", "1", "false", "2/3"],
      ["2", "blank", "6", "true", "3"],
      ["3", "blank", "6", "false", "3"],
      ["4", "new-estate", "1", "true", "3"],
      ["5", "new-estate", "1", "false", "3"],
      ["6", "new-estate", "6", "true", "3"],
      ["7", "new-estate", "6", "false", "3"],
    ]);
    const [failed] = [...section("Failed runs").querySelectorAll("tbody tr")].map((row) => textsOf(row, "td"));
    expect(failed![1]).toBe("2");
    expect(failed![2]).toMatch(/^[0-9a-f]{16}$/);
    expect(failed![3]).toBe("a tie's trust & more left [0, 1]");
  });

  test("draws every series that was recorded and has values", () => {
    const series = readFileSync(join(dir, "series.csv"), "utf8")
      .trim()
      .split("\n")
      .map((row) => row.split(","));
    const [header, ...rows] = series;
    const withValues = header!.slice(3).filter((_, k) => rows.some((row) => row[k + 3] !== ""));
    const figures = pageOf(html).querySelectorAll('svg[aria-label$="median and band over time"]');
    // one a scenario: eight lines, a point each, are too many for one figure
    expect(figures).toHaveLength(withValues.length * 2);
    for (const figure of figures) expect(figure.querySelectorAll('g[aria-label="line"] path')).toHaveLength(4);
  });

  test("counts the events of a kind a run", () => {
    const events = readFileSync(join(dir, "events.csv"), "utf8").trim().split("\n").slice(1);
    // the runs of the blank scenario, points 0 to 3, of which one failed
    const arisen = events.filter((row) => /^0*[0-3]-/.test(row) && row.split(",")[3] === "arisen").length / 11;
    const strips = pageOf(html).querySelector('svg[aria-label="Events of all runs by kind over time"]')!;
    const labels = textsOf(strips, 'g[aria-label="y-axis tick label"] text');
    const totals = textsOf(strips, 'g[aria-label="text"] text');
    expect(labels).toHaveLength(totals.length);
    const total = Number(totals[labels.indexOf("issues arisen")]);
    expect(Math.abs(total - arisen)).toBeLessThan(0.06); // as many digits as are shown
  });

  test("holds no NaN or undefined, and no figure without its description", () => {
    expect(html).not.toMatch(/NaN|undefined|\[object/);
    const figures = [...pageOf(html).querySelectorAll("svg")];
    expect(figures.filter((svg) => !svg.getAttribute("aria-label"))).toEqual([]);
  });

  test("in Chinese has the same figures and rows, and Chinese headings", async () => {
    const chinese = pageOf(await reportHtml(dir, "zh"));
    const english = pageOf(html);
    expect(chinese.documentElement.getAttribute("lang")).toBe("zh");
    for (const selector of ["svg", "tr", "section"])
      expect(chinese.querySelectorAll(selector)).toHaveLength(english.querySelectorAll(selector).length);
    const words = [...textsOf(chinese, "h2"), ...textsOf(chinese, "p"), ...textsOf(chinese, "summary")];
    expect(words.filter((text) => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
  });

  test("shows the measures that are asked for, and refuses one that was not read", async () => {
    const page = pageOf(await reportHtml(dir, "en", { measures: ["meanTrust"] }));
    const maps = [...page.querySelectorAll("svg")].map((svg) => svg.getAttribute("aria-label")!);
    expect(maps.filter((label) => label.startsWith("meanTrust: "))).toHaveLength(2);
    expect(maps.filter((label) => label.startsWith("organizations: "))).toEqual([]);
    await expect(reportHtml(dir, "en", { measures: ["ties"] })).rejects.toThrow(
      `${dir}: expected a measure that the sweep read; got "ties"`,
    );
  });
});

describe("a directory that no report is made of", () => {
  const copied = (change: (dir: string) => void) => {
    const dir = mkdtempSync(join(tmpdir(), "linli-report-"));
    dirs.push(dir);
    cpSync(dirs[0]!, dir, { recursive: true });
    change(dir);
    return reportHtml(dir, "en");
  };

  test("has no manifest, or one of another format", async () => {
    await expect(copied((dir) => rmSync(join(dir, "manifest.json")))).rejects.toThrow("expected the manifest.json");
    await expect(copied((dir) => writeFileSync(join(dir, "manifest.json"), '{"format":"x"}'))).rejects.toThrow(
      'expected format "linli-sweep-1"; got "x"',
    );
  });

  test("has no runs, or none that finished", async () => {
    await expect(copied((dir) => rmSync(join(dir, "runs.csv")))).rejects.toThrow(
      "expected runs.csv, which a finished sweep has; got none",
    );
    const header = (dir: string) => `${readFileSync(join(dir, "runs.csv"), "utf8").split("\n")[0]}\n`;
    await expect(copied((dir) => writeFileSync(join(dir, "runs.csv"), header(dir)))).rejects.toThrow(
      "expected at least one finished run; got none",
    );
  });

  test("while one without series and events has a report without those sections", async () => {
    const html = await copied((dir) => {
      rmSync(join(dir, "series.csv"));
      rmSync(join(dir, "events.csv"));
    });
    expect(textsOf(pageOf(html), "h2")).not.toContain("Course");
    expect(textsOf(pageOf(html), "h2")).not.toContain("Events");
  });
});

describe("a sweep of one axis", () => {
  test("is drawn against it, means with their intervals, and lines a point", async () => {
    const dir = sweep({
      ...small,
      scenarios: [blank],
      axes: [independence],
      points: [[0], [0.5], [1]],
      plan: { axes: { [independence.name]: [0, 0.5, 1] } },
    });
    const page = pageOf(await reportHtml(dir, "en"));
    const figure = page.querySelector('svg[aria-label="meanTrust: mean and 95 % interval by value of the axis"]')!;
    expect(figure.querySelectorAll("circle")).toHaveLength(3);
    expect(textsOf(figure, 'g[aria-label="x-axis tick label"] text')).toEqual(["0", "0.5", "1"]);
    expect(textsOf(page, "ul.legend li")).toEqual([0, 0.5, 1].map((v) => `${independence.name} ${v}`));
  });
});

describe("designs for sensitivity", () => {
  test("Morris trajectories are read back from the points: the same steps as in the cube they were made in", async () => {
    const points = morris({ trajectories: 4, dimensions: 2, seed: 3 });
    const plan = { design: { morris: 4 }, axes: { [breach.name]: {}, [committee.name]: [true, false] } };
    const dir = sweep({ ...small, replicates: 1, scenarios: [blank], axes: [breach, committee], points, plan });
    const results = await readResults(dir, plan.axes, () => true);
    const design = sweepDesign(plan.design, results, results.points);
    if (design.kind !== "morris") throw new Error("expected trajectories");
    const steps = (cube: readonly (readonly number[])[]) =>
      cube.flatMap((u, i) => (i % 3 === 0 ? [] : [u.map((x, j) => Number((x - cube[i - 1]![j]!).toFixed(9)) + 0)]));
    expect(steps(design.points)).toEqual(steps(points));
    const page = pageOf(await reportHtml(dir, "en"));
    expect(textsOf(page, "h2")).toContain("Sensitivity");
    const bars = page.querySelector('svg[aria-label="meanTrust: μ*, σ"]')!;
    expect(bars.querySelectorAll('g[aria-label="bar"] rect')).toHaveLength(4);
  });

  test("Saltelli's rows have bars of first-order and total indices; what is constant says so", async () => {
    const points = saltelli({ base: 4, dimensions: 2, seed: 3 });
    const plan = { design: { saltelli: 4 }, axes: { [breach.name]: {}, [independence.name]: {} } };
    const of = { ...small, measures: ["meanTrust", "demandsBrought"] as const, until: "2015-06-29" };
    const dir = sweep({ ...of, replicates: 1, scenarios: [blank], axes: [breach, independence], points, plan });
    const page = pageOf(await reportHtml(dir, "en"));
    expect(page.querySelectorAll('svg[aria-label="meanTrust: S1, ST"] g[aria-label="bar"] rect')).toHaveLength(4);
    expect(textsOf(page, "p.note").join(" ")).toContain(
      "Without indices: demands brought to a platform: the same at every point",
    );
  });
});

describe("what figures are made of", () => {
  test("values of an axis are ordered: numbers as such, others as the plan lists them", () => {
    expect(orderedCells({}, ["10", "9", "10", "-1"])).toEqual(["-1", "9", "10"]);
    expect(orderedCells(["strong", "weak", null], ["weak", "", "strong"])).toEqual(["strong", "weak", ""]);
    expect(orderedCells({ values: [true, false] }, ["false", "true"])).toEqual(["true", "false"]);
  });

  test("many numbers are cut into equal parts, the last of which holds the end", () => {
    const levels = levelsOf(
      Array.from({ length: 101 }, (_, k) => String(k)),
      4,
    );
    expect(levels.labels).toEqual(["0–25", "25–50", "50–75", "75–100"]);
    expect(["0", "24", "25", "100"].map(levels.of)).toEqual([0, 0, 1, 3]);
  });
});
