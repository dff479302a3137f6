import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { newEstate, oldDistrict } from "../scenarios/index.ts";
import { simulate } from "../src/observe/simulation.ts";
import { complaintsOf, type Golden, type Hashes, renewed } from "./upkeep/changelog.ts";

// What these hashes guard is that nothing changes unnoticed; they say nothing about being right. They come from this
// program: `LINLI_GOLDEN=write npx vitest run tests/golden.test.ts` renews them under a new version number, and the
// changelog names them under "Changes to results".
const file = new URL("./golden.json", import.meta.url);
const text = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
const DATES = ["2015-01-12", "2016-06-27", "2017-09-04", "2018-04-30", "2019-12-30"];
const SEED = "golden";

function hashes(): Hashes {
  const entries = [newEstate, oldDistrict].map((scenario) => {
    const simulation = simulate(scenario, { seed: SEED });
    return [scenario.name, Object.fromEntries(DATES.map((date) => [date, simulation.stepTo(date).run.hash()]))];
  });
  return Object.fromEntries(entries);
}

const kept = (): Golden => JSON.parse(readFileSync(file, "utf8"));

test("the states of both neighborhoods change only with a version that says so", () => {
  const { version } = JSON.parse(text("package.json"));
  const now = hashes();
  if (process.env.LINLI_GOLDEN === "write")
    writeFileSync(file, JSON.stringify(renewed(kept(), now, version), null, 2) + "\n");
  expect(now).toEqual(kept().hashes);
  expect(complaintsOf(kept(), now, version, text("CHANGELOG.md"))).toEqual([]);
});
