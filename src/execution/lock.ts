/** The lock of a directory: one process works in it, and one that was killed leaves no lock that holds. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { InputError } from "../kernel/check.ts";

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** Tells processes apart that bear the same number one after the other; empty where the system does not say. */
  readonly born: string;
}

/** Locks that this process holds. */
const held = new Set<string>();

/**
 * Locks a directory that exists; returns what unlocks it.
 *
 * @throws InputError if another process, or another sweep of this one, works in it.
 */
export function lock(dir: string): () => void {
  const path = join(dir, "lock");
  const own: Owner = { pid: process.pid, host: hostname(), born: born(process.pid) ?? "" };
  const draft = join(dir, `lock.${process.pid}`);
  writeFileSync(draft, `${JSON.stringify(own)}\n`);
  try {
    for (let tries = 0; !linked(draft, path); tries++) {
      const owner = read(path);
      if (owner && (tries > 9 || held.has(path) || !isGone(owner))) throw refusal(dir, owner);
      putAside(path, owner);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  held.add(path);
  return () => {
    held.delete(path);
    rmSync(path, { force: true });
  };
}

/** Removes the lock of an owner that has ended, unless another process has done so and locked the directory meanwhile. */
function putAside(path: string, owner: Owner | undefined): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
    if (JSON.stringify(read(aside)) !== JSON.stringify(owner)) linked(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Makes `path` the same file as `draft`, whole, unless there is one already. */
function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    if (["EPERM", "ENOTSUP", "ENOSYS"].includes((error as NodeJS.ErrnoException).code ?? ""))
      return copied(draft, path);
    throw error;
  }
}

/** The same on a disk without links. */
function copied(draft: string, path: string): boolean {
  try {
    writeFileSync(path, readFileSync(draft), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function read(path: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined; // gone since, or cut off
  }
}

/** Whether the owner of a lock is known to have ended: one on another machine never is. */
function isGone({ pid, host, born: then }: Owner): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
  const now = born(pid);
  return now === null || (then !== "" && now !== "" && then !== now) || pid === process.pid;
}

/** Boot and moment at which a process was born, where the system says; null for one that has ended and waits for its parent. */
function born(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" "); // the name before may hold blanks
    if (fields[0] === "Z" || fields[0] === "X") return null;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[19]}`;
  } catch {
    return "";
  }
}

function refusal(dir: string, { pid, host }: Owner): InputError {
  const where = host === hostname() ? "" : ` on ${host}`;
  return new InputError(
    `${dir}: expected a directory that no one works in; process ${pid}${where} does (if it has ended, remove ${join(dir, "lock")})`,
  );
}
