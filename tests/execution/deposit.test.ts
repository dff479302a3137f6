import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blank } from "../../scenarios/blank.ts";
import { shellWords } from "../../src/cli/shell.ts";
import { depositOf } from "../../src/execution/deposit/deposit.ts";
import { packedSources, sourceCondition, sourceEntries } from "../../src/execution/deposit/sources.ts";
import { writeZip } from "../../src/execution/deposit/zip.ts";
import { oddDocument } from "../../src/execution/odd/document.ts";
import { loadPlan } from "../../src/execution/plans.ts";
import { runSweep } from "../../src/execution/run.ts";
import { manifestText, readManifest } from "../../src/execution/store.ts";
import { VERSION } from "../../src/execution/version.ts";
import { linli } from "../cli/terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "linli-deposit-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OURS = { ...blank, name: "our-street" };
const RULES = `import { stepTrust } from "linli";
export default (standard: { replace(name: string, by: unknown): unknown }) => standard.replace("trust", stepTrust);
`;
const PLAN = {
  scenarios: ["blank", "./ours.json"],
  axes: { "team.independence": [0, 1] },
  replicates: 2,
  seed: "deposit",
  until: "2015-03-30",
  values: { "start.households": 12, "start.communities": 1 },
  swaps: [{ blocks: ["team"], from: "ours.json" }],
  measures: ["meanTrust", "suspensionDate"],
  series: 4,
  model: "rules.ts",
};
const plan = join(folder, "study", "plan.json");
const dir = join(folder, "study", "plan-results");

/** Runs a plan here. */
async function sweep(path: string, to: string): Promise<void> {
  await runSweep(await loadPlan(path), { dir: to, threads: 1 });
}

/** The files of the archive of a path, without their common folder. */
async function packed(path: string, out = join(folder, "archive.zip"), added: readonly string[] = []) {
  const deposit = await depositOf(path, added, shellWords);
  await writeZip(out, deposit.folder, deposit.entries);
  const files = Object.entries(unzipSync(readFileSync(out)));
  const prefix = `${deposit.folder}/`;
  expect(files.filter(([name]) => !name.startsWith(prefix))).toEqual([]);
  return {
    ...deposit,
    files: new Map(files.map(([name, bytes]) => [name.slice(prefix.length), Buffer.from(bytes)])),
  };
}

function unpack(files: ReadonlyMap<string, Buffer>, to: string): void {
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    writeFileSync(join(to, name), bytes);
  }
}

beforeAll(async () => {
  mkdirSync(dirname(plan));
  writeFileSync(plan, JSON.stringify(PLAN));
  writeFileSync(join(dirname(plan), "ours.json"), JSON.stringify(OURS));
  writeFileSync(join(dirname(plan), "rules.ts"), RULES);
  await sweep(plan, dir);
});

