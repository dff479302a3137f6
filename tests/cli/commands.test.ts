import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { newEstate, oldDistrict } from "../../scenarios/index.ts";
import { swapped } from "../../src/cli/compare.ts";
import { languageOf } from "../../src/cli/output.ts";
import { replicateSeed } from "../../src/kernel/random.ts";
import { BLOCK_NAMES } from "../../src/model/context.ts";
import { simulate } from "../../src/observe/simulation.ts";
import { events } from "../../src/observe/story.ts";
import { linli } from "./terminal.ts";

const SHORT = ["--until", "2015-06-29"];
const folder = mkdtempSync(join(tmpdir(), "linli-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("compare", () => {
  test("pairs seeds, and a scenario does not differ from itself", async () => {
    const { out } = await linli("compare", "new-estate", "new-estate", "--replicates", "2", "--json", ...SHORT);
    const comparison = JSON.parse(out);
    expect(comparison).toMatchObject({ a: "new-estate", b: "new-estate", swapped: [], replicates: 2 });
    const residents = comparison.measures.find(
      (m: { name: string; at: string }) => m.name === "residents" && m.at === "final",
    );
    expect(residents.difference).toMatchObject({ median: 0, q05: 0, q95: 0 });
  });

  test("sets a value on one side alone, and says so above its column", async () => {
    const argv = [
      "compare",
      "new-estate",
      "new-estate",
      "--set-b",
      "team.eventsMonthly=0",
      "--replicates",
      "2",
      ...SHORT,
    ];
    const { values, measures } = JSON.parse((await linli(...argv, "--json")).out);
    expect(values).toEqual({ a: {}, b: { "team.eventsMonthly": 0 } });
    // Without events nobody is a guest of one.
    const guests = measures.find((m: { name: string; at: string }) => m.name === "rungGuest" && m.at === "final");
    expect(guests.a.median).toBeGreaterThan(0);
    expect(guests.b.median).toBe(0);
    expect((await linli(...argv)).out).toContain("team.eventsMonthly=0");
  });

  test("takes blocks and changes on the way on one side alone, and says so above its column", async () => {
    const own = ["--block-b", "team=old-district", "--set-b", "team.eventsMonthly@2015-03-02=0"];
    const argv = ["compare", "new-estate", "new-estate", ...own, "--replicates", "1", ...SHORT];
    const compared = JSON.parse((await linli(...argv, "--json")).out);
    expect(compared).toMatchObject({
      values: { a: {}, b: {} },
      changes: { a: [], b: [{ date: "2015-03-02", values: { "team.eventsMonthly": 0 } }] },
      blocks: { a: {}, b: { team: "old-district" } },
    });
    const { out } = await linli(...argv);
    for (const part of ["team=old-district", "team.eventsMonthly@2015-03-02=0"]) expect(out).toContain(part);
  });

  test("shows both side by side in Chinese", async () => {
    const { code, out } = await linli(
      "compare",
      "new-estate",
      "old-district",
      "--swap",
      "team,agenda",
      "--replicates",
      "1",
      "--lang",
      "zh",
      ...SHORT,
    );
    expect(code).toBe(0);
    for (const part of ["互换：team、agenda", "new-estate", "old-district", "差"]) expect(out).toContain(part);
  });

  test("writes the runs of both into one folder", async () => {
    const dir = join(folder, "both");
    await linli("compare", "new-estate", "village", "--replicates", "2", "--out", dir, ...SHORT);
    expect(readFileSync(join(dir, "runs.csv"), "utf8").trim().split("\n")).toHaveLength(5);
    expect(readdirSync(dir)).toEqual(expect.arrayContaining(["ties-1.gexf", "ties-2.gexf"]));
  });

  test("every single block can be exchanged", () => {
    for (const block of BLOCK_NAMES) {
      const [a, b] = swapped(newEstate, oldDistrict, [block]);
      expect(a.context[block]).toBe(oldDistrict.context[block]);
      expect(b.context[block]).toBe(newEstate.context[block]);
      expect(a.name).toBe("new-estate");
    }
  });
});

