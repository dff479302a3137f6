/** `npm pack` gives what installs into an empty folder and works there: by import, by require, as a command, in a browser. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { basename, join } from "node:path";
import { runInNewContext } from "node:vm";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { build as esbuild } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { build as vite } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { blocksOf, commandsIn, outputOf as shownAfter, withOutput } from "../docs/blocks.ts";
import { type Installed, installed, onDisk, root } from "./installed.ts";
import { ALWAYS, TYPED } from "./typed.ts";

const MOST_BYTES = 3_000_000;
const ENTRIES = ["linli", "linli/scenarios", "linli/networks", "linli/testing", "linli/analysis", "linli/experiments"];

let at: Installed;
let own: string;
beforeAll(() => {
  at = installed();
  own = join(at.folder, "node_modules", "linli");
}, 300_000);
afterAll(() => at?.remove());

const node = (...argv: string[]) =>
  execFileSync(process.execPath, argv, { cwd: at.folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** What a program writes that fails; nothing, of one that does not. */
function outputOf(...argv: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd: at.folder, encoding: "utf8" });
  return status === 0 ? "" : stdout + stderr;
}

test("an install without what is optional is one package of less than 3 MB", () => {
  const names = readdirSync(join(at.folder, "node_modules")).filter((name) => !name.startsWith("."));
  expect(names).toEqual(["linli"]);
  const bytes = onDisk(join(at.folder, "node_modules"));
  console.log(`installed: ${(bytes / 1e6).toFixed(2)} MB on the disk`);
  expect(bytes).toBeLessThan(MOST_BYTES);
});

test("it holds build, page, data, licenses and the schema of plans; no sources of Linli and no tests", () => {
  const files = readdirSync(own, { recursive: true, encoding: "utf8" });
  for (const name of ["README.md", "LICENSE", "dist/page/index.html.br", "dist/plan.schema.json", "data/README.md"])
    expect(files).toContain(name);
  expect(readFileSync(join(own, "dist", "THIRD-PARTY-LICENSES.txt"), "utf8")).toContain("\ngraphology\n");
  expect(files.filter((name) => /^(src|scenarios|tests|dev|docs|benchmarks)\b|\.map$/.test(name))).toEqual([]);
  const { dependencies, scripts, exports } = JSON.parse(readFileSync(join(own, "package.json"), "utf8"));
  expect(dependencies).toBeUndefined();
  expect(Object.keys(scripts)).not.toContain("postinstall");
  for (const entry of ENTRIES) expect(Object.keys(exports)).toContain(entry.replace("linli", "."));
});

test("it works by import and by require, as npx linli, and in threads", () => {
  const printed = node(join(root, "dev", "try-package.mjs"), at.folder);
  console.log(printed.trim());
  expect(printed).toMatch(
    /^Node v[\d.]+, import in -?\d+ ms [^:]+: names and hash [\d ]+ [0-9a-f]{16}; npx linli \d+\.\d+\.\d+; 4 runs in threads$/m,
  );
});

test.each(["package.md", "package.zh.md"])("what docs/%s shows is so", (name) => {
  const path = join(root, "docs", name);
  const text = readFileSync(path, "utf8");
  const blocks = blocksOf({ name, text });
  const scripts = blocks.filter((block) => block.language === "js");
  const files = [...text.matchAll(/^`([\w.]+)`[:：]$/gm)].map(([, file]) => file!);
  expect(files).toEqual(["module.mjs", "required.cjs"]);
  for (const [k, block] of scripts.entries()) {
    const came = node(at.write(files[k]!, block.code));
    if (process.env.LINLI_GOLDEN === "write")
      writeFileSync(path, withOutput(readFileSync(path, "utf8"), block, came)); // the output comes from the program
    else expect(came).toBe(shownAfter(blocks, block)?.code);
  }
  const commands = blocks.filter((block) => block.language === "sh").flatMap((block) => commandsIn(block.code));
  expect(commands[1]?.endsWith(`/${basename(at.tarball)}`)).toBe(true);
  for (const command of commands.filter((line) => line.startsWith("npx "))) {
    const [, program, ...argv] = command.split(" ");
    const places = [at.folder, root].map((folder) => join(folder, "node_modules", ".bin", program!));
    execFileSync(places.find((path) => existsSync(path))!, argv, { cwd: at.folder, stdio: "pipe" });
  }
  expect(node("bundle.mjs")).toBe(node("module.mjs"));
  for (const entry of ENTRIES) expect(text).toContain(`\n| \`${entry}\` `);
});

