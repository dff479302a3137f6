/** What lies in the directory of a sweep for the tasks of its jobs: one folder a job, with the runs of each task. */
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Task } from "../../experiments/sweep.ts";
import { makeFolder, writeWhole } from "../files.ts";
import { type StoreSpec, segmentsOf } from "../store.ts";

/** All that a task of a job is told. */
export interface Share {
  readonly version: string;
  /** Hash of the standard model of that version. */
  readonly model: string;
  readonly threads: number;
  readonly spec: StoreSpec;
  readonly tasks: readonly Task[];
}

/** It lies with the segments, and goes with them when they are merged. */
const home = (dir: string) => join(segmentsOf(dir), "slurm");
export const folderOf = (dir: string, job: string) => join(home(dir), job);
const shareFile = (folder: string, index: number) => join(folder, `${index}.json`);
const brokenFile = (folder: string, index: number) => join(folder, `${index}.broken`);

/** A name that no other job has, whatever sweep it is of. */
export const newJob = () => `linli-${randomBytes(5).toString("hex")}`;

/** Jobs of this sweep, of this start and of earlier ones. */
export function jobsIn(dir: string): string[] {
  return existsSync(home(dir)) ? readdirSync(home(dir)).filter((name) => name.startsWith("linli-")) : [];
}

export function writeJob(folder: string, script: string, shares: readonly Share[]): void {
  makeFolder(folder);
  for (const [k, share] of shares.entries()) writeFileSync(shareFile(folder, k + 1), JSON.stringify(share));
  writeWhole(join(folder, "script.sh"), script);
}

export function readShare(folder: string, index: number): Share {
  return JSON.parse(readFileSync(shareFile(folder, index), "utf8"));
}

/** An error that makes it vain to go on, as a task has left it. */
export interface Broken {
  readonly name: string;
  readonly message: string;
}

export function writeBroken(folder: string, index: number, { name, message }: Broken): void {
  writeWhole(brokenFile(folder, index), JSON.stringify({ name, message }));
}

export function readBroken(folder: string, index: number): Broken | undefined {
  const path = brokenFile(folder, index);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

/** The last line that a task has said. */
export function lastWord(folder: string, index: number): string | undefined {
  try {
    const lines = readFileSync(join(folder, `${index}.log`), "utf8").split("\n");
    return lines
      .filter((line) => line.trim() !== "")
      .at(-1)
      ?.trim();
  } catch {
    return undefined;
  }
}

/** Over a network, a folder may be known as it was a while ago; who writes into it sees it as it is. */
export function lookAfresh(dir: string): void {
  const path = join(segmentsOf(dir), `.look.${process.pid}`);
  writeFileSync(path, "");
  rmSync(path, { force: true });
}
