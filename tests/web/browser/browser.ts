/**
 * The teaching page in a real browser: built once, opened from a server or from a disk, and watched. Whatever a test opens
 * must say nothing on the console, and must ask no network.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect } from "vitest";
import type { Side } from "../../../src/experiments/page/address.ts";
import type { Language } from "../../../src/observe/naming.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const PROGRAM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const there = existsSync(PROGRAM);

/** Where a page comes from. */
export const ORIGINS = ["http", "file"] as const;
export type Origin = (typeof ORIGINS)[number];
export const LANGUAGES = ["en", "zh"] as const;

export interface Opening {
  readonly from?: Origin;
  readonly width?: number;
  readonly height?: number;
  readonly theme?: "light" | "dark";
  /** What the browser is set to, which matters where the address names no language. */
  readonly locale?: string;
  readonly reducedMotion?: boolean;
  /** Nothing is moved from clipboard or disk without these. */
  readonly permissions?: readonly string[];
}

/** What a group of tests has of the browser. */
export interface House {
  /** Opens the page at an address (without "#"); the page has drawn its head once it is there. */
  open(address?: string, opening?: Opening): Promise<Page>;
  /** The built file. */
  readonly file: string;
}

/** A group of tests that need a browser; skipped by name where there is none. */
export function inBrowser(title: string, tests: (house: House) => void): void {
  describe.skipIf(!there)(there ? title : `${title} (needs chromium)`, () => {
    const open = new Set<Watched>();
    let browser: Browser;
    let server: Server;
    beforeAll(async () => {
      buildPage();
      server = await serve(BUILT);
      browser = await chromium.launch({ executablePath: PROGRAM, args: ARGUMENTS });
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      server?.close();
    });
    afterEach(async () => {
      const seen = [...open];
      open.clear();
      for (const { page } of seen) await page.context().close();
      expect(seen.flatMap(({ said }) => said)).toEqual([]);
      expect(seen.flatMap(({ asked }) => asked)).toEqual([]);
    });
    tests({
      file: BUILT,
      async open(address = "", opening = {}) {
        const { port } = server.address() as AddressInfo;
        const watched = await openPage(browser, placeOf(opening.from ?? "file", port), address, opening);
        open.add(watched);
        return watched.page;
      },
    });
  });
}

const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// Not dist/, which tests of the build clear.
const CACHE = join(root, ".cache", "page");
const BUILT = join(CACHE, "index.html");

/** Builds the page unless what was built is newer than all that it is made of. */
function buildPage(): void {
  const made = ["src", "scenarios", "data", "dev", "vite.config.ts", "package.json"].map((path) =>
    newest(join(root, path)),
  );
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs > Math.max(...made)) return;
  mkdirSync(CACHE, { recursive: true });
  const part = mkdtempSync(join(CACHE, "part-")); // files of tests run at the same time
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  execFileSync(process.execPath, [vite, "build", "--logLevel", "warn", "--outDir", part], { cwd: root, stdio: "pipe" });
  renameSync(join(part, "index.html"), BUILT);
  rmSync(part, { recursive: true });
}

function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Serves the one file, and nothing else. */
async function serve(file: string): Promise<Server> {
  const server = createServer(({ url }, answer) => {
    answer.statusCode = url === "/" ? 200 : 404;
    answer.setHeader("content-type", "text/html; charset=utf-8");
    answer.end(url === "/" ? readFileSync(file) : "");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return server;
}

const placeOf = (from: Origin, port: number) =>
  from === "http" ? `http://127.0.0.1:${port}/` : pathToFileURL(BUILT).href;

interface Watched {
  readonly page: Page;
  /** Warnings and errors of the console, and what was thrown. */
  readonly said: string[];
  /** What was asked for beside the page itself. */
  readonly asked: string[];
}

async function openPage(browser: Browser, place: string, address: string, opening: Opening): Promise<Watched> {
  const { width = 1280, height = 720, theme = "light", locale = "en-US", reducedMotion = false, permissions } = opening;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale,
    reducedMotion: reducedMotion ? "reduce" : "no-preference",
    ...(permissions ? { permissions: [...permissions] } : {}),
  });
  const page = await context.newPage();
  const watched: Watched = { page, said: [], asked: [] };
  page.on("console", (m) => {
    if (["error", "warning"].includes(m.type())) watched.said.push(m.text());
  });
  page.on("pageerror", (error) => watched.said.push(String(error)));
  context.on("request", (request) => {
    const url = request.url().replace(/#.*/, "");
    if (url !== place && !/^(data|blob):/.test(url)) watched.asked.push(url);
  });
  await page.goto(`${place}${address === "" ? "" : `#${address}`}`);
  await page.locator("#play").waitFor();
  return watched;
}

/** The stage of a side. */
export const stage = (page: Page, side: Side): Locator => page.locator(`[data-stage="${side}"]`);

/** Waits until a side has come to its end, and gives the hash of its last state. */
export async function hashOf(page: Page, side: Side): Promise<string> {
  await page.locator(`[data-stage="${side}"][data-hash]`).waitFor({ state: "attached", timeout: 45_000 });
  return (await stage(page, side).getAttribute("data-hash"))!;
}

/** Waits until both sides have come to their ends. */
export async function bothEnded(page: Page): Promise<void> {
  for (const side of ["left", "right"] as const) await hashOf(page, side);
}

/** The address now, without "#": as it is once the page has written it. */
export async function addressOf(page: Page, holding: string | RegExp): Promise<string> {
  const wanted = typeof holding === "string" ? holding : holding.source;
  const asPattern = typeof holding !== "string";
  await page.waitForFunction(
    ([part, pattern]) => (pattern ? new RegExp(part).test(location.hash) : location.hash.includes(part)),
    [wanted, asPattern] as const,
  );
  return (await page.evaluate(() => location.hash)).slice(1);
}

/** The week at which the clock stands. */
export const weekOf = async (page: Page): Promise<number> => Number(await page.locator("#scrubber").inputValue());

/** The button of that name in either language. */
export const button = (page: Page, en: string, zh: string): Locator =>
  page.getByRole("button", { name: new RegExp(`^(?:${en}|${zh})`) }).first();

/** Opens a view of the panel. */
export async function view(page: Page, name: string): Promise<Locator> {
  await page.locator(`#tab-${name}`).click();
  return page.getByRole("tabpanel");
}

export const localeOf = (lang: Language): string => (lang === "zh" ? "zh-CN" : "en-US");

/** The text of a file that a press of a button saves, and its name. */
export async function saved(page: Page, press: Locator): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** A saved table: its head, and its rows by what stands in brackets in the head. */
export async function savedTable(page: Page, press: Locator) {
  const { name, bytes } = await saved(page, press);
  const [head, ...rows] = parse(bytes, { bom: true }) as string[][];
  const codes = head!.map((title) => /\(([^()]*)\)$/.exec(title)?.[1] ?? title);
  const byCode = rows.map((row) => Object.fromEntries(row.map((cell, k) => [codes[k]!, cell])));
  return { name, bytes, head: head!, rows: byCode as Readonly<Record<string, string>>[] };
}
