import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { blocksOf } from "./blocks.ts";
import { root } from "./sweep-example.ts";

// The tables of the pages are held to what the program prints; here the text is held to the tables.
const pages = ["docs/sweeps.md", "docs/sweeps.zh.md"].map((name) => ({
  name,
  text: readFileSync(join(root, name), "utf8"),
}));

/** The page without its blocks, a paragraph on one line. */
const proseOf = (text: string) => text.replace(/^```\w*\n[\s\S]*?^```$/gm, "").replace(/([^\n])\n(?=[^\n])/g, "$1 ");

describe.each(pages)("the text of $name", ({ name, text }) => {
  const prose = proseOf(text);
  const tables = blocksOf({ name, text }).filter((b) => b.language === "text");
  /** The numbers of a row in the first table that holds some words. */
  const row = (table: RegExp, start: string): string[] => {
    const line = tables
      .find(({ code }) => table.test(code))!
      .code.split("\n")
      .find((l) => l.startsWith(start))!;
    return line.slice(start.length).match(/-?\d+(?:\.\d+)?/g)!;
  };

  test("gives the mean effects that stand in the table", () => {
    const effect = (axis: string) => row(/demandsDecided.*\n.*μ\*/, axis)[0]!;
    const told = /μ\\\*\s?(?:=|为) ([\d.]+)\D+([\d.]+)\D+(\d+\.\d+)/.exec(prose)!;
    const axes = ["procedure.everyWeeks", "team.effort", "support.rooms"];
    expect(told.slice(1)).toEqual(axes.map(effect));
  });

  test("gives the total index and its interval that stand in the table", () => {
    const total = row(/demandsBrought.*\n.*S1/, "procedure.everyWeeks").slice(3);
    expect(/ST (?:of|为) ([\d.]+)\D+([\d.]+)\D+([\d.]+)/.exec(prose)!.slice(1)).toEqual(total);
  });

  test("gives the difference of the pairs, both widths and their ratio as the table has them", () => {
    const [difference, paired, unpaired, ratio] = row(/^independence +difference/, "1 ");
    for (const words of [`${difference} ± ${paired}`, `± ${unpaired}`, `1 / ${ratio}`]) expect(prose).toContain(words);
    expect(/(?:variances is|方差之比为) ([\d.]+)[:：]/.exec(prose)![1]).toBe(ratio);
  });

  test("gives the counts of the sweep that it runs", () => {
    const rows = tables[0]!.code.split("\n").filter((line) => /^ +\d/.test(line));
    const runs = Number(rows[0]!.trim().split(/ +/)[2]);
    const [points, replicates, all] = /(\d+) (?:points of|个参数点各重复) (\d+)\D+(\d+) (?:runs|次)/
      .exec(prose)!
      .slice(1)
      .map(Number);
    expect([points, replicates, all]).toEqual([rows.length, runs, rows.length * runs]);
  });
});
