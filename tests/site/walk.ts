/** The built site as a reader's browser finds it: pages, what they link to, and the places in a page that have a name. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";

export interface SitePage {
  /** Path from the root of the site, `zh/odd.html`. */
  readonly path: string;
  readonly html: string;
  readonly ids: ReadonlySet<string>;
  /** Targets of links, pictures, scripts and styles, as they stand in the page. */
  readonly targets: readonly string[];
}

export interface Site {
  readonly folder: string;
  /** Under which path it was built to be served. */
  readonly base: string;
  readonly files: readonly string[];
  readonly pages: ReadonlyMap<string, SitePage>;
}

/** A page of its own, with tests of its own, whose scripts hold pieces of pages. */
const ALONE = "page/index.html";
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", quot: '"', lt: "<", gt: ">", "#39": "'" };
const plain = (text: string) => text.replace(/&(amp|quot|lt|gt|#39);/g, (_, name) => ENTITIES[name]!);

export function siteIn(folder: string): Site {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.split("\\").join("/"))
    .filter((path) => statSync(join(folder, path)).isFile());
  const pages = files.filter((path) => path.endsWith(".html")).map((path) => pageOf(folder, path));
  const start = readFileSync(join(folder, "index.html"), "utf8");
  const base = /<script type="module" src="([^"]*\/)assets\//.exec(start)?.[1] ?? "/";
  return { folder, base, files, pages: new Map(pages.map((page) => [page.path, page])) };
}

function pageOf(folder: string, path: string): SitePage {
  const whole = readFileSync(join(folder, path), "utf8");
  const html = path === ALONE ? "" : whole.replace(/(<script\b[^>]*>)[\s\S]*?<\/script>/g, "$1");
  const tags = html.match(/<[a-z][^>]*>/g) ?? [];
  const valuesOf = (...names: string[]) =>
    tags.flatMap((tag) =>
      [...tag.matchAll(/\s([a-z]+)="([^"]*)"/g)].flatMap(([, name, value]) =>
        names.includes(name!) ? [plain(value!)] : [],
      ),
    );
  return { path, html: whole, ids: new Set(valuesOf("id", "name")), targets: valuesOf("href", "src") };
}

/** Why a target does not land, or nothing if it does, or leads out of the site. */
export function whyLost(site: Site, from: string, target: string): string | undefined {
  if (/^(https?|mailto|data):/.test(target)) return undefined;
  const [way, anchor] = target.split("#") as [string, string?];
  const path = way === "" ? from : pathOf(site, from, decodeURI(way));
  if (path === undefined) return `${from}: ${target} leads out of ${site.base}`;
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  if (!existsSync(join(site.folder, file))) return `${from}: ${target} is not there`;
  if (anchor === undefined || anchor === "") return undefined;
  return site.pages.get(file)?.ids.has(decodeURIComponent(anchor)) ? undefined : `${from}: no #${anchor} in ${file}`;
}

function pathOf({ base }: Site, from: string, way: string): string | undefined {
  if (way.startsWith("/")) return way.startsWith(base) ? way.slice(base.length) : undefined;
  const path = posix.join(posix.dirname(from), way);
  return path.startsWith("..") ? undefined : path.replace(/^\.\/?/, "");
}
