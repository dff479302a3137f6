import { existsSync } from "node:fs";
import { join } from "node:path";
import { simulate } from "linli";
import { mean } from "linli/analysis";
import { type CalibrationResult, readPosterior } from "linli/experiments";
import { beforeAll, describe, expect, test } from "vitest";
import survey, { TRUTH } from "../../examples/calibration/survey.ts";
import { commandsOf, expectShown, freshFolder, pagesOf, printedBy, shownIn, testPages } from "./example.ts";

const folder = freshFolder();
const dir = join(folder, "street-posterior");
const [english, chinese] = pagesOf("calibration");
const command = commandsOf(english!)[0]!;
/** All that is printed, but for the line that tells where the report is. */
const tables = (printed: string) => `${printed.split("\n").slice(0, -2).join("\n").trimEnd()}\n`;

let printed = "";
let found: CalibrationResult;
beforeAll(() => {
  printed = printedBy(command, folder);
  found = readPosterior(dir);
}, 180_000);

describe("the pages", () => {
  testPages("calibration");

  test("show what the command prints, which runs nothing when it is given again", () => {
    expectShown(english!, shownIn(english!), tables(printed));
    expectShown(chinese!, shownIn(chinese!), tables(printedBy(command, folder, "zh")));
  });
});

describe("the survey", () => {
  test("is what the model shows at the values that stand beside it", () => {
    const runs = Array.from({ length: 20 }, (_, seed) => simulate(survey, { seed, values: TRUTH }).finish().measures);
    for (const { measure, low, high } of survey.patterns) {
      const shown = mean(runs.map((run) => Number(run[measure as keyof typeof run])))!;
      expect([shown >= Number(low), shown <= Number(high)], `${measure} ${shown}`).toEqual([true, true]);
    }
  });
});

describe("the calibration", () => {
  const at = (name: string) => found.dimensions.find((d) => d.name === name)!;

  test("finds the values with which the survey was made", () => {
    for (const [name, value] of Object.entries(TRUTH)) {
      expect(at(name).learnt.identified, name).toBe(true);
      expect([at(name).low < value, value < at(name).high], name).toEqual([true, true]);
    }
  });

  test("does not claim to know what the survey does not ask", () => {
    expect(at("exchange.image").learnt.identified).toBe(false);
  });

  test("meets the patterns held out in most runs", () => {
    const held = found.check[0]!.filter(({ heldOut }) => heldOut);
    expect(held.map(({ name }) => name).sort()).toEqual(["generalTrust", "transitivity"]);
    for (const { name, insideShare } of held) expect(insideShare, name).toBeGreaterThan(0.6);
  });

  test("leaves the report and a row a draw", () => {
    for (const name of ["calibration.html", "posterior.csv"]) expect(existsSync(join(dir, name))).toBe(true);
    expect(found.draws.length).toBe(32);
  });
});
