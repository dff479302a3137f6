/** Programs of the system that tests start, and what is said where one is absent. */
import { execFileSync } from "node:child_process";

/** Whether a program is there and takes those words. */
export function runs(program: string, ...argv: string[]): boolean {
  try {
    execFileSync(program, argv, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** A condition of a test, and why it is skipped without. */
export interface Need {
  readonly met: boolean;
  readonly name: string;
}

const isRoot = process.getuid?.() === 0;

export const REDIS: Need = { met: runs("redis-server", "--version"), name: "redis-server" };
export const NAMESPACES: Need = {
  met: isRoot && runs("ip", "netns", "list") && runs("unshare", "--net", "true"),
  name: "root and network namespaces",
};
export const MOUNTS: Need = {
  met: isRoot && runs("unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"),
  name: "root and tmpfs",
};
export const OPENSSL: Need = { met: runs("openssl", "version"), name: "openssl" };
export const FAKETIME: Need = { met: runs("faketime", "2020-01-01", "true"), name: "faketime" };
export const PARALLEL: Need = { met: runs("parallel", "--version"), name: "GNU parallel" };
export const UNZIP: Need = { met: runs("unzip", "-v"), name: "unzip" };
export const NETWORKX: Need = { met: runs("python3", "-c", "import networkx"), name: "networkx" };

/** The name of a test, with what is missing where something is. */
export function needing(name: string, ...needs: readonly Need[]): { readonly name: string; readonly skip: boolean } {
  const missing = needs.filter(({ met }) => !met).map((need) => need.name);
  return missing.length === 0
    ? { name, skip: false }
    : { name: `${name} (skipped: needs ${missing.join(", ")})`, skip: true };
}
