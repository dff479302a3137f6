import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { linli } from "./terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is wrong, the command line, and how its line ends in English and in Chinese. */
const CASES: readonly (readonly [string, readonly string[], string, string])[] = [
  [
    "a title for a name",
    ["run", "新建小区"],
    'unknown scenario "新建小区"; did you mean "new-estate"? known: blank, new-estate, old-district, village',
    "未知情景“新建小区”；是否指“new-estate”？已知：blank, new-estate, old-district, village",
  ],
  [
    "characters of no title",
    ["run", "区小建"],
    'unknown scenario "区小建"; known: blank, new-estate, old-district, village',
    "未知情景“区小建”；已知：blank, new-estate, old-district, village",
  ],
  [
    "unknown parameter",
    ["run", "new-estate", "--set", "x=1"],
    "in all); `npx linli list parameters` and `npx linli list fields` show all",
    "个）；用 `npx linli list parameters`、`npx linli list fields` 查看全部",
  ],
  [
    "one replicate and many",
    ["run", "new-estate", "--replicate", "3", "--replicates", "5"],
    "--replicate runs one replicate alone: expected no --replicates beside it; got both",
    "错误：--replicate 只运行其中一次，不能与 --replicates 同用",
  ],
  [
    "no file",
    ["run", join(folder, "nowhere.json")],
    "nowhere.json: expected a file; there is none",
    `情景文件 ${join(folder, "nowhere.json")}：找不到文件`,
  ],
  [
    "no sweep",
    ["report", join(folder, "nowhere")],
    "nowhere: expected the manifest.json of a sweep; got none",
    "nowhere：该文件夹不存在，或不是扫描结果",
  ],
];

test.each(CASES)("%s: one line helps on, in either language", async (_, argv, english, chinese) => {
  const [en, zh] = [await linli(...argv, "--lang", "en"), await linli(...argv, "--lang", "zh")];
  expect([en.code, zh.code, en.out, zh.out]).toEqual([2, 2, "", ""]);
  expect(en.err.endsWith(`${english}\n`), en.err).toBe(true);
  expect(zh.err.endsWith(`${chinese}\n`), zh.err).toBe(true);
});

describe("a plan with marks of a Chinese keyboard", () => {
  const plan = (axes: string) => `scenarios: [new-estate] # 新建小区，一次\n${axes}\nreplicates: 1\nseed: 1\n`;
  const errorOf = async (text: string, lang: string) => {
    const file = join(folder, "plan.yaml");
    writeFileSync(file, text);
    const { code, err } = await linli("sweep", file, "--dry-run", "--lang", lang);
    expect(code).toBe(2);
    return err;
  };

  test.each([
    ["：", "axes：\n  team.independence: [0, 1]"],
    ["：", "axes: { team.independence：[0, 1] }"],
    ["，", "axes: { team.independence: [0，0.5，1] }"],
  ])("is answered with a question for %s", async (mark, axes) => {
    expect(await errorOf(plan(axes), "en")).toMatch(new RegExp(`; is that a full-width "${mark}"\\?\\n$`));
    expect(await errorOf(plan(axes), "zh")).toMatch(new RegExp(`；是否用了全角标点“${mark}”？\\n$`));
  });

  test("in a comment, or in another row, is no matter", async () => {
    expect(await errorOf(plan("axes: { team.independence: [0, 7] } # 零，七"), "en")).not.toContain("full-width");
  });
});
