/** Implementations as processes, each fed steps and read from by lines. */
import { type ChildProcessByStdio, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

export interface Round {
  /** Nanoseconds an agent-step. */
  readonly ns: number;
  /** Resident memory of the process beyond what it had before it made the agents, in bytes an agent. */
  readonly bytes?: number;
  readonly trust?: number;
  readonly help?: number;
  readonly hash?: string;
}

/** A process that measures. */
export class Child {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: AsyncIterator<string>;
  readonly #reader: Interface;

  constructor(command: string, args: readonly string[]) {
    this.#process = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
    this.#reader = createInterface({ input: this.#process.stdout });
    this.#lines = this.#reader[Symbol.asyncIterator]();
  }

  /** Waits until the agents are made; false if they cannot be. */
  async ready(): Promise<boolean> {
    const { value, done } = await this.#lines.next();
    return !done && JSON.parse(value).ready === true;
  }

  async steps(count: number): Promise<Round> {
    this.#process.stdin.write(`${count}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`a process of the benchmark ended: ${this.#process.spawnargs.join(" ")}`);
    return JSON.parse(value);
  }

  end(): void {
    this.#process.stdin.end();
    this.#process.kill();
    this.#reader.close();
  }
}

/** An implementation of child.ts in Node. */
export function nodeChild(name: string, n: number, seed: number, file?: string): Child {
  const flags = ["--max-old-space-size=12000", "--import", "tsx"];
  return new Child(process.execPath, [
    ...flags,
    join(here, "child.ts"),
    name,
    `${n}`,
    `${seed}`,
    ...(file ? [file] : []),
  ]);
}

const programs = new Map<string, string | null>();

/** Compiles a C++ file of peers, once, and returns the program; null where there is no compiler. */
export function compiled(name: string, flags: readonly string[] = ["-march=native"], suffix = ""): string | null {
  const key = name + suffix;
  if (!programs.has(key)) programs.set(key, compile(name, flags, suffix));
  return programs.get(key)!;
}

function compile(name: string, flags: readonly string[], suffix: string): string | null {
  const folder = join(here, "peers", ".build");
  mkdirSync(folder, { recursive: true });
  const program = join(folder, `${name}${suffix}`);
  const options = ["-O3", ...flags, "-ffp-contract=off", "-std=c++20"];
  for (const compiler of ["c++", "g++", "clang++"]) {
    try {
      execFileSync(compiler, [...options, join(here, "peers", `${name}.cpp`), "-o", program], { stdio: "pipe" });
      return program;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  return null;
}

/** Installs what the peers need, once. */
export function installPeers(): void {
  const folder = join(here, "peers");
  if (existsSync(join(folder, "node_modules"))) return;
  console.log("installing the peers (benchmarks/peers) …");
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: folder, stdio: "inherit" });
}
