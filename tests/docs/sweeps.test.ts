import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellsOf } from "../../src/execution/csv.ts";
import { loadPlan, loadSweep } from "../../src/execution/plans.ts";
import { readPlan } from "../../src/execution/planText.ts";
import { FROM_SOURCE } from "../fromSource.ts";
import { type Block, blocksOf, commandsIn, outputOf, withOutput } from "./blocks.ts";
import { follower, linli, root, runs, script, sql, typeErrorsIn } from "./sweep-example.ts";

// Output of queries and scripts comes from the program: `LINLI_GOLDEN=write npx vitest run tests/docs` renews it.
const renewing = process.env.LINLI_GOLDEN === "write";
const plans = join(root, "docs", "plans");
const pages = ["docs/sweeps.md", "docs/sweeps.zh.md"].map((name) => ({
  name,
  text: readFileSync(join(root, name), "utf8"),
}));
const readme = { name: "README.md", text: readFileSync(join(root, "README.md"), "utf8") };
const blocks = pages.flatMap(blocksOf);
const of = (...languages: string[]) => blocks.filter((b) => languages.includes(b.language));
const titled = (list: readonly Block[]) => list.map((b) => [`${b.page}:${b.line}`, b] as const);
const english = (b: Block) => b.page === pages[0]!.name;
const bare = (code: string) => code.replace(/ *(#|--|\/\/) .*$/gm, "");

const folder = follower();
const printed = new Map<string, string>();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  for (const command of of("sh")
    .filter(english)
    .flatMap(({ code }) => commandsIn(code))) {
    const args = command.split(" ");
    if (args.shift() !== "linli") throw new Error(`a command of another program: ${command}`);
    printed.set(command, linli(folder, args));
  }
}, 600_000);

describe("the two pages", () => {
  test.each(["sh", "sql", "yaml", "json", "ts"])("show the same %s", (language) => {
    const [first, second] = pages.map(({ name }) =>
      blocks.filter((b) => b.page === name && b.language === language).map((b) => bare(b.code)),
    );
    expect(first!.length).toBeGreaterThan(0);
    expect(second).toEqual(first);
  });
});

describe("the plans", () => {
  const files = readdirSync(plans).filter((name) => /\.(yaml|json)$|^independence/.test(name));

  test.each(files)("%s can be run, and both pages lead to it", async (name) => {
    expect((await loadPlan(join(plans, name))).count).toBeGreaterThan(0);
    for (const { text } of pages) expect(text).toContain(`](plans/${name})`);
  });

  test("in YAML, JSON and TypeScript are the same runs", async () => {
    const ids = await Promise.all(
      ["yaml", "json", "ts"].map(async (ending) => {
        const sweep = await loadPlan(join(plans, `independence.${ending}`));
        return [...sweep.tasks].map((task) => task.id);
      }),
    );
    expect(ids[0]).toHaveLength(60);
    expect([ids[1], ids[2]]).toEqual([ids[0], ids[0]]);
  });

  test.each(titled([...of("yaml", "json"), ...blocksOf(readme).filter((b) => b.language === "yaml")]))(
    "%s is a plan",
    async (_, { page, code }) => {
      expect((await loadSweep({ ...readPlan(code, page), folder: plans })).count).toBeGreaterThan(0);
    },
  );

  test.each(titled(of("yaml", "json", "ts")))("%s shows the file that it names", (_, { page, code, line }) => {
    const before = pages
      .find(({ name }) => name === page)!
      .text.split("\n")
      .slice(0, line - 2);
    const file = /\]\(plans\/([\w.-]+)\)[:：]$/.exec(before.at(-1)!)?.[1];
    if (file === undefined)
      expect(code).toContain("console.log"); // a script, whose output is checked
    else expect(bare(code)).toBe(bare(readFileSync(join(plans, file), "utf8")));
  });
});

describe("the scripts", () => {
  const work = join(root, ".cache", "docs");
  const fileOf = (b: Block) => join(work, `${b.line}.ts`);
  const scripts = of("ts").filter(english);
  beforeAll(() => {
    mkdirSync(work, { recursive: true });
    for (const b of scripts) writeFileSync(fileOf(b), b.code);
    const config = { extends: "../../tsconfig.json", include: ["*.ts"], exclude: [] };
    writeFileSync(join(work, "tsconfig.json"), JSON.stringify(config));
  });
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  test("type-check under the strictest settings", () => {
    expect(typeErrorsIn(work)).toBe("");
  });

  test.each(titled(scripts.filter((b) => outputOf(blocks, b))))(
    "%s prints what is shown below it, on both pages",
    (_, b) => {
      const came = script(folder, process.execPath, [...FROM_SOURCE, fileOf(b)], "");
      const same = of("ts").filter((other) => bare(other.code) === bare(b.code));
      expect(same).toHaveLength(2);
      for (const each of same) compare(each, came);
    },
  );
});

