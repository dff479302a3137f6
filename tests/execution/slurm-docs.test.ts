import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { linli } from "../cli/terminal.ts";
import { blocksOf } from "../docs/blocks.ts";

const page = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");
const options = (text: string) => new Set(text.match(/(?<![\w-])--[a-z][a-z-]+/g));
/** Options of other programs. */
const OTHERS = ["--cpus-per-task", "--me"];

test.each(["cluster.md", "cluster.zh.md"])(
  "%s names options that the command has, and all of Slurm's",
  async (name) => {
    const { out } = await linli("sweep", "--help", "--lang", "en");
    const named = [...options(page(name))].filter((option) => !OTHERS.includes(option));
    expect(named.filter((option) => !options(out).has(option))).toEqual([]);
    const own = out
      .split("\n")
      .filter((line) => /slurm/.test(line))
      .flatMap((line) => /^ +(--[a-z-]+)/.exec(line)?.[1] ?? []);
    expect(own.length).toBeGreaterThanOrEqual(7);
    expect(own.filter((option) => !named.includes(option))).toEqual([]);
  },
);

test("both pages have the same commands", () => {
  const [english, chinese] = ["cluster.md", "cluster.zh.md"].map((name) =>
    blocksOf({ name, text: page(name) }).map(({ code }) => code),
  );
  expect(english!.length).toBe(4);
  expect(chinese).toEqual(english);
});
