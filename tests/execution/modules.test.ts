import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadModule, refOf } from "../../src/execution/modules.ts";
import { loadPlan } from "../../src/execution/plans.ts";
import { readPlan } from "../../src/execution/planText.ts";
import { findScenario } from "../../src/execution/scenarios.ts";
import { checkPlan } from "../../src/experiments/planCheck.ts";
import { InputError } from "../../src/kernel/check.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = realpathSync(mkdtempSync(join(tmpdir(), "linli-modules-")));
const cache = join(folder, "cache");
const before = process.env.XDG_CACHE_HOME;

function write(files: Readonly<Record<string, string>>, under = ""): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, under, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

beforeAll(() => {
  process.env.XDG_CACHE_HOME = cache;
});
afterAll(() => {
  if (before === undefined) delete process.env.XDG_CACHE_HOME;
  else process.env.XDG_CACHE_HOME = before;
  rmSync(folder, { recursive: true, force: true });
});

const linux = process.platform === "linux";

describe("a module of TypeScript", () => {
  const files = {
    "a.ts": 'import { size } from "./size.ts";\nexport const a: number = size;\n',
    "size.ts": "export const size = 7;\n",
  };

  test("is bundled with what it imports; its hash is the same wherever it lies, and another when an import changes", async () => {
    write(files, "here");
    write(files, "there");
    const [here, there] = [await refOf(join(folder, "here/a.ts")), await refOf(join(folder, "there/a.ts"))];
    expect(await loadModule(here)).toMatchObject({ a: 7 });
    expect(there.hash).toBe(here.hash);
    write({ "size.ts": "export const size = 8;\n" }, "there");
    const changed = await refOf(join(folder, "there/a.ts"));
    expect(changed.hash).not.toBe(here.hash);
    expect(await loadModule(changed)).toMatchObject({ a: 8 });
  });

  test.runIf(linux)("is what it was when it was referred to, or is refused", async () => {
    write(files, "changing");
    const path = join(folder, "changing/a.ts");
    const ref = await refOf(path);
    write({ "size.ts": "export const size = 9;\n" }, "changing");
    expect(await loadModule(ref)).toMatchObject({ a: 7 });
    for (const file of readdirSync(join(cache, "linli"))) rmSync(join(cache, "linli", file));
    await expect(loadModule(ref)).rejects.toThrow(
      `a.ts: expected the file as it was when the sweep began (${ref.hash}); got another`,
    );
  });

  test("knows its own address", async () => {
    write({ "own.ts": "export const own = import.meta.url;\n" });
    const module = await loadModule(await refOf(join(folder, "own.ts")));
    expect(fileURLToPath((module as { own: string }).own)).toBe(join(folder, "own.ts"));
  });

  test("that cannot be bundled is answered with row and column", async () => {
    write({
      "broken.ts": "export const a = 1;\nexport const b = ;\n",
      "lost.ts": 'import { x } from "./nowhere.ts";\nexport { x };\n',
    });
    await expect(refOf(join(folder, "broken.ts"))).rejects.toThrow(
      'broken.ts: row 2, column 18: expected a module that can be bundled; got "Unexpected',
    );
    await expect(refOf(join(folder, "lost.ts"))).rejects.toThrow(
      'lost.ts: row 1, column 19: expected a module that can be bundled; got "Could not resolve',
    );
    write({ "entry.ts": 'export { x } from "linli/nothing";\n' });
    await expect(refOf(join(folder, "entry.ts"))).rejects.toThrow('linli has no entry \\"./nothing\\"');
  });
});

describe("a module of JavaScript, and JSON", () => {
  test("is loaded as it is now, although it was loaded before it changed", async () => {
    write({ "b.mjs": "export const b = 1;\n", "c.json": '{"c": 1}' });
    const refs = [await refOf(join(folder, "b.mjs")), await refOf(join(folder, "c.json"))];
    expect(await loadModule(refs[0]!)).toMatchObject({ b: 1 });
    expect(await loadModule(refs[1]!)).toEqual({ c: 1 });
    write({ "b.mjs": "export const b = 2;\n", "c.json": '{"c": 2}' });
    for (const ref of refs)
      await expect(loadModule(ref)).rejects.toThrow("expected the file as it was when the sweep began");
    expect(await loadModule(await refOf(refs[0]!.path))).toMatchObject({ b: 2 });
  });
});

