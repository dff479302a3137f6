import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Folders of `src` in the order in which they may import one another: each only those before it. */
const ORDER = ["kernel", "model", "observe", "analysis", "experiments", "execution", "cli"];
/** What may stand outside that order, and what it may import. */
const OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  web: ["kernel", "model", "observe", "analysis", "experiments"],
  testing: ["kernel", "model"],
  index: ["kernel", "model", "observe", "analysis", "experiments"],
  networks: ["model", "observe"],
  scripts: ["kernel", "model", "observe", "analysis", "experiments", "execution"],
};
/** The entry for scripts runs what the folder of the same name only plans. */
const SCRIPTS = "src/experiments.ts";
const PURE = ["kernel", "model", "observe", "analysis", "experiments", "testing", "index", "networks"];
/** What a mechanism stands on. */
const GROUND = ["mechanism", "vocabulary", "membership", "authority", "world"];
const MOST_LINES = 300;

type Sources = ReadonlyMap<string, string>;

function sourcesUnder(folder: string): Map<string, string> {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((e) => e.isFile() && /\.tsx?$/.test(e.name)).map((e) => join(e.parentPath, e.name));
  return new Map(
    files.sort().map((f) => [
      f
        .slice(root.length + 1)
        .split("\\")
        .join("/"),
      readFileSync(f, "utf8"),
    ]),
  );
}

/** A text without comments and, if asked, without the contents of quoted strings. */
function bare(text: string, strings = false): string {
  const token = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return text.replace(token, (t) => (t.startsWith("/") ? " " : strings && !t.startsWith("`") ? '""' : t));
}

interface Import {
  readonly from: string;
  readonly specifier: string;
  /** The file meant, for a relative import. */
  readonly target: string | undefined;
  readonly typeOnly: boolean;
}

function importsOf(path: string, text: string): Import[] {
  const found = bare(text).matchAll(
    /\b(import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g,
  );
  return [...found].map(([, , type, name, dynamic]) => {
    const specifier = name ?? dynamic!;
    const file = specifier.replace(/\?.*$/, ""); // what a bundler is told of a file stands after it
    const target = file.startsWith(".") ? posix.join(posix.dirname(path), file) : undefined;
    return { from: path, specifier, target, typeOnly: type !== undefined };
  });
}

/** Folder of a file of `src`: `kernel`, or for a file of the top level its name without the ending. */
const folderOf = (path: string) => (path === SCRIPTS ? "scripts" : path.split("/")[1]!.replace(/\.tsx?$/, ""));

function mayImport(from: string, to: string): boolean {
  if (from === to) return true;
  const outside = OUTSIDE[from];
  if (outside) return outside.includes(to);
  return ORDER.includes(from) && ORDER.includes(to) && ORDER.indexOf(to) < ORDER.indexOf(from);
}

function upwardImports(sources: Sources): string[] {
  const imports = [...sources].flatMap(([path, text]) => importsOf(path, text)).filter((i) => i.target !== undefined);
  return imports
    .filter(({ from, target }) => {
      if (target!.startsWith("scenarios/") || target!.startsWith("data/"))
        return !["execution", "cli", "web"].includes(folderOf(from));
      return !target!.startsWith("src/") || !mayImport(folderOf(from), folderOf(target!));
    })
    .map(({ from, specifier }) => `${from} imports ${specifier}`);
}

function strayMechanismImports(sources: Sources): string[] {
  const ground = GROUND.map((name) => `src/model/${name}.ts`);
  return [...sources]
    .filter(([path]) => path.startsWith("src/model/mechanisms/"))
    .flatMap(([path, text]) => importsOf(path, text))
    .filter(({ target }) => target === undefined || !(target.startsWith("src/kernel/") || ground.includes(target)))
    .map(({ from, specifier }) => `${from} imports ${specifier}`);
}

/** Files that import themselves by way of others when they run; `import type` is gone by then. */
function cycles(sources: Sources): string[] {
  const next = new Map(
    [...sources].map(([path, text]) => [path, importsOf(path, text).flatMap((i) => i.target ?? [])]),
  );
  const state = new Map<string, "open" | "done">();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (state.get(path) === "open") found.push([...way.slice(way.indexOf(path)), path].join(" → "));
    if (state.has(path)) return;
    state.set(path, "open");
    for (const target of next.get(path) ?? []) visit(target, [...way, path]);
    state.set(path, "done");
  };
  for (const path of next.keys()) visit(path, []);
  return found;
}

function matching(sources: Sources, folders: readonly string[], pattern: RegExp, inStrings = false): string[] {
  return [...sources]
    .filter(([path]) => folders.includes(folderOf(path)))
    .flatMap(
      ([path, text]) => (inStrings ? text : bare(text, true)).match(pattern)?.map((hit) => `${path}: ${hit}`) ?? [],
    );
}