describe("why", () => {
  test("tells the life of an organization of the start in either language", async () => {
    const { code, out } = await linli("why", "old-district", "organization:0", ...SHORT);
    expect([code, out.includes("lder-care team")]).toEqual([0, true]);
    expect((await linli("why", "old-district", "organization:0", "--lang", "zh", ...SHORT)).out).toContain("助老队");
  });

  test("knows residents, whose passages are logged for this alone", async () => {
    const simulation = simulate(oldDistrict, { seed: replicateSeed("1", 0), log: "all" }).stepTo("2015-12-28");
    const { who, date } = events(simulation).find((e) => e.kind === "joined")!;
    const { code, out } = await linli("why", "old-district", who, "--json", "--until", "2015-12-28");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ item: who, passages: [{ date }] });
  });
});

describe("why of a run with changes on the way", () => {
  test("tells of the same run as `run` does", async () => {
    const set = ["--set", "team.effort@2015-03-02=60", "--block", "timing=old-district", "--until", "2016-12-26"];
    const run = JSON.parse((await linli("run", "new-estate", ...set, "--json")).out);
    const founded = run.replicates[0].events.find((e: { who: string }) => e.who.startsWith("organization:"));
    const life = JSON.parse((await linli("why", "new-estate", founded.who, ...set, "--json")).out);
    expect(life).toMatchObject({ item: founded.who, passages: [{ date: founded.date }] });
  });
});

describe("list", () => {
  test.each(["scenarios", "parameters", "fields", "mechanisms", "measures"])(
    "%s, as a table in both languages and as JSON",
    async (what) => {
      for (const lang of ["en", "zh"]) {
        const { code, out } = await linli("list", what, "--lang", lang);
        expect(code).toBe(0);
        expect(out.split("\n").length).toBeGreaterThan(5);
      }
      const listed = JSON.parse((await linli("list", what, "--json")).out);
      expect(listed[what].length).toBeGreaterThan(3);
    },
  );

  test("assumptions hold both neighborhoods side by side", async () => {
    const { out } = await linli("list", "--assumptions", "--json");
    const { assumptions } = JSON.parse(out);
    const households = assumptions.find((a: { name: string }) => a.name === "start.households");
    expect(Object.keys(households.scenarios)).toEqual(["new-estate", "old-district"]);
    for (const { source } of assumptions) expect(source).toMatch(/assum/i);
  });
});

describe("list of one thing", () => {
  test("prints a scenario as a file that runs to the same state", async () => {
    const file = join(folder, "ours.json");
    writeFileSync(file, (await linli("list", "village", "--json")).out);
    const hash = async (name: string) =>
      JSON.parse((await linli("run", name, "--json", ...SHORT)).out).replicates[0].hash;
    expect(await hash(file)).toBe(await hash("village"));
  });

  test("tells what a parameter, a field, a measure and a mechanism mean, in either language", async () => {
    const texts = [
      ["trust.prior", "events it takes to know somebody", "了解一个人所需的来往次数"],
      ["team.independence", "share of income that no party to the issues pays", "团队独立性"],
      ["councils", "meetings held by convened platforms", "由团队召集的沟通会次数"],
      ["formation", "Founding from below", "自下而上成立组织"],
    ] as const;
    for (const [name, en, zh] of texts) {
      expect((await linli("list", name)).out).toContain(en);
      expect((await linli("list", name, "--lang", "zh")).out).toContain(zh);
    }
  });
});