describe("a plan's file", () => {
  const yaml = `# yaml-language-server: $schema=x
scenarios: [new-estate]
replicates: 2
seed: 1
axes:
  team.independence: [0, 0.5, 1]
  procedure.everyWeeks: {from: 1, to: 4}
`;
  const plan = {
    scenarios: ["new-estate"],
    replicates: 2,
    seed: 1,
    axes: { "team.independence": [0, 0.5, 1], "procedure.everyWeeks": { from: 1, to: 4 } },
  };

  test("says the same in YAML, JSON, TypeScript and JavaScript", async () => {
    write({
      "plan.yaml": yaml,
      "plan.json": JSON.stringify({ $schema: "x", ...plan }, null, 2),
      "plan.ts": `import type { Plan } from "linli";\nconst plan: Plan = ${JSON.stringify(plan)};\nexport default plan;\n`,
      "plan.mjs": `export const plan = ${JSON.stringify(plan)};\n`,
    });
    const ids = [];
    for (const ending of ["yaml", "json", "ts", "mjs"])
      ids.push([...(await loadPlan(join(folder, `plan.${ending}`))).tasks].map((t) => t.id));
    expect(ids[0]).toHaveLength(3 * 4 * 2);
    for (const other of ids.slice(1)) expect(other).toEqual(ids[0]);
  });

  test("names scenarios relative to itself", async () => {
    const { name, context } = await findScenario("new-estate");
    write({
      "in/own.json": JSON.stringify({ name: `${name} of one's own`, context }),
      "in/plan.yaml": yaml.replace("new-estate", "own.json"),
    });
    const sweep = await loadPlan(join(folder, "in/plan.yaml"));
    expect(sweep.loaded.scenarios[0]!.scenario.name).toBe("new-estate of one's own");
    expect(sweep.task(0, 0).scenario).toMatchObject({ path: join(folder, "in/own.json") });
  });

  const broken: [string, string, string][] = [
    [
      "a value out of range",
      yaml.replace("0.5, 1", "0.5, 3"),
      "row 6, column 31: axes.team.independence[2] must lie in [0, 1]",
    ],
    ["an unknown key", `${yaml}replicate: 3\n`, 'row 8, column 1: replicate: unknown key "replicate"'],
    [
      "an unknown axis",
      yaml.replace("everyWeeks", "everyWeek"),
      "row 7, column 3: axes.procedure.everyWeek: unknown parameter or context field",
    ],
    [
      "an end out of range",
      yaml.replace("to: 4", "to: 400"),
      "row 7, column 39: axes.procedure.everyWeeks.to must be a whole number in [1, 52]",
    ],
    ["a key left out", yaml.replace("seed: 1\n", ""), 'row 2, column 1: the plan lacks "seed"'],
    [
      "a scenario unknown",
      yaml.replace("new-estate", "new-estat"),
      'row 2, column 13: scenarios[0]: unknown scenario "new-estat"; did you mean "new-estate"?',
    ],
    [
      "a file that is not there",
      yaml.replace("new-estate", "./none.ts"),
      "row 2, column 13: scenarios[0]: scenario file ./none.ts: expected a file; there is none",
    ],
    ["a key twice", `${yaml}seed: 3\n`, 'row 8, column 1: expected each key once; got "seed" twice'],
    ["a bracket open", yaml.replace("0.5, 1]", "0.5, 1"), "expected YAML or JSON; got"],
    ["nothing", "", "row 1, column 1: the plan must be an object; got null"],
    ["two documents", `${yaml}---\n${yaml}`, "expected YAML or JSON; got"],
    [
      "an object of a language",
      yaml.replace("seed: 1", "seed: !!js/function 'x'"),
      "row 4, column 7: expected YAML or JSON; got",
    ],
    [
      "names that multiply",
      `a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c, *c]\n`,
      "expected YAML or JSON; got",
    ],
  ];
  test.each(broken)("with %s is answered with row and column", async (_, text, message) => {
    write({ "broken.yaml": text });
    const path = join(folder, "broken.yaml");
    await expect(loadPlan(path)).rejects.toThrow(message);
    const error = await loadPlan(path).catch((e: Error) => e);
    expect(error).toMatchObject({ name: "InputError" });
    expect((error as Error).message.startsWith(path)).toBe(true);
    expect((error as Error).message).not.toContain("\n");
  });

  test("whatever its text is cut and changed to, it is a plan or gives an InputError with its place", () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom("{", "]", ": ", "\n", "- ", "&a ", "*a", "? ", "!!set ", "|", "__proto__: ", "\t", '"'),
    );
    let failed = 0;
    fc.assert(
      fc.property(fc.nat(yaml.length), fc.nat(20), part, (at, cut, put) => {
        try {
          const { value, place } = readPlan(yaml.slice(0, at) + put + yaml.slice(at + cut), "plan.yaml");
          checkPlan(value, { place });
        } catch (error) {
          failed++;
          expect(error).toBeInstanceOf(InputError);
          expect((error as Error).message).toMatch(/^plan\.yaml: row \d+, column \d+: [^\n\r]+$/);
        }
      }),
      { numRuns: 1000, seed: 4 },
    );
    expect(failed).toBeGreaterThan(300);
  });

  test("in JSON has rows and columns as well, in TypeScript the path of the value", async () => {
    const wrong = { ...plan, replicates: 0 };
    write({
      "wrong.json": JSON.stringify(wrong, null, 2),
      "wrong.ts": `export default ${JSON.stringify(wrong)};\n`,
      "no.txt": yaml,
      "none.mjs": "export const other = 1;\n",
    });
    await expect(loadPlan(join(folder, "wrong.json"))).rejects.toThrow(
      "wrong.json: row 5, column 17: replicates must be a whole number",
    );
    await expect(loadPlan(join(folder, "wrong.ts"))).rejects.toThrow("wrong.ts: replicates must be a whole number");
    await expect(loadPlan(join(folder, "no.txt"))).rejects.toThrow(
      "expected a plan in a .yaml, .json, .js, .mjs or .ts file",
    );
    await expect(loadPlan(join(folder, "none.mjs"))).rejects.toThrow(
      "expected a module whose default or plan is a plan",
    );
    await expect(loadPlan(join(folder, "gone.yaml"))).rejects.toThrow("expected a file; there is none");
    await expect(loadPlan(folder)).rejects.toThrow("expected a file; there is none");
  });
});

