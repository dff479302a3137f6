import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MEASURE_NAMES } from "../../src/observe/measures.ts";
import { fileCount, folder, inFolder, sweep } from "./smallSweep.ts";
import { linli } from "./terminal.ts";

describe("linli report and list", () => {
  test("a report is one file; a folder without a sweep is refused", async () => {
    const { dir } = await sweep({});
    const made = await linli("report", dir);
    expect([made.code, made.out]).toEqual([0, `written to ${join(dir, "report.html")}\n`]);
    expect(readFileSync(join(dir, "report.html"), "utf8")).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect((await linli("report", folder)).code).toBe(2);
  });

  test("--figures writes each figure of the page as a picture besides; a file of that name is refused", async () => {
    const { dir, plan } = await sweep({});
    const figures = inFolder(`figures-${fileCount()}`);
    const { out } = await linli("report", dir, "--figures", figures, "--lang", "zh");
    const made = readdirSync(figures);
    expect(out).toBe(`已写入 ${join(dir, "report.html")}\n${made.length}幅图位于 ${figures}\n`);
    expect(made).toContain("outcomes-meanTrust.svg");
    expect(readFileSync(join(figures, made[0]!), "utf8")).toMatch(/^<svg xmlns/);
    const refused = await linli("report", dir, "--figures", plan);
    expect([refused.code, refused.out]).toEqual([2, ""]);
    expect(refused.err).toMatch(/expected a folder; got a file of that name\n$/);
  });

  test("a measure that the sweep did not read is refused", async () => {
    const { dir } = await sweep({});
    expect((await linli("report", dir, "--measure", "councils")).err).toMatch(/expected a measure that the sweep read/);
  });

  test("list --measures is list measures, and the schema of a plan is JSON", async () => {
    const { out } = await linli("list", "--measures");
    expect(out).toBe((await linli("list", "measures")).out);
    const schema = JSON.parse((await linli("list", "plan-schema")).out);
    expect(schema.required).toEqual(["scenarios", "axes", "replicates", "seed"]);
    expect(JSON.stringify(schema.properties.measures)).toContain(`"${MEASURE_NAMES[0]}"`);
  });
});
