/** `linli page`: the teaching page, opened, told where it lies, or copied. */
import { spawn } from "node:child_process";
import { constants, copyFileSync, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import type { Command } from "commander";
import { placeOf } from "../experiments/page/address.ts";
import { InputError } from "../kernel/check.ts";
import { addCommonOptions } from "./options.ts";
import { writeAt } from "./outFile.ts";
import { print, type Session } from "./output.ts";

interface PageFlags {
  readonly out?: string;
  readonly print?: boolean;
  readonly lang?: string;
}

/** The page lies two folders up from the code that is built, and in `dist` seen from the sources. */
const FILES = ["../../page/index.html", "../../dist/page/index.html"].map((path) => new URL(path, import.meta.url));
/** A package holds it compressed, for the sake of those who never open it. */
const SMALL = new URL("../../page/index.html.br", import.meta.url);

/** The page as it was built; that of a package is unpacked into a new folder first. */
function builtPage(): URL {
  const file = FILES.find((path) => existsSync(path));
  if (file) return file;
  if (!existsSync(SMALL)) throw new Error("the teaching page has not been built; npm run page builds it");
  const path = join(mkdtempSync(join(tmpdir(), "linli-page-")), "index.html");
  writeFileSync(path, brotliDecompressSync(readFileSync(SMALL)));
  return pathToFileURL(path);
}

export function addPage(program: Command, session: Session): void {
  const { say } = session;
  const command = program
    .command("page")
    .description(
      say(
        "open the teaching page: one file for a class, which needs no network",
        "打开教学网页：供课堂使用的单个文件，无须联网",
      ),
    )
    .argument(
      "[address]",
      say(
        'what it shows: the part of its address after "#" (in quotes)',
        "显示的内容：网址中“#”之后的部分（须加引号）",
      ),
    )
    .option("--print", say("print where it lies; do not open it", "只显示其位置，不打开"))
    .option("--out <file>", say("copy it to a new file, say on a memory stick", "复制为新文件，例如存入优盘"));
  addCommonOptions(command, session)
    .addHelpText("after", examples(say))
    .action((address: string | undefined) => page(address, command.optsWithGlobals<PageFlags>(), session));
}

function examples(say: Session["say"]): string {
  return `
${say("Examples:", "示例：")}
  linli page
  linli page "seed=7&left=new-estate&left.team.independence=1&right=new-estate" --lang zh
  linli page --out linli.html`;
}

async function page(address: string | undefined, { out, print: only, lang }: PageFlags, session: Session) {
  const { say } = session;
  if (address !== undefined) placeOf(address); // throws for what the page could not show
  const file = builtPage();
  if (out !== undefined) {
    await copy(file, out);
    return print(session, say(`written to ${out}`, `已写入 ${out}`));
  }
  const url = addressed(file, address, lang);
  print(session, url.href);
  if (only || (await opened(url))) return;
  print(
    session,
    say("Nothing here opens it; open that address in a browser.", "此处没有可用的浏览器；请在浏览器中打开上述地址。"),
  );
}

/** The file with what it is to show. A language that was asked for goes before that of the browser. */
function addressed(file: URL, address: string | undefined, lang: string | undefined): URL {
  const url = new URL(file);
  const parts = address?.replace(/^#/, "").split("&") ?? [];
  if (lang !== undefined && !parts.some((part) => part.startsWith("lang="))) parts.push(`lang=${lang}`);
  url.hash = parts.filter((part) => part !== "").join("&");
  return url;
}

/** Copies the page. Throws an InputError if the file is there, or cannot be. */
async function copy(file: URL, out: string): Promise<void> {
  const path = resolve(out);
  if (existsSync(path)) {
    const kind = statSync(path).isDirectory() ? "folder" : "file";
    throw new InputError(`--out ${out}: expected a new file; got a ${kind} of that name`);
  }
  await writeAt(out, (place) => copyFileSync(file, place, constants.COPYFILE_EXCL));
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};
/** Long enough for an opener to say that it cannot; one that goes on is a browser. */
const PATIENCE = 3000;

/** Opens the page by the system's own means; false if there are none. */
function opened(url: URL): Promise<boolean> {
  const [program, ...argv] = OPENERS[process.platform] ?? ["xdg-open"];
  const child = spawn(program!, [...argv, fileToOpen(url)], { detached: true, stdio: "ignore" });
  return new Promise((done) => {
    const later = setTimeout(() => finish(true), PATIENCE);
    const finish = (well: boolean) => {
      clearTimeout(later);
      child.unref();
      done(well);
    };
    child.on("error", () => finish(false));
    child.on("exit", (code) => finish(code === 0));
  });
}

/** Openers hand on a file and lose what stands after "#": a file that leads there holds it. */
function fileToOpen(url: URL): string {
  if (url.hash === "") return fileURLToPath(url);
  const file = join(mkdtempSync(join(tmpdir(), "linli-page-")), "open.html");
  const target = JSON.stringify(url.href).replaceAll("<", "\\u003c");
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><script>location.replace(${target})</script>\n`);
  return pathToFileURL(file).href;
}