/** The package as it lies in node_modules of a project: built, with its dependencies beside it. */
async function install(): Promise<void> {
  const place = join(folder, "project/node_modules");
  mkdirSync(place, { recursive: true });
  for (const name of readdirSync(join(root, "node_modules")))
    if (!name.startsWith(".") && name !== "linli") symlinkSync(join(root, "node_modules", name), join(place, name));
  cpSync(join(root, "package.json"), join(place, "linli/package.json"));
  await build({
    absWorkingDir: root,
    entryPoints: ["src/index.ts", "scenarios/index.ts", "src/execution/plans.ts", "src/execution/prepare.ts"],
    outbase: ".",
    outdir: join(place, "linli/dist"),
    chunkNames: "src/cli/shared-[hash]",
    ...{ bundle: true, splitting: true, packages: "external", format: "esm", platform: "neutral", target: "es2022" },
    logLevel: "warning",
  });
}

/** Loads a plan and runs its tasks in a thread; the project's own files are TypeScript. */
const project = {
  "study/size.ts": "export const households: number = 40;\n",
  "study/tiny.ts": `import type { Scenario } from "linli";
import { newEstate } from "linli/scenarios";
import { households } from "./size.ts";
const start = { ...newEstate.context.start, communities: 1, households, blocks: 4 };
const tiny: Scenario = { ...newEstate, name: "tiny", until: "2016-12-26", patterns: [], context: { ...newEstate.context, start } };
export default tiny;
`,
  "study/rumors.ts": `import { defineMechanism, InputError, type Model, parameter } from "linli";
const rumors = defineMechanism({
  name: "rumors", submodel: "own", title: { en: "", zh: "" }, summary: { en: "", zh: "" }, source: "assumption", order: "sequential",
  parameters: { speed: parameter(1, [0, 3], "tellings a week", "assumption", ["speed", ""], ["", ""]) },
  writes: [],
  bind({ values }) {
    if (values.speed === 3) throw new InputError("rumors run too fast");
    return () => {};
  },
});
export default (standard: Model): Model => standard.insertAfter(standard.mechanisms.at(-1)!.name, rumors);
`,
  "study/plan.yaml": `scenarios: [./tiny.ts]
model: ./rumors.ts
axes:
  rumors.speed: [1, 3]
replicates: 1
seed: 1
`,
  "run.mjs": `import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { InputError, Model, simulate } from "linli";
import { loadPlan } from "./node_modules/linli/dist/src/execution/plans.js";
const sweep = await loadPlan("study/plan.yaml");
const own = sweep.loaded.model.model instanceof Model;
const hash = simulate(sweep.loaded.scenarios[0].scenario, { ...sweep.task(0, 0), model: sweep.loaded.model.model }).finish().hash;
const told = [];
for (const task of sweep.tasks) {
  const worker = new Worker(new URL("./worker.mjs", import.meta.url), { workerData: task });
  told.push((await once(worker, "message"))[0]);
}
console.log(JSON.stringify({ own, hash, told }));
`,
  "worker.mjs": `import { parentPort, workerData } from "node:worker_threads";
import { InputError, simulate } from "linli";
import { prepare } from "./node_modules/linli/dist/src/execution/prepare.js";
const { scenario, model } = await prepare(workerData);
try {
  const { hash } = simulate(scenario, { ...workerData, model }).finish();
  parentPort.postMessage({ name: scenario.name, hash });
} catch (error) {
  parentPort.postMessage({ input: error instanceof InputError, message: error.message });
}
`,
};

test("a scenario and a mechanism in TypeScript work in threads of the installed package, and are of its classes", async () => {
  await install();
  write(project, "project");
  const out = execFileSync(process.execPath, ["run.mjs"], {
    cwd: join(folder, "project"),
    env: { ...process.env, XDG_CACHE_HOME: cache },
    encoding: "utf8",
  });
  const { own, hash, told } = JSON.parse(out);
  expect(own).toBe(true);
  expect(hash).toMatch(/^[0-9a-f]{16}$/);
  expect(told).toEqual([
    { name: "tiny", hash },
    { input: true, message: 'mechanism "rumors", week of 2015-01-05: rumors run too fast' },
  ]);
});
