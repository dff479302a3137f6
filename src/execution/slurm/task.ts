/** A task of an array job: makes its share of a sweep's runs, each into a segment of its own. Started as `task FOLDER INDEX`. */
import type { Task } from "../../experiments/sweep.ts";
import { InputError } from "../../kernel/check.ts";
import { standardModel } from "../../model/community.ts";
import { hashModel } from "../../model/snapshot.ts";
import { StoreError } from "../files.ts";
import { inline } from "../inline.ts";
import { RunIndex } from "../runIndex.ts";
import { columnsOf } from "../store.ts";
import { threads } from "../threads.ts";
import { VERSION } from "../version.ts";
import { readShare, type Share, writeBroken } from "./batches.ts";

async function perform(share: Share): Promise<void> {
  checkVersion(share);
  const executor = share.threads === 1 ? inline(share.spec) : threads(share.spec, { threads: share.threads });
  try {
    await executor.run(left(share), () => {}, new AbortController().signal);
  } finally {
    await executor.close();
  }
}

/** @throws InputError if Linli was exchanged since the job was submitted. */
function checkVersion({ version, model }: Share): void {
  const own = hashModel(standardModel);
  if (version !== VERSION)
    throw new InputError(`slurm: expected version ${version}, that of the sweep; got ${VERSION}`);
  if (model !== own) throw new InputError(`slurm: expected model ${model}, that of the sweep; got ${own}`);
}

/** A task that was preempted or whose node failed is started again by the cluster: what it has finished stays. */
function left({ tasks, spec }: Share): readonly Task[] {
  if (Number(process.env.SLURM_RESTART_COUNT ?? 0) === 0) return tasks;
  const index = new RunIndex(columnsOf(spec)).add(spec.dir);
  return tasks.filter(({ id }) => index.status(id) !== "finished");
}

const [folder, index] = [process.argv[2]!, Number(process.argv[3])];
try {
  await perform(readShare(folder, index));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
  if (error instanceof InputError || error instanceof StoreError) writeBroken(folder, index, error);
}