const IMPURE = /\bMath\.random\b|\bDate\.now\b|\bnew Date\b|\bDate\(|\bperformance\.\w+|\bcrypto\.\w+|\bprocess\.\w+/g;
const INEXACT = /\bMath\.(?:exp|expm1|log\w*|pow|a?(?:sin|cos|tan)h?|atan2|cbrt|hypot)\b|\*\*/g;
/** What is shown depends on the address alone; how it is shown may look at the clock of the frames. */
const UNREPEATABLE = /\bMath\.random\b|\bDate\.now\b|\bnew Date\b|\bDate\(|\bprocess\.\w+/g;
/** Whatever would ask or tell a network. */
const NETWORK =
  /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bimportScripts\b|\bWebTransport\b|\bRTCPeerConnection\b/g;
const SCENARIO_NAMES = /new[-_ ]?estate|old[-_ ]?district|\bJT\b|\bXHY\b|\bD street\b/gi;

const src = sourcesUnder("src");
const importing = (pattern: RegExp) =>
  [...src].filter(([path, text]) => importsOf(path, text).some((i) => pattern.test(i.specifier))).map(([path]) => path);

describe("the layout of the house", () => {
  test("no folder imports one that comes after it", () => {
    expect(upwardImports(src)).toEqual([]);
  });

  test("a mechanism imports the kernel and the ground it stands on, and never another mechanism", () => {
    expect(strayMechanismImports(src)).toEqual([]);
  });

  test("no file imports itself by way of others", () => {
    expect(cycles(src)).toEqual([]);
  });

  test("files import one another directly, not through the public entries", () => {
    const entries = ["index", "networks", "testing", "analysis", "experiments"].map((name) => `src/${name}.ts`);
    expect([...src].flatMap(([p, t]) => importsOf(p, t)).filter((i) => entries.includes(i.target ?? ""))).toEqual([]);
  });

  test("every relative import names an existing file with its ending", () => {
    const broken = [...src]
      .flatMap(([p, t]) => importsOf(p, t))
      .filter((i) => i.target && !existsSync(join(root, i.target)));
    expect(broken).toEqual([]);
  });

  test("no file of src is longer than 300 lines", () => {
    const long = [...src].map(([path, text]) => [path, text.split("\n").length - 1] as const);
    expect(long.filter(([, lines]) => lines > MOST_LINES)).toEqual([]);
  });

  test("nothing is called utils or types: a helper lives with what it serves", () => {
    expect([...src.keys()].filter((path) => /\/(utils?|types?|helpers?)\.tsx?$/.test(path))).toEqual([]);
  });
});

describe("what the simulation may touch", () => {
  test("the clock, the engine's random numbers and the process are out of reach below execution", () => {
    expect(matching(src, PURE, IMPURE)).toEqual([]);
  });

  test("no node: import below execution", () => {
    expect(importing(/^node:/).filter((path) => PURE.includes(folderOf(path)))).toEqual([]);
  });

  test("the page draws no random numbers, reads no date, asks no network and imports nothing of Node", () => {
    expect(matching(src, ["web"], UNREPEATABLE)).toEqual([]);
    expect(matching(src, ["web"], NETWORK)).toEqual([]);
    expect(importing(/^node:/).filter((path) => folderOf(path) === "web")).toEqual([]);
  });

  test("functions whose last bits differ between engines stay out of kernel, model and observe", () => {
    expect(matching(src, ["kernel", "model", "observe"], INEXACT)).toEqual([]);
  });

  test("one file alone imports seedrandom", () => {
    const importers = importing(/^seedrandom/).filter((file) => !file.endsWith(".d.ts"));
    expect(importers).toEqual(["src/kernel/random.ts"]);
  });

  test("no rule knows which neighborhood it is in: kernel and model name no scenario", () => {
    expect(matching(src, ["kernel", "model"], SCENARIO_NAMES, true)).toEqual([]);
  });

  test("scenarios are data: they import types, apart from the shipped network", () => {
    const values = [...sourcesUnder("scenarios")]
      .filter(([path]) => path !== "scenarios/index.ts")
      .flatMap(([path, text]) => importsOf(path, text))
      .filter((i) => !i.typeOnly && !i.target?.startsWith("data/"));
    expect(values).toEqual([]);
  });
});

describe("the package", () => {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

  test("has six entries, each from a source file that exists, types first", () => {
    const entries = Object.entries<Record<string, string>>(manifest.exports).filter(
      ([name]) => !name.endsWith(".json"),
    );
    expect(entries.map(([name]) => name)).toEqual([
      ".",
      "./scenarios",
      "./networks",
      "./testing",
      "./analysis",
      "./experiments",
    ]);
    for (const [, conditions] of entries) {
      expect(Object.keys(conditions)).toEqual(["linli-source", "types", "default"]);
      expect(existsSync(join(root, conditions["linli-source"]!))).toBe(true);
      expect(conditions.default).toBe(conditions["linli-source"]!.replace("./", "./dist/").replace(".ts", ".js"));
    }
  });

  /** Packages that sources import. */
  const packagesOf = (sources: Iterable<readonly [string, string]>): Set<string> => {
    const outside = [...sources]
      .flatMap(([p, t]) => importsOf(p, t))
      .filter((i) => i.target === undefined && !i.specifier.startsWith("node:"));
    return new Set(
      outside.map((i) =>
        i.specifier
          .split("/")
          .slice(0, i.specifier.startsWith("@") ? 2 : 1)
          .join("/"),
      ),
    );
  };
  const ofPage = ([path]: readonly [string, string]) => folderOf(path) === "web";

  test("holds the page as one file, so that what only the page imports is needed to build it alone", () => {
    const names = packagesOf([...src].filter(ofPage));
    expect(names.size).toBeGreaterThan(0);
    expect([...names].filter((name) => !Object.keys(manifest.devDependencies).includes(name))).toEqual([]);
  });

  test("holds what its sources import of packages; what is optional is found where it is installed", () => {
    const sources = [...src].filter((file) => !ofPage(file));
    const names = packagesOf([...sources, ...sourcesUnder("scenarios"), ...sourcesUnder("data")]);
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    expect(dependencies).toBeUndefined();
    const declared = Object.keys({ ...devDependencies, ...optionalDependencies });
    expect([...names].filter((name) => !declared.includes(name))).toEqual([]);
    expect(Object.keys(optionalDependencies).filter((name) => !names.has(name))).toEqual([]);
  });

  test("is a module for Node 20 and later that ships the build and the data, and no sources, maps or tests", () => {
    expect([manifest.type, manifest.engines.node, manifest.license]).toEqual(["module", ">=20.19", "MIT"]);
    expect(manifest.files).toEqual(["dist", "!dist/**/*.map", "!dist/page/index.html", "data", "CITATION.cff"]);
  });

  test("changes nothing when it is imported, the command line apart", () => {
    expect(manifest.sideEffects).toEqual(["./dist/src/cli/main.js"]);
  });
});

describe("these tests", () => {
  const bad: Sources = new Map([
    [
      "src/kernel/a.ts",
      'import { b } from "../model/b.ts";\nexport const x = 2 ** Math.sin(b); // Math.random is fine here',
    ],
    [
      "src/model/b.ts",
      'import type { a } from "../kernel/a.ts";\nexport { t } from "../../scenarios/t.ts";\nconst s = "Math.random"; Date.now();',
    ],
    [
      "src/model/mechanisms/c.ts",
      'import { d } from "./d.ts";\nimport { w } from "../world.ts";\nimport { readFileSync } from "node:fs";',
    ],
    ["src/model/mechanisms/d.ts", 'import { c } from "./c.ts";'],
    ["src/index.ts", 'export * from "./cli/main.ts";'],
    [
      "src/web/e.tsx",
      'import w from "./w.ts?worker&inline";\nimport { r } from "../execution/run.ts";\nfetch("x"); new Date();',
    ],
    ["src/cli/f.ts", 'import { e } from "../web/e.tsx";'],
  ]);

  test("catch what they forbid", () => {
    expect(upwardImports(bad)).toEqual([
      "src/kernel/a.ts imports ../model/b.ts",
      "src/model/b.ts imports ../../scenarios/t.ts",
      "src/index.ts imports ./cli/main.ts",
      "src/web/e.tsx imports ../execution/run.ts",
      "src/cli/f.ts imports ../web/e.tsx",
    ]);
    expect(strayMechanismImports(bad)).toEqual([
      "src/model/mechanisms/c.ts imports ./d.ts",
      "src/model/mechanisms/c.ts imports node:fs",
      "src/model/mechanisms/d.ts imports ./c.ts",
    ]);
    expect(cycles(bad)).toEqual([
      "src/kernel/a.ts → src/model/b.ts → src/kernel/a.ts",
      "src/model/mechanisms/c.ts → src/model/mechanisms/d.ts → src/model/mechanisms/c.ts",
    ]);
    expect(matching(bad, PURE, IMPURE)).toEqual(["src/model/b.ts: Date.now"]);
    expect(matching(bad, ["web"], UNREPEATABLE)).toEqual(["src/web/e.tsx: new Date"]);
    expect(matching(bad, ["web"], NETWORK)).toEqual(["src/web/e.tsx: fetch("]);
    expect(matching(bad, PURE, INEXACT)).toEqual(["src/kernel/a.ts: **", "src/kernel/a.ts: Math.sin"]);
    expect("the new estate, JT".match(SCENARIO_NAMES)).toEqual(["new estate", "JT"]);
  });
});