describe("the archive of a sweep", () => {
  test("holds plan, files of one's own, results, versions, both documents, citation, license and sources", async () => {
    const { files } = await packed(dir);
    const kept = [...files.keys()].filter((name) => !name.startsWith("code/linli/"));
    expect(kept).toEqual([
      ...["CITATION.cff", "LICENSE", "README.md", "README.zh.md"],
      ...["code/ours.json", "code/plan.json", "code/rules.ts", "docs/odd.md", "docs/odd.zh.md"],
      ...["SHA256SUMS", "events.csv", "events.parquet", "manifest.json", "runs.csv", "runs.parquet"].map(
        (n) => `results/${n}`,
      ),
      ...["series.csv", "series.parquet", "summary.csv", "timing.csv"].map((n) => `results/${n}`),
      ...["versions.json", "SHA256SUMS"],
    ]);
    for (const name of ["src/cli/main.ts", "src/model/mechanisms/trust.ts", "scenarios/blank.ts", "package.json"])
      expect([...files.keys()]).toContain(`code/linli/${name}`);
    expect(files.get("docs/odd.md")!.toString()).toBe(oddDocument("en"));
    expect(files.get("docs/odd.zh.md")!.toString()).toBe(oddDocument("zh"));
    const { node, machine, version: linli, model } = JSON.parse(readFileSync(join(dir, "manifest.json"), "utf8"));
    expect(JSON.parse(files.get("versions.json")!.toString())).toEqual({ linli, model, node, machine });
    for (const name of readdirSync(dir).filter((n) => n !== "manifest.json"))
      expect(files.get(`results/${name}`)!.equals(readFileSync(join(dir, name))), name).toBe(true);
  });

  test("has the right checksum of every other file", async () => {
    const { files } = await packed(dir);
    const lines = files.get("SHA256SUMS")!.toString().trimEnd().split("\n");
    const sums = lines.map((line) => line.split("  "));
    expect(sums.map(([, name]) => name)).toEqual([...files.keys()].filter((name) => name !== "SHA256SUMS"));
    for (const [sum, name] of sums)
      expect(createHash("sha256").update(files.get(name!)!).digest("hex"), name).toBe(sum);
  });

  test("names no place of this machine", async () => {
    const { files } = await packed(dir);
    const named = [...files].filter(([name, bytes]) => !name.startsWith("code/linli/") && bytes.includes(folder));
    expect(named.map(([name]) => name)).toEqual([]);
  });

  test("has the same bytes again, elsewhere and in another time zone, and others when a result is another", async () => {
    const [first, second, third] = ["1", "2", "3"].map((n) => join(folder, `${n}.zip`));
    await packed(dir, first);
    const elsewhere = join(folder, "elsewhere", "plan-results");
    cpSync(dir, elsewhere, { recursive: true });
    const zone = process.env.TZ;
    process.env.TZ = "Pacific/Honolulu";
    await packed(elsewhere, second);
    process.env.TZ = zone ?? "";
    expect(readFileSync(second!).equals(readFileSync(first!))).toBe(true);
    writeFileSync(join(elsewhere, "figure.svg"), "<svg/>");
    const { files } = await packed(elsewhere, third);
    expect(files.get("results/figure.svg")!.toString()).toBe("<svg/>");
    expect(readFileSync(third!).equals(readFileSync(first!))).toBe(false);
  });

  test("is enough to run it again, to the same rows", async () => {
    const { files, given } = await packed(dir);
    expect(given.commands).toEqual([["linli", "sweep", "code/plan.json", "--out", "again"]]);
    const [there, again] = [join(folder, "unpacked"), join(folder, "again")];
    unpack(files, there);
    await sweep(join(there, "code/plan.json"), again);
    for (const name of ["runs.csv", "series.csv", "events.csv", "summary.csv"])
      expect(readFileSync(join(again, name), "utf8"), name).toBe(readFileSync(join(dir, name), "utf8"));
    for (const name of ["README.md", "README.zh.md"]) {
      const text = files.get(name)!.toString();
      expect(text).toContain("linli sweep code/plan.json --out again\ncmp again/runs.csv results/runs.csv\n");
      expect(text).toContain("code/rules.ts");
      expect(text).toContain(`linli ${VERSION}`);
    }
  });

  test("has the same sources from a clone and from a package that ships them only as the build keeps them", () => {
    const clone = new URL("../../", import.meta.url);
    const bare = join(folder, "package");
    mkdirSync(join(bare, "dist"), { recursive: true });
    writeFileSync(join(bare, "dist", "sources.json.br"), packedSources(clone));
    const entries = sourceEntries(pathToFileURL(`${bare}/`), "code/linli/");
    expect(entries).toEqual(sourceEntries(clone, "code/linli/"));
    expect(entries.length).toBeGreaterThan(300);
    expect(sourceCondition(clone)).toMatch(/source$/);
  });

  test("of a shard with adaptive replicates says so in its command", async () => {
    const part = join(folder, "part");
    cpSync(dir, part, { recursive: true });
    const manifest = readManifest(part);
    const adaptive = { until: [{ measure: "meanTrust", width: 0.1 }], cap: 8 } as const;
    writeFileSync(join(part, "manifest.json"), manifestText({ ...manifest, adaptive, shard: { index: 1, count: 2 } }));
    const { given } = await packed(part);
    expect(given.commands[0]!.join(" ")).toBe(
      "linli sweep code/plan.json --until-ci meanTrust=0.1 --most 8 --shard 1/2 --out again",
    );
  });
});

