import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ELEMENTS } from "../../../src/execution/validation/elements.ts";
import { type Part, Unfinished } from "../../../src/execution/validation/part.ts";
import { PARTS } from "../../../src/execution/validation/parts.ts";
import { validate } from "../../../src/execution/validation/validate.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-validate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const read = (dir: string, file: string) => readFileSync(join(dir, file), "utf8");

const part = (name: string, more: Partial<Part<{ x: number }>> = {}): Part<{ x: number }> => ({
  ...{ name, title: { en: `Part ${name}`, zh: `部分${name}` }, asks: { en: "Is it?", zh: "是吗？" } },
  element: "modelAnalysis",
  run: async ({ quick, seed }) => ({ x: quick ? 1 : Number(seed) }),
  section: ({ x }, { say }) => `<h3>inner</h3><p>${say(`result ${x}`, `结果${x}`)}</p>`,
  ...more,
});
const broken = (name: string) =>
  part(name, {
    run: async () => {
      throw new Error("the <well> is dry");
    },
  });

describe("the validation page", () => {
  test("is written in both languages with every part, its result and the command that makes it", async () => {
    const dir = join(folder, "whole");
    const result = await validate({ dir, parts: [part("a"), part("b")], quick: true, seed: 5 });
    expect(result).toMatchObject({ failures: [], stopped: false });
    const page = read(dir, "validation.html");
    expect(page).toContain("result 1");
    expect(page).toContain('href="#a"');
    expect(page).toContain("linli validate --only b --quick --seed 5");
    expect(page).toContain("Quick form");
    expect(page).not.toMatch(/<script|<link|src="http/);
    expect(read(dir, "validation.zh.html")).toContain("结果1");
    expect(JSON.parse(read(dir, "a.json"))).toMatchObject({ part: "a", quick: true, seed: "5", result: { x: 1 } });
  });

  test("has the elements of an evaluation in their order", async () => {
    const dir = join(folder, "elements");
    await validate({ dir, parts: [part("a")] });
    const found = [...read(dir, "validation.html").matchAll(/<section class="element" id="(\w+)"/g)].map((m) => m[1]);
    expect(found).toEqual([...ELEMENTS.map((element) => element.name), "made"]);
    expect(read(dir, "validation.html")).not.toContain("Quick form");
  });

  test("sets headings of a section below that of its part", async () => {
    const dir = join(folder, "headings");
    await validate({ dir, parts: [part("a")] });
    expect(read(dir, "validation.html")).toContain("<h4>inner</h4>");
  });

  test("says which part is missing and why, and keeps the others", async () => {
    const dir = join(folder, "missing");
    const undrawn = part("c", {
      section: () => {
        throw new Error("no ink");
      },
    });
    const result = await validate({ dir, parts: [broken("a"), part("b"), undrawn], seed: 7 });
    expect(result.failures).toEqual([
      { part: "a", reason: "the <well> is dry" },
      { part: "c", reason: "no ink" },
    ]);
    const page = read(dir, "validation.html");
    expect(page).toContain("This part is missing: the &lt;well&gt; is dry");
    expect(page).toContain("result 7");
    expect(page).toContain("This part is missing: no ink");
    expect(existsSync(join(dir, "a.json"))).toBe(false);
  });

  test("a part that fails leaves no result of an earlier start behind", async () => {
    const dir = join(folder, "stale");
    await validate({ dir, parts: [part("a")] });
    await validate({ dir, parts: [broken("a")] });
    expect(existsSync(join(dir, "a.json"))).toBe(false);
  });

  test("of some parts shows the others as they were left", async () => {
    const dir = join(folder, "some");
    await validate({ dir, parts: [part("a"), part("b")], only: ["a"], seed: 3 });
    expect(read(dir, "validation.html")).toContain("This part has not been made yet.");
    const other = part("a", { run: async () => ({ x: 99 }) });
    await validate({ dir, parts: [other, part("b")], only: ["b"], seed: 3 });
    const page = read(dir, "validation.html");
    expect(page).not.toContain("not been made");
    expect(page).not.toContain("result 99");
  });

  test("stopped in a part begins no other, and says that the same call goes on", async () => {
    const dir = join(folder, "stopped");
    const stopping = part("a", {
      run: async () => {
        throw new Unfinished("1 of 2 runs are made");
      },
    });
    const result = await validate({ dir, parts: [stopping, part("b")] });
    expect(result).toMatchObject({ stopped: true, failures: [] });
    expect(existsSync(join(dir, "b.json"))).toBe(false);
  });

  test("refuses a folder of another form, and a part that there is not, before anything is run", async () => {
    const dir = join(folder, "form");
    await validate({ dir, parts: [part("a")], quick: true });
    await expect(validate({ dir, parts: [broken("a")] })).rejects.toThrow(/expected a folder that is new.*full form/);
    expect(JSON.parse(read(dir, "a.json"))).toMatchObject({ quick: true });
    await expect(validate({ dir, parts: [part("alpha")], only: ["alfa"] })).rejects.toThrow('did you mean "alpha"?');
  });

  test("has parts of names of their own, each with its titles in both languages", () => {
    expect(new Set(PARTS.map(({ name }) => name)).size).toBe(PARTS.length);
    for (const { name, title, asks, element } of PARTS) {
      expect(name).toMatch(/^[a-z][A-Za-z]*$/);
      expect(title.zh + asks.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(ELEMENTS.map((one) => one.name)).toContain(element);
    }
  });
});
