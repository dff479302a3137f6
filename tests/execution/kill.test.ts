import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runSweep } from "../../src/execution/run.ts";
import { VERSION } from "../../src/execution/version.ts";
import { filesOf, fresh, listed, tiny } from "./tiny.ts";

const KILLS = 50;
/** Kills of them that must have fallen into a merge. */
const IN_MERGE = 8;

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Below node_modules, so that the bundle finds what it imports. */
const folder = mkdtempSync(join(root, "node_modules", ".kill-"));
const whole = fresh();

beforeAll(async () => {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module", version: VERSION }));
  await build({
    absWorkingDir: root,
    entryPoints: { "src/cli/killed": "tests/execution/killed.ts", "src/execution/worker": "src/execution/worker.ts" },
    outdir: folder,
    chunkNames: "src/cli/shared-[hash]",
    ...{ bundle: true, splitting: true, packages: "external", format: "esm", platform: "node", target: "es2022" },
  });
  await runSweep(await tiny({ replicates: 9 }), { dir: whole, threads: 1 });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const between = (low: number, high: number) => low + Math.random() * (high - low);

/** What a start of the sweep met with. */
type End = "killed" | "interrupted" | "killed in the merge" | "complete";

async function start(dir: string, spare: boolean): Promise<End> {
  const child = spawn(process.execPath, [join(folder, "src/cli/killed.js"), dir, Math.random() < 0.6 ? "1" : "2"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(child, "exit");
  const [code, signal] = await Promise.race([gone, spare ? gone : strike(child, dir).then(() => gone)]);
  // SIGINT kills as well before anyone listens to it
  if (signal !== null) return existsSync(join(dir, "merging")) ? "killed in the merge" : "killed";
  expect([0, 130]).toContain(code);
  return code === 0 ? "complete" : "interrupted";
}

/** Kills a child at a random moment: of its life, or of its merge. */
async function strike(child: ChildProcess, dir: string): Promise<void> {
  if (Math.random() < 0.6) await sleep(between(100, 800));
  else {
    await once(child.stdout!, "data");
    while (!existsSync(join(dir, "merging")) && child.exitCode === null) await sleep(1);
    await sleep(between(0, 25));
  }
  child.kill(Math.random() < 0.2 ? "SIGINT" : "SIGKILL");
}

test("a sweep that is killed again and again ends with the files of one that never was", {
  timeout: 240_000,
}, async () => {
  const ends: End[] = [];
  const count = (end: End) => ends.filter((e) => e === end).length;
  const killed = () => count("killed") + count("killed in the merge");
  while (killed() < KILLS || count("killed in the merge") < IN_MERGE || count("interrupted") === 0) {
    const dir = fresh();
    for (let end: End = "killed", starts = 0; end !== "complete"; starts++) {
      end = await start(dir, starts > 12);
      ends.push(end);
    }
    expect(filesOf(dir)).toEqual(filesOf(whole));
    expect(listed(dir)).toEqual(listed(whole));
  }
  console.log(`${killed()} kills, ${count("killed in the merge")} in the merge; ${count("interrupted")} interrupts`);
});
