import { rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { blank, oldDistrict } from "../../scenarios/index.ts";
import { readText } from "../../src/execution/modules.ts";
import { findScenario } from "../../src/execution/scenarios.ts";
import type { Scenario } from "../../src/model/scenario.ts";
import { simulate } from "../../src/observe/simulation.ts";
import { story } from "../../src/observe/story.ts";
import { injuredText, injuries } from "./damage.ts";
import { answered, answeredLater, hold, holdLater, scratch } from "./hostile.ts";
import { changed, hostile, waysOf } from "./places.ts";

const folder = scratch();
const path = join(folder, "own.json");
afterAll(() => rmSync(folder, { recursive: true }));

const read = (text: string | Uint8Array) => {
  writeFileSync(path, text);
  return findScenario(path);
};

const network = {
  name: "three",
  nodes: ["a", "b", "c"].map((id) => ({ id, attributes: { competence: "0.5" } })),
  arcs: [{ source: 0, target: 1, weight: 2 }],
  foci: [[1, 2]],
};
const { context } = blank;
const own = {
  ...blank,
  name: "own",
  context: { ...context, start: { ...context.start, households: 12, communities: 1, blocks: 2 } },
  sources: { "team.effort": "assumption" },
  patterns: oldDistrict.patterns.slice(0, 2),
  facts: [{ date: "2016-01-01", text: { en: "a", zh: "甲" } }],
  terms: { council: { en: "c", zh: "会" }, organizations: { arts: { en: "a", zh: "艺" } } },
  values: { "trust.breachWeight": 3 },
  network,
};
const text = JSON.stringify(own);

describe("a scenario in a JSON file", () => {
  test("whatever befalls the file, is read or refused in a line", async () => {
    await holdLater("damaged scenarios", injuries, (how) => read(injuredText(text, how)));
  });

  test("with anything anywhere, is read or refused in a line; what is read can be run and told", async () => {
    const places = fc.tuple(fc.constantFrom(...waysOf(own)), hostile);
    await holdLater("scenarios of any content", places, async ([way, value]) => {
      const scenario = await read(JSON.stringify(changed(own, way, value)));
      if (isSmall(scenario)) run(scenario);
      return scenario;
    });
  });

  test("in another encoding is refused", async () => {
    const bytes = Buffer.from(text);
    const chinese = Buffer.from([0xc1, 0xda, 0xc0, 0xef]); // 邻里 in GBK
    const at = bytes.indexOf('"own"') + 1;
    for (const wrong of [
      Buffer.concat([bytes.subarray(0, at), chinese, bytes.subarray(at)]),
      Buffer.from(text, "utf16le"),
    ])
      expect(await answeredLater(() => read(wrong))).toEqual({
        refused: `${path}: expected UTF-8 text; got another encoding`,
      });
    expect(await read(`\uFEFF${text}`)).toEqual(await read(text));
  });

  test("that is nested a hundred thousand deep is answered at once", async () => {
    const deep = (n: number) => `${'{"a":'.repeat(n)}1${"}".repeat(n)}`;
    for (const part of ["facts", "terms", "values", "sources", "network", "about", "context", "patterns", "x"])
      expect(await answeredLater(() => read(`{"${part}":${deep(100_000)},"name":"a"}`))).toHaveProperty("refused");
    expect(await answeredLater(() => read("[".repeat(100_000)))).toHaveProperty("refused");
  });

  test("by a name that leads elsewhere, is a line", async () => {
    const names = [
      "../".repeat(40),
      "/etc/passwd",
      "a\nb/c.json",
      "\0.json",
      "/dev/zero.json",
      "__proto__",
      "constructor",
    ];
    for (const name of [...names, `${"x".repeat(5000)}/a.json`, folder, `${folder}/own.txt`])
      expect(await answeredLater(() => findScenario(name))).toHaveProperty("refused");
  });
});

/** Whether a run of some weeks takes a moment. */
function isSmall({ context: { start }, network: graph }: Scenario): boolean {
  const homes = start.households * start.communities;
  return homes <= 200 && start.organizations.length < 50 && (graph?.nodes.length ?? 0) <= 1000;
}

function run(scenario: Scenario): void {
  const simulation = simulate(scenario, { until: scenario.context.start.date, measures: [] });
  simulation.run.step();
  story(simulation, "en");
  for (const words of [scenario.title, scenario.about]) expect(typeof words.zh).toBe("string");
}

describe("a file", () => {
  test("that has no end is refused before it is read", () => {
    symlinkSync("/dev/zero", join(folder, "zero.json"));
    expect(answered(() => readText("zero.json", join(folder, "zero.json")))).toEqual({
      refused: "zero.json: expected a file that can be read; got another thing of that name",
    });
    expect(answered(() => readText("folder", folder))).toEqual({
      refused: "folder: expected a file that can be read; got EISDIR",
    });
  });

  test("of a gigabyte is refused before it is read", () => {
    const large = join(folder, "nodes.csv");
    writeFileSync(large, "id,");
    truncateSync(large, 2 ** 30); // one line; the disk keeps a block of it
    const [from, before] = [performance.now(), process.memoryUsage().rss];
    expect(answered(() => readText("nodes.csv", large))).toEqual({
      refused: "nodes.csv: expected at most 268435456 bytes; got 1073741824 bytes",
    });
    const [ms, grown] = [performance.now() - from, process.memoryUsage().rss - before];
    console.log(`a file of one line of a gigabyte: ${ms.toFixed(1)} ms, ${Math.round(grown / 1e6)} MB more`);
    expect(ms).toBeLessThan(1000);
    expect(grown).toBeLessThan(1e8);
  });

  test("of any bytes is UTF-8 or refused", () => {
    const file = join(folder, "any.txt");
    hold("files of any bytes", fc.uint8Array({ maxLength: 40 }), (bytes) => {
      writeFileSync(file, bytes);
      return readText("any.txt", file);
    });
  });
});
