import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Block, blocksOf, outputOf, withOutput } from "./docs/blocks.ts";
import { FROM_SOURCE } from "./fromSource.ts";

// Output blocks come from the program: `LINLI_GOLDEN=write npx vitest run tests/readme.test.ts` renews them.
const root = fileURLToPath(new URL("..", import.meta.url));
const work = join(root, ".cache", "readme");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const pages = ["README.md", "CONTRIBUTING.md"].map((name) => ({ name, text: readFileSync(join(root, name), "utf8") }));

const blocks = pages.flatMap(blocksOf);
const scripts = blocks.filter((b) => ["ts", "js"].includes(b.language));
const commands = [
  ...blocks.filter((b) => ["sh", "bash"].includes(b.language)).flatMap((b) => b.code.split("\n")),
  ...pages.flatMap(({ text }) => [...text.matchAll(/<!-- figure: (.*?) -->/g)].map((found) => found[1]!)),
  ...pages.flatMap(({ text }) => [...text.matchAll(/^\| `(linli [^`]+)`/gm)].map((found) => found[1]!)),
]
  .flatMap((line) => line.split("&&"))
  .map((line) => line.replace(/#.*/, "").trim())
  .filter((line) => line !== "");

const fileOf = (b: Block) => join(work, `${b.page.replace(".md", "").toLowerCase()}-${b.line}.ts`);
const node = (args: readonly string[]) => execFileSync(process.execPath, args, { encoding: "utf8", cwd: root });

beforeAll(() => {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  for (const b of scripts) writeFileSync(fileOf(b), b.code);
  const config = { extends: "../../tsconfig.json", compilerOptions: { noUnusedLocals: false }, include: ["*.ts"] };
  writeFileSync(join(work, "tsconfig.json"), JSON.stringify(config));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

function renew(script: Block, printed: string): void {
  const page = join(root, script.page);
  writeFileSync(page, withOutput(readFileSync(page, "utf8"), script, printed));
}

describe("the examples", () => {
  test("there are some, and what each prints is shown", () => {
    expect(scripts.length).toBeGreaterThanOrEqual(5);
    for (const script of scripts) expect(outputOf(blocks, script), `${script.page}:${script.line}`).toBeDefined();
  });

  test("type-check under the strictest settings", () => {
    const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
    expect(node([compiler, "-p", work])).toBe("");
  });

  test.each(scripts.map((s) => [`${s.page}:${s.line}`, s] as const))(
    "%s prints what is shown below it",
    (_, script) => {
      const printed = node([...FROM_SOURCE, fileOf(script)]);
      if (process.env.LINLI_GOLDEN === "write") return renew(script, printed);
      expect(printed).toBe(outputOf(blocks, script)!.code);
    },
  );
});

describe("the commands", () => {
  const help = new Map<string, string>();
  const helpOf = (command: string): string => {
    const args = [...FROM_SOURCE, join(root, "src", "cli", "main.ts")];
    if (!help.has(command))
      help.set(command, node([...args, ...command.split(" "), "--help", "--lang", "en"].filter(Boolean)));
    return help.get(command)!;
  };
  const linli = commands.flatMap((c) => /^(?:npx )?linli (.*)$/.exec(c)?.[1] ?? []);
  const others = commands.filter((c) => !/^(npx )?linli /.test(c));

  test("there are some of both kinds", () => {
    expect([linli.length > 5, others.length > 3]).toEqual([true, true]);
  });

  test.each([...new Set(others)])("%s is a script of the package or a tool that it depends on", (command) => {
    const [, program, verb, name] = /^(?:[A-Z_]+=\S+ )?(\S+) (\S+) ?(\S*)/.exec(command)!;
    if (program === "npx") expect(Object.keys(manifest.devDependencies)).toContain(verb);
    else if (verb === "run") expect(Object.keys(manifest.scripts)).toContain(name);
    else expect(["npm ci", ...Object.keys(manifest.scripts).map((s) => `npm ${s}`)]).toContain(`${program} ${verb}`);
  });

  test.each([...new Set(linli)])("linli %s names a command and options that the program knows", (line) => {
    const [command, ...rest] = line.split(" ");
    expect(
      helpOf("")
        .match(/^ {2}(\w+)/gm)!
        .map((name) => name.trim()),
    ).toContain(command);
    for (const option of rest.filter((word) => word.startsWith("--"))) {
      expect(helpOf(command!), `${command} ${option}`).toMatch(new RegExp(`^\\s+(-\\w, )?${option}\\b`, "m"));
    }
  });

  test("every option named in the text is one of the program's", () => {
    const named = pages[0]!.text.match(/`--[a-z-]+/g)!.map((option) => option.slice(1));
    const known = ["", "run", "compare", "why", "sweep", "sensitivity", "report", "merge", "list", "page"]
      .map(helpOf)
      .join("\n");
    expect(named.filter((option) => !known.includes(option))).toEqual([]);
  });
});

describe("the links", () => {
  const links = pages.flatMap(({ name, text }) =>
    [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((found) => [name, found[1]!] as const),
  );
  const local = links.filter(([, to]) => !/^https?:/.test(to));

  test("there are some", () => {
    expect(local.length).toBeGreaterThan(5);
  });

  test.each(local)("%s leads to %s", (name, to) => {
    const [path, anchor] = to.split("#");
    const file = join(root, path || name);
    expect(existsSync(file)).toBe(true);
    if (anchor === undefined) return;
    const slugs = readFileSync(file, "utf8")
      .match(/^#+ .*/gm)!
      .map((h) =>
        h
          .replace(/^#+ /, "")
          .toLowerCase()
          .replace(/[^\w\- ]/g, "")
          .replace(/ /g, "-"),
      );
    expect(slugs).toContain(anchor);
  });

  test("every file and folder named in the layout exists", () => {
    const named = pages[1]!.text
      .match(/^\| `[^|]*\|/gm)!
      .flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((m) => m[1]!));
    expect(named.length).toBeGreaterThan(6);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