test("what is optional and absent is asked for by name", () => {
  const plan = at.write("plan.json", JSON.stringify({ scenarios: ["blank"], axes: {}, replicates: 1, seed: 1 }));
  const program = join(own, "dist", "src", "cli", "main.js");
  const said = (...argv: string[]) => outputOf(program, ...argv);
  at.write("ours.ts", 'export { blank as default } from "linli/scenarios";\n');
  expect(said("run", "ours.ts", "--until", "2015-03-02")).toMatch(/^error: .*esbuild.*\n$/);
  expect(said("sweep", plan, "--executor", "queue", "--redis", "redis://127.0.0.1:1")).toMatch(/^error: .*bullmq.*\n$/);
});

test("the first look leads on by the name that the command has there", () => {
  const program = join(own, "dist", "src", "cli", "main.js");
  const printed = node(program, "first", "--replicates", "1", "--until", "2015-06-29", "--lang", "en");
  expect(printed).toContain("\n  npx linli why new-estate platform:0 --lang en ");
  expect(printed).not.toContain("npm run");
});

test("publint finds nothing", async () => {
  const { messages, pkg } = await publint({ pkgDir: own, pack: false, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test("it unpacks the teaching page, which it holds compressed", () => {
  const address = node(join(own, "dist", "src", "cli", "main.js"), "page", "seed=7", "--print").trim();
  expect(address).toMatch(/^file:.*#seed=7$/);
  const page = readFileSync(new URL(address.replace(/#.*/, "")), "utf8");
  expect([page.slice(0, 15), page.trimEnd().slice(-7), page.length > 500_000]).toEqual([
    "<!doctype html>",
    "</html>",
    true,
  ]);
});

test("arethetypeswrong finds nothing, Nodes apart that Linli does not run on", async () => {
  const found = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(at.tarball))));
  if (!found.types) throw new Error("no types");
  // Before Node 20.19, a package of modules could not be required; before Node 16, there were no entries.
  const problems = found.problems.filter(
    (problem) =>
      problem.kind !== "CJSResolvesToESM" && !("resolutionKind" in problem && problem.resolutionKind === "node10"),
  );
  expect(problems).toEqual([]);
  expect(Object.keys(found.entrypoints)).toEqual(expect.arrayContaining(ENTRIES.map((e) => e.replace("linli", "."))));
});

test.each(Object.entries(TYPED))("%s has full types", (name, { text, settings }) => {
  at.write(name, text);
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const nodes = settings.includes("--types")
    ? []
    : ["--typeRoots", join(root, "node_modules", "@types"), "--types", "node"];
  expect(outputOf(compiler, ...ALWAYS, ...settings, ...nodes, name)).toBe("");
});

const PAGE = `import { simulate } from "linli";
import { newEstate } from "linli/scenarios";
globalThis.hash = simulate(newEstate, { seed: 7, until: "2016-12-26" }).finish().hash;
`;
/** The hash that a bundle comes to where there is nothing but the language. */
function hashOf(code: string): unknown {
  expect(
    builtinModules.filter((name) => code.includes(`"node:${name}"`) || code.includes(`require("${name}")`)),
  ).toEqual([]);
  const context: { hash?: unknown } = {};
  runInNewContext(code, context);
  return context.hash;
}

test("bundles for a browser, of esbuild and of vite, need nothing of Node and come to the same end", async () => {
  const page = at.write("page.js", PAGE);
  const wanted = node("--input-type=module", "--eval", `${PAGE}console.log(globalThis.hash)`).trim();
  const made = await esbuild({ entryPoints: [page], bundle: true, write: false, platform: "browser", format: "iife" });
  const lib = { entry: page, formats: ["iife" as const], name: "page", fileName: "page" };
  const more = { configFile: false as const, root: at.folder, logLevel: "silent" as const };
  const [output] = [await vite({ ...more, build: { write: false, minify: false, lib } })].flat();
  if (!output || !("output" in output)) throw new Error("vite made no bundle");
  const codes = [made.outputFiles[0]!.text, output.output[0].code];
  console.log(`bundles: ${codes.map((code) => `${(code.length / 1e3).toFixed(0)} kB`).join(", ")}; hash ${wanted}`);
  expect(codes.map(hashOf)).toEqual([wanted, wanted]);
});

test("every entry but linli/experiments can be bundled for a browser", async () => {
  const entries = ENTRIES.filter((entry) => entry !== "linli/experiments");
  const contents = entries.map((entry) => `export * from ${JSON.stringify(entry)};`).join("\n");
  const stdin = { contents, resolveDir: at.folder };
  const { metafile } = await esbuild({ stdin, bundle: true, write: false, metafile: true, platform: "browser" });
  expect(Object.values(metafile.outputs).flatMap((output) => output.imports)).toEqual([]);
});
