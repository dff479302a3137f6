/** `--executor slurm`: runs are made by array jobs on a cluster, whose tasks write into the directory of the sweep. */
import { resolve } from "node:path";
import { folderOf } from "../../execution/slurm/batches.ts";
import { cut } from "../../execution/slurm/chunkSize.ts";
import { check, mostTasks } from "../../execution/slurm/commands.ts";
import { costOf } from "../../execution/slurm/cost.ts";
import { type Layout, Plan } from "../../execution/slurm/plan.ts";
import { onSlurm } from "../../execution/slurm/submission.ts";
import { InputError } from "../../kernel/check.ts";
import { print } from "../output.ts";
import { runsOf } from "./dryRun.ts";
import type { Asked, ExecutorKind } from "./executorKind.ts";
import { adaptiveOf, type ShareFlags, shardOf } from "./plan.ts";
import { teller } from "./slurmNotices.ts";
import { addSlurmOptions, SLURM_OPTIONS, settingsOf } from "./slurmOptions.ts";

export const slurm: ExecutorKind = {
  name: "slurm",
  options: SLURM_OPTIONS,
  add: addSlurmOptions,
  begin: async (asked, session) => {
    const plan = new Plan(await layoutOf(asked));
    await check(sampleOf(plan, asked.dir, [1]));
    const options = { plan, mostTasks: await mostTasks(), tell: teller(session) };
    return { executor: (spec) => onSlurm(spec, options), end: () => {} };
  },
  dryRun: async (asked, session) => {
    const layout = await layoutOf(asked);
    const plan = new Plan(layout);
    const runs = countOf(asked);
    const sizes = cut(Array(runs).fill(1), plan.perTask(runs)).map(({ length }) => length);
    const script = sampleOf(plan, asked.dir, sizes);
    if (asked.flags.json !== true) return print(session, script.trimEnd());
    const { ms: msPerRun } = layout;
    print(session, JSON.stringify({ runs, tasks: sizes.length, runsPerTask: sizes[0], msPerRun, script }));
  },
};

/** @throws InputError for options that Slurm could not take, or a walltime that no run would end in. */
async function layoutOf({ sweep, title, flags }: Asked): Promise<Layout> {
  const settings = settingsOf(flags);
  const { perTask, walltime } = settings;
  const ms = perTask === undefined ? await costOf(sweep) : undefined;
  if (ms !== undefined && walltime !== undefined && ms > walltime * 1000)
    throw new InputError(`--time: expected more than a run takes here, ${Math.ceil(ms / 1000)} s; got ${walltime} s`);
  return { sweep, title, ms, ...settings };
}

/** The script of a job of that name. */
function sampleOf(plan: Plan, dir: string, sizes: readonly number[]): string {
  const job = "linli-0000000000";
  return plan.script(job, folderOf(resolve(dir), job), sizes);
}

function countOf({ sweep, flags }: Asked): number {
  const share: ShareFlags = flags;
  return runsOf({ sweep, shard: shardOf(share), adaptive: adaptiveOf(share, sweep) });
}
