/** A small plan for tests of commands, as often as they want it, in a folder of their own. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { linli } from "./terminal.ts";

export const folder = mkdtempSync(join(tmpdir(), "linli-cli-sweep-"));
export const inFolder = (name: string) => join(folder, name);

export const SMALL = {
  scenarios: ["blank"],
  axes: { "team.independence": [0, 1] },
  replicates: 2,
  seed: 7,
  until: "2015-03-30",
  values: { "start.households": 12, "start.communities": 1, "timing.council": 2 },
  measures: ["meanTrust", "issuesArisen", "suspensionDate"],
};

let files = 0;
/** Plans written so far: the last has that number. */
export const fileCount = () => files;

export function planFile(more: object = {}): string {
  const path = inFolder(`plan-${++files}.json`);
  writeFileSync(path, JSON.stringify({ ...SMALL, ...more }));
  return path;
}

/** Runs a command on a plan of its own, into a directory of its own. */
export async function sweep(more: object, ...argv: string[]) {
  const [plan, dir] = [planFile(more), inFolder(`results-${files}`)];
  return { plan, dir, ...(await linli("sweep", plan, "--out", dir, "--threads", "1", ...argv)) };
}
