import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellsTable, sharesTable } from "../../src/execution/explain/tables.ts";
import type { ExplainResult } from "../../src/experiments/explainResult.ts";
import { FROM_SOURCE } from "../fromSource.ts";
import { type Block, blocksOf, commandsIn, outputOf, withOutput } from "./blocks.ts";
import { linli, root, script, typeErrorsIn } from "./sweep-example.ts";

// Outputs come from the program: `LINLI_GOLDEN=write npx vitest run tests/docs` renews them.
const renewing = process.env.LINLI_GOLDEN === "write";
const pages = (["en", "zh"] as const).map((lang) => {
  const name = lang === "en" ? "docs/explain.md" : "docs/explain.zh.md";
  return { lang, name, text: readFileSync(join(root, name), "utf8") };
});
const blocks = pages.flatMap(blocksOf);
const of = (language: string) => blocks.filter((b) => b.language === language);
const titled = (list: readonly Block[]) => list.map((b) => [`${b.page}:${b.line}`, b] as const);
const english = (b: Block) => b.page === pages[0]!.name;
const bare = (code: string) => code.replace(/ *(#|\/\/) .*$/gm, "");

const folder = mkdtempSync(join(tmpdir(), "linli-docs-explain-"));
const work = join(root, ".cache", "docs-explain");
afterAll(() => {
  for (const made of [folder, work]) rmSync(made, { recursive: true, force: true });
});

function compare(b: Block, came: string): void {
  const file = join(root, b.page);
  if (renewing) writeFileSync(file, withOutput(readFileSync(file, "utf8"), b, came));
  else expect(came).toBe(outputOf(blocks, b)!.code);
}

test.each(["sh", "ts"])("both pages show the same %s", (language) => {
  const [first, second] = pages.map(({ name }) => of(language).filter((b) => b.page === name));
  expect(first!.length).toBeGreaterThan(1);
  expect(second!.map((b) => bare(b.code))).toEqual(first!.map((b) => bare(b.code)));
});

describe("what is run", () => {
  const shown = of("sh").filter((b) => outputOf(blocks, b));

  test.each(titled(shown))(
    "%s prints the table that is shown below it",
    (_, b) => {
      const [command] = commandsIn(b.code);
      const came = linli(folder, command!.split(" ").slice(1), english(b) ? "en" : "zh");
      const table = came.split(/\n\s*\n/).find((part) => part.includes("──"))!;
      compare(b, `${table.trim()}\n`);
    },
    120_000,
  );

  describe("scripts", () => {
    const scripts = of("ts").filter(english);
    const fileOf = (b: Block) => join(work, `${b.line}.ts`);
    beforeAll(() => {
      mkdirSync(work, { recursive: true });
      for (const b of scripts) writeFileSync(fileOf(b), b.code);
      const config = { extends: "../../tsconfig.json", include: ["*.ts"], exclude: [] };
      writeFileSync(join(work, "tsconfig.json"), JSON.stringify(config));
    });

    test("type-check under the strictest settings", () => {
      expect(typeErrorsIn(work)).toBe("");
    });

    test.each(titled(scripts))(
      "%s prints what is shown below it, on both pages",
      (_, b) => {
        const came = script(folder, process.execPath, [...FROM_SOURCE, fileOf(b)], "");
        const same = of("ts").filter((other) => bare(other.code) === bare(b.code));
        expect(same).toHaveLength(2);
        for (const each of same) compare(each, came);
      },
      60_000,
    );
  });
});

describe.each(pages)("$name", ({ text }) => {
  const help = linli(root, ["explain", "--help"]);

  test("names options that there are", () => {
    const inText = [...text.matchAll(/`(--[a-z-]+)/g)].map((found) => found[1]!);
    const inCommands = blocksOf({ name: "", text }).flatMap((b) => b.code.match(/(?<= )--[a-z-]+/g) ?? []);
    expect(inCommands.length).toBeGreaterThan(3);
    for (const option of [...inText.filter((o) => o !== "--assumptions" && o !== "--lang"), ...inCommands])
      expect(help).toMatch(new RegExp(`^\\s+${option}\\b`, "m"));
  });

  test("has every column of both tables and no other", () => {
    const none = { outcomes: [], cells: [] } as unknown as ExplainResult;
    for (const [name, table] of [
      ["shares", sharesTable(none)],
      ["cells", cellsTable(none)],
    ] as const) {
      const part = text.split("\n\n").find((paragraph) => paragraph.startsWith(`| \`${name}\``))!;
      const first = part
        .split("\n")
        .slice(2)
        .map((row) => row.split("|")[1]!);
      const columns = first.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map((found) => found[1]!));
      expect(columns).toEqual(table.trim().split(","));
    }
  });

  test("leads to files that are there", () => {
    const links = [...text.matchAll(/\]\(([^)\s#]+)\)/g)].map((found) => found[1]!);
    expect(links.length).toBeGreaterThan(1);
    for (const to of links) expect(existsSync(join(root, "docs", to))).toBe(true);
    for (const [, path] of text.matchAll(/`(src\/[\w/.]+)`/g)) expect(existsSync(join(root, path!))).toBe(true);
  });
});
