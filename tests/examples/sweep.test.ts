import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
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
  expect(printedBy(sweep!, folder)).toContain("All 32 runs were made before");
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

test("more events make more organizations and trust, as the pages say", () => {
  const rows = readFileSync(join(folder, "events-results", "summary.csv"), "utf8")
    .trim()
    .split("\n");
  const header = rows[0]!.split(",");
  const mean = (measure: string, point: number) => {
    const row = rows
      .map((line) => line.split(","))
      .find((cells) => {
        const at = (name: string) => cells[header.indexOf(name)];
        return at("measure") === measure && at("at") === "final" && at("point") === `${point}`;
      });
    return Number(row![header.indexOf("mean")]);
  };
  for (const measure of ["organizations", "tieTrust"]) expect(mean(measure, 3)).toBeGreaterThan(mean(measure, 0));
});
