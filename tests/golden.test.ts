import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { newEstate, oldDistrict } from "../scenarios/index.ts";
import { simulate } from "../src/observe/simulation.ts";

// What these hashes guard is that nothing changes unnoticed; they say nothing about being right. They come from this
// program: `LINLI_GOLDEN=write npx vitest run tests/golden.test.ts` renews them, together with a new version number.
const file = new URL("./golden.json", import.meta.url);
const DATES = ["2015-01-12", "2016-06-27", "2017-09-04", "2018-04-30", "2019-12-30"];
const SEED = "golden";

interface Golden {
  readonly version: string;
  readonly hashes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

function hashes(): Golden["hashes"] {
  const entries = [newEstate, oldDistrict].map((scenario) => {
    const simulation = simulate(scenario, { seed: SEED });
    return [scenario.name, Object.fromEntries(DATES.map((date) => [date, simulation.stepTo(date).run.hash()]))];
  });
  return Object.fromEntries(entries);
}

test("the states of both neighborhoods change only with a version that says so", () => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const now: Golden = { version, hashes: hashes() };
  if (process.env.LINLI_GOLDEN === "write") writeFileSync(file, JSON.stringify(now, null, 2) + "\n");
  const golden: Golden = JSON.parse(readFileSync(file, "utf8"));
  expect(now.hashes).toEqual(golden.hashes);
  expect(golden.version).toBe(version);
});
