/** The tutorial followed: its commands run one after the other in a fresh folder, its queries and scripts over what they left. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { FROM_SOURCE } from "../fromSource.ts";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const MAIN = [...FROM_SOURCE, join(root, "src", "cli", "main.ts")];

/** A folder that holds the plans at the place where the page's commands look for them. */
export function follower(): string {
  const folder = mkdtempSync(join(tmpdir(), "linli-docs-"));
  cpSync(join(root, "docs", "plans"), join(folder, "docs", "plans"), { recursive: true });
  return folder;
}

/** What `linli ARGS` prints in a folder. Throws if it fails. */
export function linli(folder: string, args: readonly string[], lang = "en"): string {
  const env = { ...process.env, LC_ALL: "", LANG: lang === "zh" ? "zh_CN.UTF-8" : "en_US.UTF-8" };
  return execFileSync(process.execPath, [...MAIN, ...args], { cwd: folder, encoding: "utf8", env, stdio: "pipe" });
}

/** A query's result as columns of text. */
export async function sql(folder: string, query: string): Promise<string> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    await connection.run(`SET file_search_path = '${folder.replaceAll("'", "''")}'`);
    const result = await connection.runAndReadAll(query.replace(/;\s*$/, ""));
    const rows = result.getRowsJson().map((row) => row.map((cell) => String(cell ?? "")));
    return table([result.columnNames(), ...rows]);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, k) => Math.max(...rows.map((row) => row[k]!.length)));
  const lines = rows.map((row) => row.map((cell, k) => cell.padEnd(widths[k]! + 2)).join(""));
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

/** Whether a program runs this line; false if it is not installed, or lacks a package. */
export function runs(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}

/** What a script prints in a folder. */
export function script(folder: string, program: string, args: readonly string[], code: string): string {
  return execFileSync(program, args, {
    ...{ cwd: folder, input: code, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] },
    env: { ...process.env, MPLBACKEND: "Agg" },
  });
}

/** What the compiler finds in a folder with settings. */
export function typeErrorsIn(folder: string): string {
  const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
  return script(folder, process.execPath, [compiler, "-p", folder], "");
}
