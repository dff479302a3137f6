import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { blocksOf, commandsIn } from "./blocks.ts";
import { follower, linli, root } from "./sweep-example.ts";

const pages = ["docs/bundle.md", "docs/bundle.zh.md"].map((name) => ({
  name,
  text: readFileSync(join(root, name), "utf8"),
}));
const codes = (page: (typeof pages)[number]) => blocksOf(page).map((block) => block.code);
const folder = follower();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("both pages show the same commands", () => {
  expect(codes(pages[0]!).length).toBeGreaterThan(1);
  expect(codes(pages[1]!)).toEqual(codes(pages[0]!));
});

test("the commands of the page make the archives that it tells of", () => {
  for (const command of commandsIn(codes(pages[0]!)[0]!)) linli(folder, command.split(" ").slice(1));
  const kinds = ["first-results.zip", "first-plan.zip", "two-runs.zip"].map((name) => {
    const names = Object.keys(unzipSync(readFileSync(join(folder, name))));
    return names.some((path) => path.endsWith("/results/runs.csv"));
  });
  expect(kinds).toEqual([true, false, true]);
  const files = unzipSync(readFileSync(join(folder, "first-results.zip")));
  const readme = Buffer.from(files["first-results/README.md"]!).toString();
  expect(readme).toContain(codes(pages[0]!)[1]!);
  expect(existsSync(join(folder, "first-results.zip"))).toBe(true);
}, 120_000);

describe.each(pages)("$name", ({ text }) => {
  test("names only what lies in an archive, and options that the program has", () => {
    const files = Object.keys(unzipSync(readFileSync(join(folder, "first-results.zip"))));
    const rows = text.match(/^\| `[^|]*\|/gm)!;
    const named = rows.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((m) => m[1]!));
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !files.some((file) => file.includes(name)))).toEqual([]);
    const known = ["bundle", "run", "compare", "sweep"].map((command) => linli(root, [command, "--help"])).join("\n");
    for (const [option] of text.matchAll(/--[a-z]+(?:-[a-z]+)*/g)) expect(known).toContain(option);
  });
});
