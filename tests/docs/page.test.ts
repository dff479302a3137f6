import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { planOf } from "../../src/cli/options.ts";
import { sessionIn } from "../../src/cli/output.ts";
import { assembled } from "../../src/cli/values.ts";
import { placeOf, VIEWS } from "../../src/experiments/page/address.ts";
import { simulationOf } from "../../src/web/engine/setting.ts";
import { LESSONS } from "../../src/web/lessons/all.ts";
import { blocksOf, commandsIn } from "./blocks.ts";
import { linli, root } from "./sweep-example.ts";

const pages = ["docs/page.md", "docs/page.zh.md"].map((name) => ({
  name,
  text: readFileSync(`${root}/${name}`, "utf8"),
}));
const of = (page: (typeof pages)[number], language: string) =>
  blocksOf(page)
    .filter((b) => b.language === language)
    .map((b) => b.code);

test.each(["sh", "text"])("both pages show the same %s", (language) => {
  expect(of(pages[0]!, language).length).toBeGreaterThan(0);
  expect(of(pages[1]!, language)).toEqual(of(pages[0]!, language));
});

describe.each(pages)("$name", (page) => {
  const [address] = of(page, "text");
  const run = of(page, "sh")
    .flatMap(commandsIn)
    .find((line) => line.startsWith("linli run"))!;

  test("shows an address that the page reads, and the command that runs the same", async () => {
    const { place } = placeOf(address!.trim());
    const words = run.split(" ").slice(2);
    const valuesOf = (option: string) => words.flatMap((word, k) => (words[k - 1] === option ? [word] : []));
    const scenario = await assembled(words[0]!, { block: valuesOf("--block") });
    const quiet = { write: () => {}, warn: () => {}, colors: false, live: false, width: 80 };
    const flags = { seed: valuesOf("--seed")[0]!, set: valuesOf("--set") };
    const plan = planOf(scenario, flags, sessionIn("en", quiet));
    const { values, changes, blocks, rootSeed } = plan;
    expect({ scenario: words[0], blocks, values, changes }).toEqual(place.left);
    expect(rootSeed).toBe(place.seed);
    expect(simulationOf(place.left, place.seed).scenario).toEqual(plan.scenario);
  });

  test("names options that the program has", () => {
    const known = ["page", "run", "compare"].map((command) => linli(root, [command, "--help"])).join("\n");
    for (const [option] of page.text.matchAll(/--[a-z]+(?:-[a-z]+)*/g)) expect(known).toContain(option);
  });

  test("leads straight to the first lesson", () => {
    const opened = of(page, "sh").concat([...page.text.matchAll(/`(linli page "[^`]+)`/g)].map(([, line]) => line!));
    const address = opened.flatMap((line) => /"(lesson=.*)"/.exec(line)?.[1] ?? []);
    expect(address.map((text) => placeOf(text).place)).toMatchObject([{ lesson: LESSONS[0]!.name, view: "lessons" }]);
    expect(page.text).toContain(`#${address[0]}`);
  });

  test("tells every value of view and lesson", () => {
    for (const name of [...VIEWS, ...LESSONS.map((lesson) => lesson.name)]) expect(page.text).toContain(`\`${name}\``);
  });

  test("tells every part that an address may have", () => {
    for (const part of ["seed", "week", "lang", "left", "right", "view", "item", "lesson", "step", "version"])
      expect(page.text).toContain(`\`${part}`);
  });
});
