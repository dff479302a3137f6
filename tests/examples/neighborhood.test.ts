import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkScenario, replicateSeed, simulate } from "linli";
import { describe, expect, test } from "vitest";
import { linli } from "../cli/terminal.ts";
import { commandsOf, examples, expectShown, freshFolder, pagesOf, printedBy, shownIn, testPages } from "./example.ts";

const file = join(examples, "neighborhood", "compound.json");
const text = readFileSync(file, "utf8");
const folder = freshFolder();

describe("the pages", () => {
  testPages("neighborhood");

  test.each(pagesOf("neighborhood"))("$name shows how runs compare with the patterns", (page) => {
    const lang = page.name.endsWith(".zh.md") ? "zh" : "en";
    const printed = printedBy(commandsOf(page)[0]!, folder, lang);
    const table = printed.split(/\n\s*\n/).find((part) => part.includes(" … "))!;
    expectShown(page, shownIn(page), `${table.split("\n").slice(1, 6).join("\n")}\n`);
  });

  test("with the agenda of the template the council meets often enough", async () => {
    const [, , ...args] = commandsOf(pagesOf("neighborhood")[0]!)[1]!.replace("examples/", `${examples}/`).split(" ");
    const { out } = await linli(...args, "--json");
    const councils = JSON.parse(out).patterns.find((p: { name: string }) => p.name === "councils");
    expect(councils.median).toBeGreaterThanOrEqual(councils.low);
    expect(councils.median).toBeLessThanOrEqual(councils.high);
  });
});

describe("the file", () => {
  test("is the same scenario in a script", async () => {
    const { out } = await linli("run", file, "--seed", "7", "--json");
    const run = simulate(checkScenario(JSON.parse(text)), { seed: replicateSeed(7, 0) }).finish();
    expect(JSON.parse(out).replicates[0].hash).toBe(run.hash);
  });

  test("says where a value comes from only of fields that there are, and reads its patterns within the run", () => {
    const { sources, patterns, reading, until } = checkScenario(JSON.parse(text));
    expect(Object.keys(sources).length).toBeGreaterThan(10);
    expect(patterns.length).toBe(2);
    expect(reading < until).toBe(true);
  });

  test.each([
    ["housholds", text.replace('"households"', '"housholds"'), /did you mean "households"/],
    ["comma", text.replace('"households": 320,', '"households": 320'), /row \d+, column \d+: expected JSON/],
    ["range", text.replace('"newcomers": 0.15', '"newcomers": 15'), /newcomers must lie in \[0, 1\].*got 15/],
  ])("with a wrong %s is answered in one line", async (name, wrong, answer) => {
    const path = join(folder, `${name}.json`);
    writeFileSync(path, wrong);
    const { code, out, err } = await linli("run", path, "--lang", "en");
    expect({ code, out, lines: err.trim().split("\n").length }).toEqual({ code: 2, out: "", lines: 1 });
    expect(err).toMatch(answer);
  });
});
