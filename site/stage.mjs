import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, extname, join, posix } from "node:path";
import { wayTo, withLinks } from "./links.mjs";

/** Pages whose address is not their file's name. `page/` is the teaching page's own address. */
const ROUTES = { "README.md": "overview.md", "CONTRIBUTING.md": "contributing.md", "docs/page.md": "teaching.md" };
const LANGUAGES = {
  ".ts": "ts",
  ".tsx": "tsx",
  ".mjs": "js",
  ".json": "json",
  ".yaml": "yaml",
  ".csv": "csv",
  ".py": "python",
};
const PICTURES = [".png", ".svg", ".jpg", ".webp"];
/** A file that is longer is given to download. */
const MOST_SHOWN = 100_000;
const CHINESE = /^## 简介\n[\s\S]*?(?=^## )/m;
const ENGLISH_ONLY = "::: info\n本页只有英文。\n:::\n\n";
const FOLDER = { en: "The files of this folder:", zh: "此文件夹中的文件：" };

/**
 * Lays the pages of the repository out as the site has them, English at the top and Chinese under `zh`, with all that
 * they link to. A page without a Chinese form stands in both, so that each page has one to switch to.
 */
export function stage(root, pages) {
  const own = new Stage(root, pages);
  own.firstPages();
  const docs = readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md") && !name.endsWith(".zh.md"));
  for (const lang of ["en", "zh"])
    for (const path of ["README.md", "CONTRIBUTING.md", ...docs.map((name) => `docs/${name}`)]) own.add(path, lang);
}

class Stage {
  done = new Set();

  constructor(root, pages) {
    this.root = root;
    this.pages = pages;
  }

  firstPages() {
    for (const name of ["index.md", "zh/index.md"]) {
      const text = readFileSync(join(this.root, "site", "pages", name), "utf8");
      const lang = name.startsWith("zh/") ? "zh" : "en";
      // A first page names files of the repository from its root.
      this.write(
        name,
        withLinks(text, (target) => this.linked(target, { path: "index.md", lang, route: name })),
      );
    }
  }

  /** Puts a file of the repository on the site and says where. */
  add(path, lang) {
    const route = routeOf(path, lang, this.isFolder(path));
    if (this.done.has(route)) return route;
    this.done.add(route);
    if (this.isFolder(path)) this.folder(path, lang, route);
    else if (PICTURES.includes(extname(path))) this.copy(path, route);
    else if (path.endsWith(".md")) this.page(path, lang, route);
    else this.source(path, route);
    return route;
  }

  page(path, lang, route) {
    const chinese = path.replace(/\.md$/, ".zh.md");
    const file = lang === "zh" && this.exists(chinese) ? chinese : path;
    const text = this.read(file);
    const at = { path: file, lang, route };
    this.write(
      route,
      withLinks(inLanguage(file, text, lang), (target) => this.linked(target, at)),
    );
  }

  /** Where a link of a page leads on the site. */
  linked(target, { path, lang, route }) {
    if (/^(\w+:|#|\/)/.test(target)) return target;
    const [to, anchor] = target.split("#");
    const file = posix.normalize(posix.join(posix.dirname(path), decodeURI(to))).replace(/\/$/, "");
    if (!this.exists(file)) throw new Error(`${path} links to ${target}, which is not there`);
    if (file.endsWith(".zh.md")) return wayTo(route, this.add(file.replace(".zh.md", ".md"), "zh"), anchor);
    // From a Chinese page to a page that there is in Chinese, the English one is meant.
    const english =
      lang === "zh" && (this.exists(file.replace(".md", ".zh.md")) ? file.endsWith(".md") : ofReadme(file, anchor));
    return wayTo(route, this.add(file, english ? "en" : lang), anchor);
  }

  folder(path, lang, route) {
    const entries = readdirSync(join(this.root, path), { withFileTypes: true });
    const names = entries.filter((e) => e.isFile() && e.name !== "package-lock.json").map((e) => e.name);
    const items = names.sort().map((name) => `- [${name}](${wayTo(route, this.add(`${path}/${name}`, lang))})`);
    this.write(route, `# ${path}\n\n${FOLDER[lang]}\n\n${items.join("\n")}\n`);
  }

  source(path, route) {
    const code = this.read(path);
    if (code.length > MOST_SHOWN) throw new Error(`${path} is too long to be shown`);
    const language = LANGUAGES[extname(path)] ?? "text";
    const fence = "`".repeat(Math.max(3, ...[...code.matchAll(/^`+/gm)].map((found) => found[0].length + 1)));
    this.write(route, `# ${path}\n\n${fence}${language}\n${code.trimEnd()}\n${fence}\n`);
  }

  copy(path, route) {
    mkdirSync(dirname(join(this.pages, route)), { recursive: true });
    cpSync(join(this.root, path), join(this.pages, route));
  }

  write(route, text) {
    mkdirSync(dirname(join(this.pages, route)), { recursive: true });
    writeFileSync(join(this.pages, route), text);
  }

  read = (path) => readFileSync(join(this.root, path), "utf8");
  exists = (path) => existsSync(join(this.root, path));
  isFolder = (path) => this.exists(path) && statSync(join(this.root, path)).isDirectory();
}

/** The address of a file on the site, as a path from its root. */
function routeOf(path, lang, folder) {
  if (PICTURES.includes(extname(path))) return `pictures/${posix.basename(path)}`;
  const own = ROUTES[path] ?? (/^docs\/[^/]+\.md$/.test(path) ? path.slice("docs/".length) : undefined);
  const route = own ?? `files/${folder ? `${path}/index.md` : path.endsWith(".md") ? path : `${path}.md`}`;
  return lang === "zh" ? `zh/${route}` : route;
}

/** The README's Chinese part has no headings: a link to one of them means the English page. */
const ofReadme = (file, anchor) => file === "README.md" && anchor !== undefined;

/** The README holds both languages; all else that has no Chinese form says so. */
function inLanguage(file, text, lang) {
  if (file === "README.md") return lang === "en" ? text.replace(CHINESE, "") : CHINESE.exec(text)[0].replace("##", "#");
  return lang === "zh" && !file.endsWith(".zh.md") ? `${ENGLISH_ONLY}${text}` : text;
}
