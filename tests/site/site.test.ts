import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Site, siteIn, whyLost } from "./walk.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** `.ci/run` builds the site elsewhere, since a build of the package empties `dist`. */
const told = process.env.LINLI_SITE;
const folder = told ?? join(root, "dist", "site");
const built = told !== undefined || (existsSync(join(root, "site", "node_modules")) && existsSync(folder));

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const entries = Object.keys(manifest.exports).filter((name) => !name.endsWith(".json"));
const docs = [
  "sweeps",
  "explain",
  "odd",
  "validation",
  "teaching",
  "develop",
  "mechanism",
  "scenario",
  "network",
  "measure",
];

describe.skipIf(!built)(`the site${built ? "" : " (not built: npm run site)"}`, () => {
  const site: Site = built ? siteIn(folder) : { folder, base: "/", files: [], pages: new Map() };
  const paths = [...site.pages.keys()];
  const languages = (["en", "zh"] as const).map((lang) => {
    const own = [...site.pages.values()].filter(({ path }) => path.startsWith("zh/") === (lang === "zh"));
    return [lang, own] as const;
  });

  test("has all pages in both languages, and for each a page to switch to", () => {
    const english = paths.filter((path) => !/^(zh\/|404|page\/)/.test(path)).sort();
    const chinese = paths.filter((path) => path.startsWith("zh/")).map((path) => path.slice(3));
    expect(chinese.sort()).toEqual(english);
    const api = entries.map((name) => `api/${name.replace(".", "linli").replace("/", ".")}`);
    for (const name of ["index", "overview", "contributing", ...docs, "api/index", ...api])
      expect(english).toContain(`${name}.html`);
    expect(existsSync(join(folder, "page", "index.html"))).toBe(true);
  });

  test.each(languages)(
    "in %s, every link lands, every picture is there, every place in a page exists",
    (lang, pages) => {
      const targets = pages.flatMap(({ path, targets }) => targets.map((target) => [path, target] as const));
      console.log(
        `${lang}: ${pages.length} pages, ${targets.length} targets, ${targets.filter(([, t]) => t.includes("#")).length} of them places in a page`,
      );
      expect(targets.length).toBeGreaterThan(1000);
      expect([...new Set(targets.flatMap(([path, target]) => whyLost(site, path, target) ?? []))]).toEqual([]);
    },
  );

  test("a page has one heading of the first rank, a title, and says its language", () => {
    for (const { path, html } of site.pages.values()) {
      if (/^(404|page\/)/.test(path)) continue;
      expect(html.match(/<h1\b/g), path).toHaveLength(1);
      expect(html, path).toContain(path.startsWith("zh/") ? '<html lang="zh-CN"' : '<html lang="en"');
      expect(/<title>(.+?)<\/title>/.exec(html)?.[1], path).toBeTruthy();
    }
  });

  test("nothing on it names a place of the machine that built it, or a host of packages", () => {
    const registry = process.env.npm_config_registry;
    const places = [root, `${homedir()}/`, "file:///", ...(registry ? [new URL(registry).host] : [])];
    const named = /(?<![\w.])\/(?:tmp|work|home|Users)\/\w|registry\.[\w-]+\.\w+|node_modules\/\.\w/g;
    const texts = site.files.filter((path) => /\.(html|js|css|json)$/.test(path));
    const found = texts.flatMap((path) => {
      const text = readFileSync(join(folder, path), "utf8");
      const hits = [...places.filter((place) => text.includes(place)), ...(text.match(named) ?? [])];
      return hits.map((hit) => `${path}: ${hit}`);
    });
    expect(texts.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });
});

describe("the walk", () => {
  const page = (path: string, ...ids: string[]) => [path, { path, html: "", ids: new Set(ids), targets: [] }] as const;
  const site: Site = { folder: root, base: "/x/", files: [], pages: new Map([page("README.md", "there")]) };

  test.each([
    ["README.md", undefined],
    ["/x/README.md#there", undefined],
    ["#there", undefined],
    ["https://example.org/", undefined],
    ["/README.md", "leads out"],
    ["../README.md", "leads out"],
    ["none.md", "is not there"],
    ["README.md#gone", "no #gone"],
  ])("says of %s: %s", (target, why) => {
    const said = whyLost(site, "README.md", target);
    if (why === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(why);
  });
});
