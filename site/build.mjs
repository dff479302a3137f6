// Builds the site: `npm run site`, or `npm run site -- --base /linli/ --out FOLDER`. Pages are taken from where they stand in
// the repository, the reference from the docstrings, the teaching page from its own build; only the first page is written here.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const site = dirname(fileURLToPath(import.meta.url));
const root = dirname(site);
const cache = join(site, ".cache");
const pages = join(cache, "pages");
const USAGE = "npm run site -- [--base /PATH/] [--out FOLDER]";

const { base, out } = options();
install();
const [{ stage }, { reference }, { build }] = await Promise.all([
  import("./stage.mjs"),
  import("./reference.mjs"),
  import("vitepress"),
]);
rmSync(pages, { recursive: true, force: true });
stage(root, pages);
await reference(root, pages);
await build(site, { base, outDir: out });
teachingPage();
console.log(`${out}: serve this folder at ${base}`);

/** What was asked for; what cannot be used ends with one line and exit code 2. */
function options() {
  try {
    const known = {
      base: { type: "string", default: "/" },
      out: { type: "string", default: join(root, "dist", "site") },
    };
    const { values } = parseArgs({ options: known });
    if (!/^\/([\w.~-]+\/)*$/.test(values.base))
      throw new Error(`--base: a path such as /linli/ expected, got ${values.base}`);
    return { base: values.base, out: resolve(process.env.INIT_CWD ?? process.cwd(), values.out) };
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    return process.exit(2);
  }
}

/** Installs the tools if they are absent or others than the lock file says. */
function install() {
  const lock = readFileSync(join(site, "package-lock.json"), "utf8");
  const installed = join(site, "node_modules", ".installed-lock.json");
  if (existsSync(installed) && readFileSync(installed, "utf8") === lock) return;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  execFileSync(npm, ["ci", "--no-fund", "--no-audit", "--loglevel=error"], { cwd: site, stdio: "inherit" });
  writeFileSync(installed, lock);
}

/** The page for a class, one file that runs alone. */
function teachingPage() {
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const made = join(cache, "page");
  execFileSync(process.execPath, [vite, "build", "--logLevel", "warn", "--outDir", made], {
    cwd: root,
    stdio: "inherit",
  });
  mkdirSync(join(out, "page"), { recursive: true });
  cpSync(join(made, "index.html"), join(out, "page", "index.html"));
}
