import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { formOf } from "../../src/execution/validation/record.ts";
import { linli } from "./terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-validate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("linli validate", () => {
  test("has help in both languages, with the parts there are", async () => {
    const { code, out } = await linli("validate", "--help");
    expect(code).toBe(0);
    expect(out).toMatch(/--only <parts>[\s\S]*patterns,/);
    expect((await linli("validate", "--help", "--lang", "zh")).out).toContain("模型验证页面");
  });

  test("answers an unknown part and a bad number with one line and code 2, nothing written", async () => {
    const dir = join(folder, "none");
    const unknown = await linli("validate", dir, "--only", "patern", "--lang", "en");
    expect(unknown.code).toBe(2);
    expect(unknown.err).toMatch(/^error: unknown part "patern"; did you mean "patterns"\?.*\n$/);
    expect((await linli("validate", dir, "--threads", "0")).code).toBe(2);
    expect(existsSync(dir)).toBe(false);
  });

  test("refuses a folder that holds another form, in either language", async () => {
    writeFileSync(join(folder, "validation.json"), JSON.stringify(formOf(true, "other")));
    const refused = await linli("validate", folder, "--quick", "--only", "patterns", "--lang", "en");
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("seed 20190214; got one that holds the quick form");
    const chinese = await linli("validate", folder, "--quick", "--only", "patterns", "--lang", "zh");
    expect(chinese.err).toMatch(
      /^错误：[^a-z]*\S*：应为新文件夹，或存有版本 \S+、种子 20190214 的快速版；其中是版本 \S+、种子 other 的快速版\n$/,
    );
  });
});
