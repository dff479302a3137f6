import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { blank } from "../../scenarios/blank.ts";
import { summaryHeader } from "../../src/analysis/summaryRows.ts";
import { columnsOf, manifestOf } from "../../src/execution/store.ts";
import { VERSION } from "../../src/execution/version.ts";
import { METHODS, MOST_POINTS, WORDS } from "../../src/experiments/designCheck.ts";
import { checkPlan, MOST_REPLICATES, MOST_SERIES, REQUIRED } from "../../src/experiments/planCheck.ts";
import { planSchema } from "../../src/experiments/planSchema.ts";
import { sweepOf } from "../../src/experiments/sweep.ts";
import { blocksOf, commandsIn } from "./blocks.ts";
import { linli, root } from "./sweep-example.ts";

const pages = ["docs/sweeps.md", "docs/sweeps.zh.md"].map((name) => ({
  name,
  text: readFileSync(join(root, name), "utf8"),
}));
const each = pages.map((page) => [page.name, page.text] as const);
const minimal = { scenarios: ["blank"], axes: {}, replicates: 1, seed: 1 };

/** The codes in the first cells of a table, which is known by the first word of its header. */
function firstCells(text: string, headers: readonly string[]): string[] {
  const tables = text.split(/\n\n/).filter((part) => part.startsWith("|"));
  const table = tables.find((part) => headers.includes(part.split("|")[1]!.trim()));
  if (!table) throw new Error(`no table that begins with ${headers.join(" or ")}`);
  const cells = table
    .split("\n")
    .slice(2)
    .map((row) => row.split("|")[1]!);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((found) => found[1]!));
}

describe.each(each)("the reference in %s", (_, text) => {
  test("has every key of a plan and no other", () => {
    const keys = Object.keys(planSchema().properties as object);
    expect(firstCells(text, ["key", "键"]).toSorted()).toEqual(keys.toSorted());
    const sentence = REQUIRED.map((key) => `\`${key}\``);
    for (const key of sentence) expect(/^.*(must be there|为必填).*$/m.exec(text)![0]).toContain(key);
  });

  test("gives the limits that are checked", () => {
    for (const limit of [MOST_REPLICATES, MOST_POINTS, METHODS.latinHypercube.range[1]])
      expect(text).toContain(limit.toLocaleString("en"));
    expect(text).toMatch(new RegExp(`0 (to|至) ${MOST_SERIES}`));
  });

  test("shows axes that a plan may have", () => {
    const shown = firstCells(text, ["axis", "参数轴"]);
    expect(shown.length).toBeGreaterThan(4);
    for (const axis of shown.map((code) => parse(code))) {
      const design = Array.isArray(axis) || "values" in axis || "steps" in axis ? "grid" : { sobol: 4 };
      const plan = { ...minimal, axes: { "team.independence": axis }, design };
      expect(checkPlan(plan).axes["team.independence"]).toEqual(axis);
    }
  });

  test("shows every design, with its option, as a plan may have it", () => {
    const shown = firstCells(text, ["design", "设计"]).map((code) => parse(code));
    const methods = Object.entries(METHODS).map(([name, { option }]) => [name, option]);
    expect(shown.map((d) => (typeof d === "string" ? d : Object.keys(d)))).toEqual([...WORDS, ...methods]);
    for (const design of shown) {
      const axes = { "team.independence": typeof design === "string" ? [0, 1] : {} };
      expect(checkPlan({ ...minimal, axes, design }).design).toEqual(design);
    }
  });

  test("has every column of every table and no other", () => {
    const { runs, series, events, timing } = columnsOf({ axes: [], measures: [] });
    const sorted = (names: readonly string[]) => [...new Set(names)].toSorted();
    expect(sorted(firstCells(text, ["`runs`"]))).toEqual(sorted([...runs, "reading_…", "final_…"]));
    expect(sorted(firstCells(text, ["`series`"]))).toEqual(sorted(series));
    expect(sorted(firstCells(text, ["`events`"]))).toEqual(sorted(events));
    expect(sorted(firstCells(text, ["`summary`"]).filter((name) => name !== "runs"))).toEqual(
      sorted(summaryHeader(runs)),
    );
    const line = /^`timing`.*$/m.exec(text)![0];
    for (const name of timing) expect(line).toContain(`\`${name}\``);
  });

  test("has every entry of the manifest", () => {
    const ref = { shipped: "blank" };
    const sweep = sweepOf(minimal, { version: VERSION, scenarios: [{ ref, scenario: blank }] });
    const about = text.split("\n\n").find((part) => part.startsWith("`manifest.json`"))!;
    for (const name of Object.keys(manifestOf(sweep, null, null))) expect(about).toContain(`\`${name}\``);
  });
});

describe("commands", () => {
  const helps = new Map<string, string>();
  const helpOf = (command: string) => {
    if (!helps.has(command)) helps.set(command, linli(root, [command, "--help"]));
    return helps.get(command)!;
  };
  const inline = pages.flatMap(({ text }) => [
    ...[...text.matchAll(/`(linli [^`]+)`/g)].map((found) => found[1]!),
    ...[...text.matchAll(/<!-- figure: (linli .*?) -->/g)].map((found) => found[1]!),
  ]);
  const blocks = pages.flatMap(blocksOf).filter((b) => b.language === "sh");
  const lines = [...inline, ...blocks.flatMap((b) => commandsIn(b.code))];

  test.each([...new Set(lines)])("%s names a command and options that there are", (line) => {
    const [, command, ...rest] = line.split(" ");
    for (const option of rest.filter((word) => word.startsWith("--")))
      expect(helpOf(command!)).toMatch(new RegExp(`^\\s+(-\\w, )?${option}\\b`, "m"));
    expect(helpOf(command!)).toContain(`linli ${command}`);
  });

  test("every option named in the text is one of those", () => {
    const named = pages.flatMap(({ text }) => [...text.matchAll(/`(--[a-z-]+)/g)].map((found) => found[1]!));
    const known = ["sweep", "report", "merge", "sensitivity", "list"].map(helpOf).join("\n");
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((option) => !known.includes(option))).toEqual([]);
  });
});

describe("links", () => {
  const links = pages.flatMap(({ name, text }) =>
    [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((found) => [name, found[1]!] as const),
  );

  test.each(links.filter(([, to]) => !/^https?:/.test(to)))("in %s lead to %s", (name, to) => {
    const [path, anchor] = to.split("#");
    const file = path ? join(root, "docs", path) : join(root, name);
    expect(existsSync(file)).toBe(true);
    if (anchor !== undefined) expect(slugs(readFileSync(file, "utf8"))).toContain(anchor);
  });
});

function slugs(text: string): string[] {
  return text.match(/^#+ .*/gm)!.map((heading) =>
    heading
      .replace(/^#+ /, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, "")
      .replace(/ /g, "-"),
  );
}
