/** The built product in a folder of its own, and its processes: started, heard, killed, and gone at the end. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** What a process has said and how it has ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface StartOptions {
  /** Words before the command, such as those that enter a namespace. */
  readonly before?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly version?: string;
}

/** A process under test. */
export class Running {
  out = "";
  err = "";
  readonly #child: ChildProcess;
  readonly ended: Promise<Ended>;

  constructor(argv: readonly string[], env: NodeJS.ProcessEnv = {}) {
    // a group of its own, so that what it starts is killed with it
    this.#child = spawn(argv[0]!, argv.slice(1), { env: { ...process.env, ...env }, stdio: "pipe", detached: true });
    this.#child.stdout!.on("data", (text) => (this.out += text));
    this.#child.stderr!.on("data", (text) => (this.err += text));
    this.ended = once(this.#child, "close").then(([code, signal]) => ({ code, signal, out: this.out, err: this.err }));
  }

  get pid(): number {
    return this.#child.pid!;
  }

  get isOver(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Sends a signal to the process and all that it has started; waits for the end of one that is killed. */
  async kill(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
    if (!this.isOver) process.kill(-this.pid, signal);
    if (signal === "SIGKILL") await this.ended;
  }
}

/** The product, bundled as it is published, in as many versions as are asked for. */
export class Product {
  /** Below node_modules, so that the bundle finds what it imports. */
  readonly #home = mkdtempSync(join(root, "node_modules", ".faults-"));
  readonly folder = mkdtempSync(join(tmpdir(), "linli-faults-"));
  readonly #running: Running[] = [];
  readonly #undo: (() => void)[] = [];

  async make(version: string): Promise<void> {
    const home = join(this.#home, version);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, "package.json"), JSON.stringify({ type: "module", version, exports: {} }));
    await build({
      absWorkingDir: root,
      entryPoints: [
        "src/cli/main.ts",
        "src/execution/worker.ts",
        "src/execution/queue/thread.ts",
        "src/execution/slurm/task.ts",
      ],
      outbase: ".",
      outdir: home,
      chunkNames: "src/cli/shared-[hash]",
      ...{ bundle: true, splitting: true, packages: "external", format: "esm", platform: "node", target: "es2022" },
    });
  }

  /** The file that is `linli`. */
  main(version = "1.0.0"): string {
    return join(this.#home, version, "src", "cli", "main.js");
  }

  /** Starts `linli` with those words. */
  start(argv: readonly string[], { before = [], env, version }: StartOptions = {}): Running {
    return this.program([...before, process.execPath, this.main(version), ...argv], env);
  }

  /** Starts any program. */
  program(argv: readonly string[], env?: NodeJS.ProcessEnv): Running {
    const running = new Running(argv, env);
    this.#running.push(running);
    return running;
  }

  /** To be done at the end, whatever happens: what was asked for last first. */
  atEnd(undo: () => void): void {
    this.#undo.push(undo);
  }

  async end(): Promise<void> {
    await Promise.all(this.#running.map((running) => running.kill()));
    for (const undo of this.#undo.reverse()) undo();
    for (const path of [this.#home, this.folder]) rmSync(path, { recursive: true, force: true });
  }
}

/** Waits until a condition holds. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited ${seconds} s in vain until ${what}`);
    await sleep(10);
  }
}
