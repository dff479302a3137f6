/** `--run POINT:REPLICATE`: one run of a sweep, shown in full. */
import { prepare } from "../../execution/prepare.ts";
import { swapName } from "../../experiments/swap.ts";
import type { Sweep } from "../../experiments/sweep.ts";
import { format, InputError } from "../../kernel/check.ts";
import { runAsJson } from "../json.ts";
import type { Plan } from "../options.ts";
import { print, type Session } from "../output.ts";
import type { Job } from "../replicate.ts";
import { checkFailures, runPlan, STORY_LINES, show } from "../run.ts";

/** Runs and shows it; throws if it fails, as it did in the sweep. */
export async function runOne(text: string, sweep: Sweep, json: boolean, session: Session): Promise<void> {
  const [point, replicate] = placeOf(text, sweep);
  const task = sweep.task(point, replicate);
  const { scenario, model, from } = await prepare(task);
  const rootSeed = String(sweep.plan.seed);
  const { values, until, seed } = task;
  const rules = model && task.model ? { ref: task.model, model } : undefined;
  const job: Job = {
    ...{ scenario, rootSeed, replicate, seed, values, until },
    ...(rules === undefined ? {} : { model: rules }),
    weekly: false,
    storyLines: json ? 0 : STORY_LINES,
    lang: session.lang,
    ties: false,
  };
  const settings = { blocks: {}, model: rules, values, changes: [] };
  const plan: Plan = { scenario, rootSeed, ...settings, until, network: undefined, jobs: [job] };
  const replicates = await runPlan(plan.jobs, session);
  if (json) print(session, JSON.stringify(runAsJson(plan, replicates, false)));
  else {
    const swap = task.swap ? swapName(task.swap.blocks, from ?? "") : undefined;
    print(session, titleOf(point, replicate, swap, session));
    show(plan, replicates, {}, session);
  }
  checkFailures(replicates);
}

function titleOf(point: number, replicate: number, swap: string | undefined, { say }: Session): string {
  const at = say(`Point ${point}, replicate ${replicate}`, `参数点 ${point}，重复 ${replicate}`);
  return swap === undefined ? at : `${at}${say(", ", "，")}${swap}`;
}

function placeOf(text: string, sweep: Sweep): readonly [number, number] {
  const [, point, replicate] = /^(\d{1,9}):(\d{1,9})$/.exec(text)?.map(Number) ?? [];
  if (point === undefined || replicate === undefined)
    throw new InputError(`--run must be given as point:replicate; got ${format(text)}`);
  const last = sweep.points.length - 1;
  if (point > last) throw new InputError(`--run: expected a point from 0 to ${last}; got ${point}`);
  return [point, replicate];
}