describe("the archive of a plan", () => {
  test("holds what is needed to run it, and no results", async () => {
    const { files, given } = await packed(plan);
    expect([...files.keys()].filter((name) => name.startsWith("results/"))).toEqual([]);
    expect([given.kind, given.runs]).toEqual(["plan", { there: 0, planned: 8 }]);
    expect(JSON.parse(files.get("code/plan.json")!.toString())).toMatchObject({
      scenarios: ["blank", "ours.json"],
      swaps: [{ blocks: ["team"], from: "ours.json" }],
      model: "rules.ts",
      seed: "deposit",
    });
  });
});

describe("the archive of runs", () => {
  const scenario = join(folder, "our file.json");
  const small = ["--set", "start.households=12", "--set", "start.communities=1", "--until", "2015-04-27"];
  const settings = ["--set", "team.independence@2015-02-02=0.4", "--block", "team=old-district", "--seed", "it's 7"];

  test.each([
    ["replicates", ["run", "blank", "--replicates", "3", ...small], []],
    ["one of many, every week", ["run", "blank", "--replicate", "2", "--series", ...small], []],
    ["settings, dated ones, blocks and a seed of any text", ["run", "blank", ...settings, ...small], []],
    ["a scenario of one's own", ["run", scenario, ...small], [scenario]],
    [
      "rules of one's own",
      ["run", "blank", "--model", join(dirname(plan), "rules.ts"), "--set", "stepTrust.step=0.1", ...small],
      [],
    ],
    ["a comparison", ["compare", "blank", scenario, "--swap", "team", "--replicates", "2", ...small], [scenario]],
  ] as const)("of %s holds commands that make the same rows", async (_, argv, added) => {
    writeFileSync(
      scenario,
      JSON.stringify({ ...OURS, context: { ...OURS.context, team: { ...OURS.context.team, eventsMonthly: 3 } } }),
    );
    const [from, to] = [mkdtempSync(join(folder, "runs-")), mkdtempSync(join(folder, "again-"))];
    const made = await linli(...argv, "--out", join(from, "results"));
    expect([made.code, made.err.includes("error") ? made.err : ""]).toEqual([0, ""]);
    const { files, given } = await packed(join(from, "results"), undefined, added);
    unpack(files, to);
    const rows: string[] = [];
    for (const words of given.commands) {
      const here = words
        .slice(1)
        .map((word, k, all) =>
          all[k - 1] === "--out" || word.startsWith("code/") ? join(to, word) : word.replace("=code/", `=${to}/code/`),
        );
      expect((await linli(...here)).code).toBe(0);
      rows.push(
        ...readFileSync(join(to, words.at(-1)!, "runs.csv"), "utf8")
          .trimEnd()
          .split("\n")
          .slice(1),
      );
      const shown = files.get("README.md")!.toString();
      expect(shown).toContain(shellWords(words));
    }
    const expected = files.get("results/runs.csv")!.toString().trimEnd().split("\n").slice(1);
    expect(expected.map((row) => rows.indexOf(row))).toEqual([...expected.keys()]);
  });
});

