/** An example as a reader meets it: two pages beside its files, with the command to give and what it prints. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { type Block, blocksOf, commandsIn, outputOf, type Page } from "../docs/blocks.ts";
import { FROM_SOURCE } from "../fromSource.ts";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const examples = join(root, "examples");
const MAIN = join(root, "src", "cli", "main.ts");
// Outputs come from the program: `LINLI_GOLDEN=write npx vitest run tests/examples` renews them.
const RENEWING = process.env.LINLI_GOLDEN === "write";

/** The two pages of an example, or of the list of them. */
export function pagesOf(folder = ""): readonly Page[] {
  return ["README.md", "README.zh.md"].map((file) => {
    const name = join("examples", folder, file);
    return { name, text: readFileSync(join(root, name), "utf8") };
  });
}

const given = (page: Page) => blocksOf(page).filter((b) => b.language === "sh");

/** Commands of a page, as they stand there. */
export const commandsOf = (page: Page): readonly string[] => given(page).flatMap((b) => commandsIn(b.code));

/** A fresh folder that is gone after the tests of a file. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "linli-example-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Words of a command line; what stands in double quotes is one. */
const wordsOf = (command: string) =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);

/**
 * What a command of a page prints, given in a folder in which `examples` seems to lie.
 *
 * @throws Error for a program that no page may ask for, or one that fails.
 */
export function printedBy(command: string, folder: string, lang = "en"): string {
  const [npx, program, ...args] = wordsOf(command);
  if (npx !== "npx" || (program !== "tsx" && program !== "linli")) throw new Error(`another program: ${command}`);
  const found = args.map((word) => (word.startsWith("examples/") ? join(root, word) : word));
  const script = program === "tsx" ? found : [MAIN, ...found];
  const env = { ...process.env, NO_COLOR: "1", LC_ALL: "", LANG: lang === "zh" ? "zh_CN.UTF-8" : "en_US.UTF-8" };
  return execFileSync(process.execPath, [...FROM_SOURCE, ...script], {
    ...{ cwd: folder, encoding: "utf8", env, stdio: "pipe" },
  });
}

/** Holds what was printed against the block that shows it, or writes it there. */
export function expectShown(page: Page, block: Block, printed: string): void {
  if (!RENEWING) {
    expect(printed).toBe(block.code);
    return;
  }
  const path = join(root, page.name);
  const lines = readFileSync(path, "utf8").split("\n");
  const shown = printed.trimEnd().split("\n");
  writeFileSync(path, [...lines.slice(0, block.line), ...shown, ...lines.slice(block.end - 2)].join("\n"));
}

/** The block that shows what a command prints, right after the one that holds the command. */
export function shownAfter(page: Page, command: string): Block {
  const block = given(page).find((b) => commandsIn(b.code).at(-1) === command);
  const shown = block && outputOf(blocksOf(page), block);
  if (!shown) throw new Error(`${page.name} shows no output of: ${command}`);
  return shown;
}

/** The one block of a page whose output is shown in part, under words of the page that say so. */
export function shownIn(page: Page): Block {
  const parts = blocksOf(page).filter((b) => b.language === "text");
  if (parts.length !== 1) throw new Error(`${page.name}: expected one output; got ${parts.length}`);
  return parts[0]!;
}

/** What holds of the pages of every example. */
export function testPages(folder: string): void {
  const [english, chinese] = pagesOf(folder);

  test("both pages give the same commands, each in its language, the first of which is all it takes", () => {
    expect(commandsOf(english!).length).toBeGreaterThan(0);
    expect(commandsOf(chinese!).map((command) => command.replace(/ --lang zh$/, ""))).toEqual(commandsOf(english!));
  });

  test("every link lands", () => {
    for (const { name, text } of [english!, chinese!])
      for (const [, to] of text.matchAll(/\]\((?!https?:)([^)#\s]+)[^)]*\)/g))
        expect(existsSync(join(root, name, "..", to!)), `${name}: ${to}`).toBe(true);
  });
}
