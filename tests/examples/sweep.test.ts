import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pairedDifference } from "linli/analysis";
import { loadPlan } from "linli/experiments";
import { beforeAll, describe, expect, test } from "vitest";
import { commandsOf, examples, expectShown, freshFolder, pagesOf, printedBy, shownIn, testPages } from "./example.ts";

const folder = freshFolder();
const [english, chinese] = pagesOf("sweep");
const [sweep, report] = commandsOf(english!);
const html = () => readFileSync(join(folder, "events-results", "report.html"), "utf8");

/** The table of points in what a sweep prints. */
const points = (printed: string) =>
  `${printed
    .split(/\n\s*\n/)
    .find((part) => part.includes("──"))!
    .trim()}\n`;

let printed = "";
beforeAll(() => {
  printed = printedBy(sweep!, folder);
}, 120_000);

describe("the pages", () => {
  testPages("sweep");

  test("show the table of the points", () => {
    expectShown(english!, shownIn(english!), points(printed));
    expectShown(chinese!, shownIn(chinese!), points(printedBy(sweep!, folder, "zh")));
  });
});

test("the plan is 32 runs of the compound", async () => {
  expect((await loadPlan(join(examples, "sweep", "plan.yaml"))).count).toBe(32);
});

test("the same command makes no run twice", () => {
  expect(printedBy(sweep!, folder)).toContain("All 32 runs were made before; nothing was run.");
  expect(
    readFileSync(join(folder, "events-results", "runs.csv"), "utf8")
      .trim()
      .split("\n").length,
  ).toBe(33);
});

test.each([
  ["en", "Outcomes", "Paired differences", "Course"],
  ["zh", "结果", "配对差异", "过程"],
])("the report in %s has figures, under the titles that the page names", (lang, ...titles) => {
  printedBy(`${report} --lang ${lang}`, folder);
  expect(existsSync(join(folder, "events-results", "report.html"))).toBe(true);
  const found = [...html().matchAll(/<h2[^>]*>([^<]*)/g)].map(([, title]) => title);
  expect(found).toEqual(expect.arrayContaining(titles));
  expect(html().match(/<svg/g)!.length).toBeGreaterThan(4);
});

test("every figure is a file as well, among them those that the pages name", () => {
  printedBy(report!, folder);
  const files = readdirSync(join(folder, "events-figures"));
  expect(files).toHaveLength(html().match(/<svg/g)!.length);
  for (const { text } of [english!, chinese!]) {
    const named = [...text.matchAll(/`events-figures\/([\w.-]+)`/g)].map(([, file]) => file);
    expect(named.length).toBeGreaterThan(0);
    expect(files).toEqual(expect.arrayContaining(named));
  }
});

test("four events a month resolve more demands and bring more residents in, by the pairs that the pages quote", () => {
  const [header, ...rows] = readFileSync(join(folder, "events-results", "runs.csv"), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const valuesOf = (point: number, measure: string) =>
    rows
      .filter((cells) => cells[header!.indexOf("point")] === `${point}`)
      .map((cells) => Number(cells[header!.indexOf(`final_${measure}`)]));
  const difference = (measure: string) => {
    const { mean, low, high } = pairedDifference(valuesOf(0, measure), valuesOf(3, measure));
    return [mean!, low!, high!];
  };
  expect(difference("demandsResolved").map((x) => x.toFixed(1))).toEqual(["3.0", "0.5", "5.5"]);
  for (const { text } of [english!, chinese!]) expect(text).toMatch(/\b3\.0\D+0\.5 (to|至) 5\.5/);
  expect(difference("participation")[0]!.toFixed(2)).toBe("0.05");
  expect(difference("participation")[1]).toBeGreaterThan(0);
});