describe("help", () => {
  test("every command explains itself with an example, in both languages", async () => {
    for (const command of ["run", "compare", "why", "list"]) {
      const [en, zh] = [await linli(command, "--help"), await linli(command, "--help", "--lang", "zh")];
      expect([en.code, zh.code]).toEqual([0, 0]);
      expect(en.out).toContain("Examples:");
      expect(zh.out).toContain("示例：");
      expect(zh.out).toContain("用法：");
    }
  });

  test("the main help names the exit codes, and what npm start runs", async () => {
    for (const argv of [[], ["--help"]]) {
      const { code, out } = await linli(...argv);
      expect(code).toBe(0);
      expect(out).toContain("Exit codes: 0 done, 1 failed, 2 wrong input");
      expect(out).toContain("first");
    }
  });

  test("--version prints the version alone", async () => {
    expect((await linli("--version")).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("sources of values in Chinese", () => {
  test("are told by their places in the study", async () => {
    const { out } = await linli("list", "team.independence", "--lang", "zh");
    expect(out).toMatch(/^new-estate +0\.3 +\(论文四（一）2；假设；先验 \[0, \.4\]\)$/m);
  });

  test.each([["measures"], ["meanTrust"], ["new-estate"], ["old-district"], ["--assumptions"]])(
    "of list %s hold no English notes",
    async (what) => {
      const { out } = await linli("list", what, "--lang", "zh");
      expect(out).toContain("来源");
      expect(out).not.toMatch(/non-ties|assumption\b|\bpaper\b|\bprior \[|applicable|equal in/);
    },
  );
});

describe("language", () => {
  test("comes from --lang, else from the locale, else it is English", () => {
    expect(languageOf(["run", "--lang", "en"], { LANG: "zh_CN.UTF-8" })).toBe("en");
    expect(languageOf(["run", "--lang=zh"], {})).toBe("zh");
    expect(languageOf([], { LANG: "zh_CN.UTF-8" })).toBe("zh");
    expect(languageOf([], { LANG: "zh_CN.UTF-8", LC_ALL: "C" })).toBe("en");
    expect(languageOf([], {})).toBe("en");
  });
});

describe("first", () => {
  test("shows both neighborhoods, one story each, the seed and three commands to try", async () => {
    const { code, out, err } = await linli("first", "--replicates", "2", "--until", "2016-06-27");
    expect(code).toBe(0);
    for (const part of [
      "New estate",
      "Old district",
      "paper",
      "simulated",
      "One of the runs",
      "Root seed 1",
      "may come back",
    ])
      expect(out).toContain(part);
    expect(out.match(/^ {2}npx linli (?!.*--lang)/gm)).toHaveLength(3);
    expect(err).toBe("1 of 4 runs done\n2 of 4 runs done\n3 of 4 runs done\n4 of 4 runs done\n");
  });

  test.each([
    ["first", "--lang", "zh"],
    ["first", "zh"],
  ])("%s %s: what is to be tried speaks Chinese too", async (...argv) => {
    const { out } = await linli(...argv, "--replicates", "1", "--until", "2015-06-29");
    expect(out.match(/^ {2}npx linli .* --lang zh {3}# /gm)).toHaveLength(3);
  });
});

describe("a scenario of one's own", () => {
  const { sources: _, ...plain } = newEstate;

  test("is read from JSON and runs as the one it was copied from", async () => {
    const file = join(folder, "mine.json");
    writeFileSync(file, JSON.stringify({ ...plain, name: "mine" }));
    const [mine, theirs] = [
      await linli("run", file, "--json", ...SHORT),
      await linli("run", "new-estate", "--json", ...SHORT),
    ];
    expect(JSON.parse(mine.out).scenario).toBe("mine");
    expect(JSON.parse(mine.out).replicates).toEqual(JSON.parse(theirs.out).replicates);
  });

  test("is read from a module, as default or by name", async () => {
    for (const [name, head] of [
      ["default.mjs", "export default "],
      ["named.mjs", "export const mine = "],
    ] as const) {
      const file = join(folder, name);
      writeFileSync(file, `${head}${JSON.stringify({ ...plain, name: "mine" })};`);
      expect((await linli("run", file, "--json", ...SHORT)).code).toBe(0);
    }
  });
});