describe("an archive that cannot be made", () => {
  const chinese = /[\u4e00-\u9fff]/;
  const answers = async (argv: readonly string[], message: RegExp) => {
    const out = join(folder, "none.zip");
    for (const lang of ["en", "zh"]) {
      const {
        code,
        out: said,
        err,
      } = await linli("bundle", ...argv, ...(argv.includes("--out") ? [] : ["--out", out]), "--lang", lang);
      expect([code, said, err.trim().split("\n").length]).toEqual([2, "", 1]);
      expect(err).toMatch(lang === "en" ? message : chinese);
      expect(existsSync(out)).toBe(false);
    }
  };

  test("of what is not there, or is no plan and no results, is refused", async () => {
    await answers([join(folder, "nowhere")], /expected a plan, or a directory of results; there is none/);
    await answers([folder], /expected the manifest.json of a sweep; got none/);
    const text = join(folder, "notes.txt");
    writeFileSync(text, "");
    await answers([text], /expected a plan in a .yaml, .json, .js, .mjs or .ts file; got ".txt"/);
  });

  test("of a sweep that has not ended, or of another version, is refused", async () => {
    const open = join(folder, "open");
    cpSync(dir, open, { recursive: true });
    mkdirSync(join(open, "segments"));
    await answers([open], /expected a sweep that has ended; got one whose runs are not merged yet/);
    rmSync(join(open, "segments"), { recursive: true });
    writeFileSync(join(open, "manifest.json"), manifestText({ ...readManifest(open), version: "0.0.1" }));
    await answers([open], new RegExp(`expected results of linli ${VERSION}; got those of 0.0.1`));
  });

  test("without files that have changed, or that import others, is refused", async () => {
    const study = join(folder, "changed");
    cpSync(dirname(plan), study, { recursive: true });
    const text = readFileSync(join(dirname(plan), "rules.ts"), "utf8");
    writeFileSync(join(study, "other.ts"), "export const more = 1;\n");
    writeFileSync(join(study, "rules.ts"), `import { more } from "./other.ts";\nexport const kept = more;\n${text}`);
    await answers(
      [join(study, "plan.json")],
      /rules.ts: expected a module in one file; got one that imports "\.\/other.ts"/,
    );
    const before = readFileSync(join(dirname(plan), "ours.json"), "utf8");
    writeFileSync(join(dirname(plan), "ours.json"), `${before} `);
    await answers([dir], /ours.json: expected the file as it was when the sweep began/);
    writeFileSync(join(dirname(plan), "ours.json"), before);
  });

  test("of runs that need a file which is not there is refused", async () => {
    const ours = join(folder, "ours.json");
    writeFileSync(ours, JSON.stringify(OURS));
    const runs = join(folder, "our-runs");
    await linli("run", ours, "--until", "2015-02-02", "--set", "start.households=12", "--out", runs);
    await answers([runs], /expected the file of scenario our-street by --add; got none/);
    await answers([runs, "--add", "blank"], /--add blank: expected a file; got a shipped name/);
    await answers([dir, "--add", ours], /expected a directory of linli run --out beside it/);
    const nets = join(folder, "net");
    mkdirSync(nets);
    writeFileSync(join(nets, "nodes.csv"), "id\nWang\nLi\n");
    writeFileSync(join(nets, "edges.csv"), "source,target\nWang,Li\n");
    const over = join(folder, "over-net");
    await linli("run", "blank", "--until", "2015-02-02", "--network", nets, "--out", over);
    await answers([over], /expected runs of a scenario alone; got one over the network net/);
  });

  test("at a place where no file can be, or inside of what it holds, is refused", async () => {
    await answers([dir, "--out", folder], /expected a file to write; got a folder of that name/);
    await answers([dir, "--out", join(dir, "it.zip")], /expected a file outside of .*; got one inside/);
    expect(existsSync(join(dir, "it.zip"))).toBe(false);
  });
});

describe("linli bundle", () => {
  test("writes beside what it packs, and tells what it wrote", async () => {
    const { code, out } = await linli("bundle", dir, "--lang", "zh");
    expect([code, existsSync(`${dir}.zip`)]).toEqual([0, true]);
    expect(out).toContain(`已写入 ${dir}.zip`);
    const { out: json } = await linli("bundle", plan, "--json");
    expect(JSON.parse(json)).toMatchObject({ file: join(dirname(plan), "plan.zip"), kind: "plan", runs: 0 });
    expect(readdirSync(dirname(plan)).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("has help with examples in both languages", async () => {
    for (const [lang, words] of [
      ["en", "one archive to deposit"],
      ["zh", "可存档的文件"],
    ] as const) {
      const { out } = await linli("bundle", "--help", "--lang", lang);
      expect(out).toContain("linli bundle plan.yaml --out deposit.zip");
      expect(out.replace(/\s+/g, lang === "zh" ? "" : " ")).toContain(words);
    }
  });
});
