import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { linli } from "./terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-odd-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("linli odd", () => {
  test.each([
    ["en", /^# Linli: .*ODD description\n/, "## 7 Submodels"],
    ["zh", /^# 邻里：.*ODD 描述\n/, "## 7 子模型"],
  ])("prints the document in %s", async (lang, title, section) => {
    const { code, out, err } = await linli("odd", "--lang", lang);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(title);
    expect(out).toContain(section);
  });

  test("writes what it would print into a file, in folders that it makes, and over an older one", async () => {
    const file = join(folder, "new", "odd.md");
    for (const lang of ["en", "zh"]) {
      const { code, out } = await linli("odd", "--lang", lang, "--out", file);
      expect([code, out]).toEqual([0, `${lang === "zh" ? "已写入 " : "written to "}${file}\n`]);
      expect(readFileSync(file, "utf8")).toBe((await linli("odd", "--lang", lang)).out);
    }
    expect(readdirSync(join(folder, "new"))).toEqual(["odd.md"]);
  });

  test("answers a place where no file can be with one line and exit code 2, in both languages", async () => {
    mkdirSync(join(folder, "taken"));
    writeFileSync(join(folder, "file"), "");
    const places: readonly (readonly [string, RegExp, RegExp])[] = [
      [
        join(folder, "taken"),
        /expected a file to write; got a folder of that name/,
        /应为可写入的文件；实为同名文件夹/,
      ],
      [
        join(folder, "file", "x.md"),
        /expected a folder to make; got a file of that name/,
        /应为可新建的文件夹；实为同名文件/,
      ],
      ["/proc/none/x.md", /expected a file to write; got a place where none can be made/, /实为无法建立文件的位置/],
      [
        join(folder, `${"x".repeat(300)}.md`),
        /got a place where none can be made \(ENAMETOOLONG\)/,
        /实为无法建立文件的位置/,
      ],
    ];
    for (const [place, en, zh] of places) {
      for (const [lang, message] of [
        ["en", en],
        ["zh", zh],
      ] as const) {
        const { code, out, err } = await linli("odd", "--lang", lang, "--out", place);
        expect([code, out, err.trim().split("\n")]).toEqual([2, "", [expect.stringMatching(message)]]);
      }
    }
    expect(readdirSync(join(folder, "taken"))).toEqual([]);
    expect(existsSync(join(folder, `${"x".repeat(300)}.md`))).toBe(false);
  });

  test("refuses other languages, arguments and options with exit code 2", async () => {
    for (const argv of [["--lang", "fr"], ["trust"], ["--json"]]) expect((await linli("odd", ...argv)).code).toBe(2);
  });

  test("has help with an example", async () => {
    expect((await linli("odd", "--help")).out).toContain("linli odd --lang zh --out odd.zh.md");
    expect((await linli("odd", "--help", "--lang", "zh")).out).toContain("按 ODD 规范");
  });
});
