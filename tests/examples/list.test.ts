import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { examples, pagesOf } from "./example.ts";

const folders = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const [english, chinese] = pagesOf();

describe("the list of examples", () => {
  test("has a row for every folder, in both languages", () => {
    expect(folders.length).toBe(7);
    const rows = (text: string) =>
      [...text.matchAll(/^\| \[([\w-]+)\]\(([^)]+)\)/gm)].map(([, name, to]) => [name, to]);
    expect(rows(english!.text).sort()).toEqual(folders.map((name) => [name, `${name}/README.md`]).sort());
    expect(rows(chinese!.text).sort()).toEqual(folders.map((name) => [name, `${name}/README.zh.md`]).sort());
  });

  test.each(folders)("%s is tested, and uses published entries alone", (folder) => {
    expect(existsSync(join("tests", "examples", `${folder}.test.ts`))).toBe(true);
    const scripts = readdirSync(join(examples, folder)).filter((name) => name.endsWith(".ts"));
    for (const name of scripts)
      for (const [, from] of readFileSync(join(examples, folder, name), "utf8").matchAll(/ from "([^"]+)"/g))
        expect(from, name).toMatch(
          /^(linli(\/(scenarios|networks|testing|analysis|experiments))?|node:\w+|\.\/\w+\.ts)$/,
        );
  });
});
