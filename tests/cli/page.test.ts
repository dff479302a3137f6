import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** A house of its own: the page is found beside the code, and another test builds that anew. */
const folder = mkdtempSync(join(tmpdir(), "linli-"));
const at = (...names: string[]) => join(folder, ...names);
const root = fileURLToPath(new URL("../..", import.meta.url));
const built = at("dist", "page", "index.html");

beforeAll(async () => {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: ["src/cli/main.ts"],
    outfile: at("dist", "src", "cli", "main.js"),
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    conditions: ["linli-source"],
    logLevel: "error",
  });
  execFileSync("ln", ["-s", join(root, "node_modules"), at("node_modules")]);
  writeFileSync(at("package.json"), readFileSync(join(root, "package.json")));
  mkdirSync(at("dist", "page"));
  writeFileSync(built, "<!doctype html><title>page</title>");
  mkdirSync(at("bin"));
  mkdirSync(at("tmp"));
  script("opens", 'echo "$1" > "$OPENED"');
  script("fails", "exit 3");
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder with an opener. */
function script(name: string, text: string): void {
  mkdirSync(at(name));
  for (const opener of ["xdg-open", "open"]) {
    writeFileSync(at(name, opener), `#!/bin/sh\n${text}\n`);
    chmodSync(at(name, opener), 0o755);
  }
}

/** Runs `linli page` where the openers of one folder are the only programs. */
function page(openers: string, ...argv: string[]) {
  const env = { PATH: at(openers), OPENED: at("opened"), TMPDIR: at("tmp"), NO_COLOR: "1" };
  rmSync(env.OPENED, { force: true });
  try {
    const options = { encoding: "utf8", env, stdio: "pipe" } as const;
    return {
      code: 0,
      out: execFileSync(process.execPath, [at("dist/src/cli/main.js"), "page", ...argv], options),
      err: "",
    };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, out: stdout, err: stderr };
  }
}
const opened = () => readFileSync(at("opened"), "utf8").trim();

describe.skipIf(process.platform === "win32")("linli page", () => {
  test("prints where the page lies, and opens it by the system's own means", () => {
    expect(page("opens")).toEqual({ code: 0, out: `file://${built}\n`, err: "" });
    expect(opened()).toBe(built);
  });

  test("opens it at an address, by way of a file, since openers lose what stands after #", () => {
    const { out } = page("opens", "#left.team.effort@2017-07-03=5&seed=春 <1>", "--lang", "zh");
    const url = `file://${built}#left.team.effort@2017-07-03=5&seed=%E6%98%A5%20%3C1%3E&lang=zh`;
    expect(out).toBe(`${url}\n`);
    expect(readFileSync(fileURLToPath(opened()), "utf8")).toContain(`location.replace("${url}")`);
  });

  test("--print opens nothing, and a language in the address stands", () => {
    expect(page("opens", "lang=en", "--print", "--lang", "zh").out).toBe(`file://${built}#lang=en\n`);
    expect(existsSync(at("opened"))).toBe(false);
  });

  test.each(["bin", "fails"])("where nothing opens it (%s) it says so, which is no failure", (openers) => {
    const { code, out } = page(openers);
    expect(code).toBe(0);
    expect(out).toContain(`file://${built}\nNothing here opens it`);
    expect(page(openers, "--lang", "zh").out).toContain("请在浏览器中打开");
  });

  test.each([
    [
      "left=newestate",
      'unknown scenario of left "newestate"; did you mean "new-estate"?',
      "未知左侧的情景“newestate”；是否指“new-estate”？",
    ],
    [
      "left.agenda=nothing",
      'unknown scenario of left.agenda "nothing"; known:',
      "未知左侧 agenda 模块的情景“nothing”；已知：",
    ],
    ["lesson=trsut&view=lessons", 'unknown lesson "trsut"; did you mean "trust"?', "未知课程“trsut”；是否指“trust”？"],
    ["view=sweeps", 'unknown view "sweeps"; did you mean "sweep"?', "未知栏目“sweeps”；是否指“sweep”？"],
  ])("refuses an address that the page could not show: %s", (address, english, chinese) => {
    for (const [lang, line] of [
      ["en", english],
      ["zh", chinese],
    ] as const) {
      const { code, out, err } = page("opens", address, "--print", "--lang", lang);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain(line);
      expect(err).toMatch(/^[^\n]+\n$/);
    }
  });

  test("--out copies the one file, and never over another", () => {
    expect(page("opens", "--out", at("class", "linli.html"))).toMatchObject({ code: 0, err: "" });
    expect(readFileSync(at("class", "linli.html"), "utf8")).toBe(readFileSync(built, "utf8"));
    expect(existsSync(at("opened"))).toBe(false);
    for (const [to, line, chinese] of [
      ["linli.html", "expected a new file; got a file of that name", /^错误：\S+ \S+：文件已存在，请换名\n$/],
      ["", "expected a new file; got a folder of that name", /^错误：\S+ \S+：已有同名文件夹，请换名\n$/],
      ["linli.html/more", "expected a file to write; got a place where none can be made", /^错误：[^\n]*应为[^\n]*\n$/],
    ] as const) {
      const { code, out, err } = page("opens", "--out", at("class", to));
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain(line);
      expect(page("opens", "--out", at("class", to), "--lang", "zh").err).toMatch(chinese);
    }
    expect(readdirSync(at("class"))).toEqual(["linli.html"]);
  });

  test("what was never built is said with how to build it", () => {
    rmSync(built);
    expect(page("opens")).toEqual({
      code: 1,
      out: "",
      err: "error: the teaching page has not been built; npm run page builds it\n",
    });
    expect(page("opens", "--lang", "zh").err).toBe("错误：教学网页尚未构建；运行 npm run page 即可构建\n");
  });

  test("explains itself with examples in both languages", () => {
    expect(page("opens", "--help").out).toContain("Examples:");
    expect(page("opens", "--help", "--lang", "zh").out).toContain("示例：");
  });
});