describe("what the commands leave", () => {
  test.each(titled(of("sql")))("%s answers what is shown below it", async (_, b) => {
    compare(b, await sql(folder, b.code));
  });

  const shells = of("sh").filter((b) => outputOf(blocks, b));
  test.each(titled(shells))("%s prints the table that is shown below it", (_, b) => {
    const last = commandsIn(b.code).at(-1)!;
    const came = english(b) ? printed.get(last)! : linli(folder, last.split(" ").slice(1), "zh");
    compare(
      b,
      `${came
        .split(/\n\s*\n/)
        .find((part) => part.includes("──"))!
        .trim()}\n`,
    );
  });

  test("the run that is shown in full has the hash that stands in its row", () => {
    const row = tableOf("runs").find((cells) => cells.point === "2" && cells.replicate === "7")!;
    expect(printed.get("linli sweep docs/plans/independence.yaml --run 2:7")).toContain(row.hash);
  });

  test("merged shards are the sweep that was not divided, byte for byte", () => {
    const names = readdirSync(join(folder, "fatigue-results")).filter((name) =>
      /^(runs|series|events|summary)/.test(name),
    );
    expect(names).toHaveLength(7);
    for (const name of names)
      expect(
        readFileSync(join(folder, "fatigue-merged", name)).equals(readFileSync(join(folder, "fatigue-results", name))),
      ).toBe(true);
  });
});

describe("figures", () => {
  const figures = titled(of("python", "r"));

  test("are drawn in both languages on both pages", () => {
    expect(figures.map(([, b]) => b.language)).toEqual(["python", "r", "python", "r"]);
  });

  test.each(figures)("of %s use columns that are there", (_, { code }) => {
    const known = ["runs", "summary"].flatMap((table) => headerOf(table));
    const used = [
      ...[...code.matchAll(/\b(?:reading|final)_\w+/g)].map((found) => found[0]),
      ...[...code.matchAll(/["`](team\.\w+)["`]/g)].map((found) => found[1]!),
      ...[...code.matchAll(/(?:means|runs)\["([\w.]+)"\]/g)].map((found) => found[1]!),
      ...[...code.matchAll(/(?:index="|ymin = |ymax = |group = )(\w+)/g)].map((found) => found[1]!),
      ...[...code.matchAll(/(\w+) == ['"]/g)].map((found) => found[1]!),
    ];
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
  });

  const python = runs("python3", "-c", "import matplotlib, pandas, pyarrow");
  const [r, arrow] = ["ggplot2", "arrow"].map((name) => runs("Rscript", "-e", `library(${name})`));

  test.each(figures)("of %s are made, where what they are drawn with is installed", (_, b) => {
    const file = /(?:savefig|ggsave)\("([\w.-]+)"/.exec(b.code)![1]!;
    rmSync(join(folder, file), { force: true });
    if (b.language === "python" && python) compare(b, script(folder, "python3", ["-"], b.code));
    if (b.language === "r" && r) script(folder, "Rscript", ["-"], arrow ? b.code : withoutArrow(b.code));
    expect(existsSync(join(folder, file))).toBe(b.language === "python" ? python : r);
  });

  test("in Python print what the query says of the same pair", async () => {
    const query = of("sql").find((b) => b.code.includes("ratio"))!;
    const [, , whole] = (await sql(folder, query.code)).split("\n").map((line) => line.split(/ +/));
    for (const [, b] of figures.filter(([, b]) => b.language === "python"))
      expect(
        outputOf(blocks, b)!
          .code.match(/\d\.\d+/g)!
          .map(Number),
      ).toEqual([whole![1], whole![4]].map(Number));
  });
});

/** R's own reader in the place of arrow's: the rest of the script is as it stands. */
function withoutArrow(code: string): string {
  const reader = 'read_parquet <- function(p) read.csv(sub("parquet$", "csv", p), check.names = FALSE)';
  return code.replace("library(arrow)", reader);
}

function compare(b: Block, came: string): void {
  const shown = outputOf(blocks, b);
  if (shown === undefined) throw new Error(`${b.page}:${b.line} shows no output`);
  const file = join(root, b.page);
  if (renewing) writeFileSync(file, withOutput(readFileSync(file, "utf8"), b, came));
  else expect(came).toBe(shown.code);
}

function headerOf(table: string): string[] {
  return cellsOf(readFileSync(join(folder, "independence-results", `${table}.csv`), "utf8").split("\n")[0]!);
}

function tableOf(table: string): Record<string, string>[] {
  const lines = readFileSync(join(folder, "independence-results", `${table}.csv`), "utf8")
    .trimEnd()
    .split("\n");
  const [header, ...rows] = lines.map(cellsOf);
  return rows.map((row) => Object.fromEntries(row.map((cell, k) => [header![k]!, cell])));
}
