import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sourceCondition } from "../../src/execution/deposit/sources.ts";
import { type Block, blocksOf, commandsIn, outputOf, withOutput } from "./blocks.ts";
import { follower, linli, root } from "./sweep-example.ts";

// The output of the script comes from the program: `LINLI_GOLDEN=write npx vitest run tests/docs` renews it.
const pages = ["docs/export.md", "docs/export.zh.md"].map((name) => ({
  name,
  text: readFileSync(join(root, name), "utf8"),
}));
const of = (k: number, language: string): Block[] => blocksOf(pages[k]!).filter((block) => block.language === language);
const folder = follower();
const work = join(root, ".cache", "export");
beforeAll(() => mkdirSync(work, { recursive: true }));
afterAll(() => {
  for (const path of [folder, work]) rmSync(path, { recursive: true, force: true });
});

test.each(["sh", "text", "ts"])("both pages show the same %s", (language) => {
  expect(of(0, language).length).toBeGreaterThan(0);
  expect(of(1, language).map(({ code }) => code)).toEqual(of(0, language).map(({ code }) => code));
});

test("the commands of the page write what it shows", () => {
  const printed = commandsIn(of(0, "sh")[0]!.code).map((command) => linli(folder, command.split(" ").slice(1)));
  const heading = of(0, "text")[0]!.code;
  const table = readFileSync(join(folder, "table.csv"), "utf8");
  expect(table.startsWith(heading)).toBe(true);
  expect(printed[2]!.startsWith(heading)).toBe(true);
  expect(table.split("\n").length).toBeGreaterThan(8);
  const gexf = readFileSync(join(folder, "quarters.gexf"), "utf8");
  for (const name of ["community", "block", "newcomer", "belonging", "organizations", "trust"])
    expect(gexf).toContain(`<attribute id="${name}"`);
}, 120_000);

test("the script prints what is shown below it", () => {
  const [block] = of(0, "ts");
  writeFileSync(join(work, "script.ts"), block!.code);
  const condition = `--conditions=${sourceCondition(pathToFileURL(`${root}/`))}`;
  const node = ["--import", import.meta.resolve("tsx"), condition, join(work, "script.ts")];
  const printed = execFileSync(process.execPath, node, { encoding: "utf8", cwd: root });
  if (process.env.LINLI_GOLDEN === "write") {
    for (const { name, text } of pages) writeFileSync(join(root, name), withOutput(text, block!, printed));
    return;
  }
  expect(printed).toBe(outputOf(blocksOf(pages[0]!), block!)!.code);
});

describe.each(pages)("$name", ({ text }) => {
  test("names only options that the program has", () => {
    const known = ["export", "network", "run", "sweep"].map((command) => linli(root, [command, "--help"])).join("\n");
    for (const [option] of text.matchAll(/--[a-z]+(?:-[a-z]+)*/g)) expect(known).toContain(option);
  });
});
