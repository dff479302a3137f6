import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { linli } from "../../cli/terminal.ts";

const page = (name: string) => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), "utf8");
const options = (text: string) => new Set(text.match(/--[a-z][a-z-]+/g));
/** Options of other programs. */
const OTHERS = ["--appendonly", "--maxmemory-policy"];

describe.each(["queue.md", "queue.zh.md"])("%s", (name) => {
  test("names options that the commands have, and all of the worker's", async () => {
    const [worker, sweep] = [await linli("worker", "--help"), await linli("sweep", "--help")];
    const known = options(worker.out + sweep.out);
    const named = [...options(page(name))].filter((option) => !OTHERS.includes(option));
    expect(named.filter((option) => !known.has(option))).toEqual([]);
    const own = [...options(worker.out)].filter(
      (option) => !["--lang", "--debug", "--help", "--executor"].includes(option),
    );
    expect(own.filter((option) => !named.includes(option))).toEqual([]);
  });
});

test.each(["long-runs.md", "long-runs.zh.md"])("%s names the options of long runs", async (name) => {
  const known = options((await linli("run", "--help")).out);
  expect([...options(page(name))].filter((option) => !known.has(option))).toEqual([]);
  expect(page(name)).toMatch(/`--checkpoint DIR`.+`--checkpoint-every WEEKS`/s);
});

test("both pages have the same commands", () => {
  const commands = (name: string) => page(name).match(/^(linli|redis-server|npm) .+$/gm);
  expect(commands("queue.zh.md")).toEqual(commands("queue.md"));
});
