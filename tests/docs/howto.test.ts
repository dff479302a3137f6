import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FROM_SOURCE } from "../fromSource.ts";
import { type Block, blocksOf, commandsIn, outputOf, withOutput } from "./blocks.ts";
import { linli, root, script, typeErrorsIn } from "./sweep-example.ts";

// Outputs come from the program: `LINLI_GOLDEN=write npx vitest run tests/docs` renews them.
const renewing = process.env.LINLI_GOLDEN === "write";
const PAGES = ["develop", "mechanism", "scenario", "network", "measure"];
const cache = join(root, ".cache", "docs-howto");
const strict = { extends: "../../../tsconfig.json", include: ["*.ts"], exclude: [] };
const bare = (code: string) => code.replace(/ *(?<!:)\/\/ .*$/gm, "");
const read = (name: string) => readFileSync(join(root, "docs", name), "utf8");

afterAll(() => rmSync(cache, { recursive: true, force: true }));

/** The file that the paragraph before a block names: it is the block's content. */
function fileOf(block: Block, text: string): string | undefined {
  const before = text
    .split("\n")
    .slice(0, block.line - 1)
    .join("\n");
  const paragraph = before.trimEnd().split("\n\n").at(-1)!;
  return /[:：]$/.test(paragraph) ? [...paragraph.matchAll(/`([\w./-]+\.(?:ts|csv))`/g)].at(-1)?.[1] : undefined;
}

/** What a reader of the tutorial does once its check has found the flaw: gives the column the range that the page tells. */
function mendNewsletter(): void {
  const text = read("develop.md");
  const [, flawed] = /columns: \{ communities: \{ (deedsTold: .*?\)) \}/.exec(text)!;
  const [, mended] = /`(deedsTold: f32\(.*?\))`/.exec(text)!;
  const path = join(cache, "develop", "newsletter.ts");
  writeFileSync(path, readFileSync(path, "utf8").replace(flawed!, mended!));
  expect(mended).not.toBe(flawed);
}

describe.each(PAGES)("docs/%s.md", (page) => {
  const pages = [`${page}.md`, `${page}.zh.md`].map((name) => ({ name, text: read(name) }));
  const [english, chinese] = pages.map(blocksOf) as [Block[], Block[]];
  const folder = join(cache, page);
  const named = english.map((b) => ({ b, file: fileOf(b, pages[0]!.text) }));
  const scripts = named.flatMap(({ b, file }) => (b.language === "ts" ? [{ b, file: file ?? `at-${b.line}.ts` }] : []));

  beforeAll(() => {
    for (const { b, file } of named) {
      const name = file ?? (b.language === "ts" ? `at-${b.line}.ts` : undefined);
      if (name === undefined) continue;
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), b.code);
    }
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(strict));
  });

  test("shows the same in both languages, and names the same files", () => {
    const shown = (blocks: readonly Block[], text: string) =>
      blocks.filter((b) => b.language !== "text").map((b) => [b.language, fileOf(b, text), bare(b.code)]);
    expect(english.length).toBeGreaterThan(2);
    expect(shown(chinese, pages[1]!.text)).toEqual(shown(english, pages[0]!.text));
  });

  test("has scripts that type-check under the strictest settings", () => {
    expect(typeErrorsIn(folder)).toBe("");
  });

  test.each(scripts)(
    "$file prints what is shown below it, on both pages",
    ({ b, file }) => {
      if (file === "compare.ts") mendNewsletter();
      const came = script(folder, process.execPath, [...FROM_SOURCE, join(folder, file)], "");
      const twin = chinese.find((other) => bare(other.code) === bare(b.code))!;
      for (const [k, [blocks, own]] of (
        [
          [english, b],
          [chinese, twin],
        ] as const
      ).entries()) {
        const shown = outputOf(blocks, own);
        const path = join(root, "docs", pages[k]!.name);
        if (renewing && shown) writeFileSync(path, withOutput(readFileSync(path, "utf8"), own, came));
        else expect(came).toBe(shown?.code ?? "");
      }
    },
    120_000,
  );

  test("has commands that run one after the other", () => {
    if (page === "develop") mendNewsletter();
    for (const command of english.filter((b) => b.language === "sh").flatMap((b) => commandsIn(b.code))) {
      const redirected = / > ([\w.-]+)$/.exec(command);
      const [program, ...args] = command.replace(/ > .*$/, "").split(" ");
      expect(program).toBe("linli");
      const came = linli(folder, args);
      expect(came.length, command).toBeGreaterThan(20);
      if (redirected) writeFileSync(join(folder, redirected[1]!), came);
    }
  }, 120_000);

  test("names commands that there are", () => {
    const inText = pages.flatMap(({ text }) => [...text.matchAll(/`linli (\w+)/g)].map((found) => found[1]!));
    const help = linli(root, ["--help"]);
    for (const command of inText) expect(help).toMatch(new RegExp(`^ {2}${command}\\b`, "m"));
  });

  test("leads to files that are there", () => {
    for (const { text } of pages) {
      const links = [...text.matchAll(/\]\((?!https?:)([^)\s#]+)/g)].map((found) => found[1]!);
      expect(links.length).toBeGreaterThan(2);
      for (const to of links) expect(existsSync(join(root, "docs", to)), to).toBe(true);
    }
  });
});

test("the range that the tutorial proposes is what the check asks for", () => {
  mendNewsletter();
  const check = join(cache, "develop", "check.ts");
  const came = execFileSync(process.execPath, [...FROM_SOURCE, check], { encoding: "utf8" });
  expect(came.trim().split("\n")).toHaveLength(1);
});
