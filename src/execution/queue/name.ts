/** The name of a sweep's queue: no other sweep has it, and every start of this one does. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hashContent } from "../bundle.ts";
import { makeFolder, writeWhole } from "../files.ts";
import { readManifest, segmentsOf, withoutPaths } from "../store.ts";

/**
 * A hash of what is run, and a mark of the directory: one plan may be run into two directories at a time. The mark lies
 * with the segments, and goes with them when they are merged.
 */
export function queueName(dir: string): string {
  const { version, model, userModel, scenarios, swaps, adaptive, shard, plan } = readManifest(dir);
  const { replicates: _, ...rest } = plan; // a sweep may be given more of them
  const content = withoutPaths({ version, model, userModel, scenarios, swaps, adaptive, shard, rest });
  return `${hashContent(JSON.stringify(content)).slice(0, 16)}-${markOf(dir)}`;
}

const markFile = (dir: string) => join(segmentsOf(dir), "queue");

/** Whether an earlier start of the sweep has used a queue, and was cut off. */
export const hasQueue = (dir: string) => existsSync(markFile(dir));

function markOf(dir: string): string {
  const path = markFile(dir);
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    makeFolder(segmentsOf(dir));
    writeWhole(path, `${randomBytes(8).toString("hex")}\n`);
    return readFileSync(path, "utf8").trim();
  }
}
