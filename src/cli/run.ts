/** `linli run SCENARIO`: one or more replicates of a scenario. */
import type { Command } from "commander";
import { VERSION } from "../execution/version.ts";
import type { Scenario } from "../model/scenario.ts";
import { addCheckpointOptions, type CheckpointFlags, checkpointRun } from "./checkpoint.ts";
import { runAsJson } from "./json.ts";
import {
  addCommonOptions,
  addOutputOptions,
  addReplicate,
  addReplicates,
  addScenarioOptions,
  type Plan,
  planOf,
  type RunFlags,
  settingLines,
} from "./options.ts";
import { heading, print, type Session, styled } from "./output.ts";
import { runJobs } from "./pool.ts";
import { progressOf } from "./progress.ts";
import { finishedOf, isFailure, type Job, type Outcome, type Replicate } from "./replicate.ts";
import { measureTable, patternLegend, patternTable, seriesLines, storyLines } from "./report.ts";
import { checkTarget, writeResults } from "./store.ts";
import { wrap } from "./table.ts";
import { assembled } from "./values.ts";

export const STORY_LINES = 40;

export function addRun(program: Command, session: Session): void {
  const { say } = session;
  const command = program
    .command("run")
    .description(say("run a scenario and show what came of it", "运行一个情景并展示结果"))
    .argument(
      "<scenario>",
      say(
        "a name from `list scenarios`, or a .json, .ts, .js or .mjs file",
        "`list scenarios` 中的名称，或 .json、.ts、.js、.mjs 文件",
      ),
    );
  addScenarioOptions(addReplicate(addReplicates(command, session, 1), session), session);
  addCheckpointOptions(command, session);
  addCommonOptions(addOutputOptions(command, session), session)
    .addHelpText("after", examples(say))
    .action((name: string, flags: RunFlags & CheckpointFlags) => run(name, flags, session));
}

async function run(name: string, flags: RunFlags & CheckpointFlags, session: Session): Promise<void> {
  const scenario = await assembled(name, flags);
  if (flags.checkpoint !== undefined) return checkpointRun(scenario, flags, session);
  if (flags.out !== undefined) checkTarget(flags.out);
  const plan = planOf(scenario, flags, session, { storyLines: flags.json ? 0 : STORY_LINES });
  const replicates = await runPlan(plan.jobs, session);
  if (flags.out !== undefined) writeResults(flags.out, [{ plan, replicates }]);
  if (flags.json) print(session, JSON.stringify(runAsJson(plan, replicates, flags.series === true)));
  else show(plan, replicates, flags, session);
  checkFailures(replicates);
}

function examples(say: Session["say"]): string {
  return `
${say("Examples:", "示例：")}
  linli run new-estate
  linli run old-district --replicates 20 --seed 7
  linli run new-estate --set team.independence=1 --until 2018-12-31 --json
  linli run new-estate --set support.ownersCommittee@2017-07-03=true --block agenda=old-district
  linli run new-estate --model rule.ts --replicates 20
  linli run old-district --network village/ --layer help --out results/
  linli run old-district --set start.communities=300 --checkpoint city/`;
}

/** Runs jobs with progress on the error stream. */
export async function runPlan(jobs: readonly Job[], session: Session, plain = false): Promise<Replicate[]> {
  const progress = progressOf(session, jobs.length, plain);
  const replicates = await runJobs(jobs, progress.update);
  progress.stop();
  return replicates;
}

/** Throws if a replicate broke down, naming its seed; after all that came through has been shown. */
export function checkFailures(replicates: readonly Replicate[]): void {
  const failed = replicates.filter(isFailure);
  const [first] = failed;
  if (!first) return;
  const others = failed.length > 1 ? ` (and ${failed.length - 1} more)` : "";
  const error = new Error(`${first.scenario}, seed ${first.seed}: ${first.failed}${others}`);
  throw first.stack === null ? error : Object.assign(error, { stack: first.stack }); // `--debug` shows where it broke down
}

/** A plan's runs for a reader. */
export function show(
  plan: Plan,
  replicates: readonly Replicate[],
  flags: Pick<RunFlags, "out">,
  session: Session,
): void {
  const { say, lang } = session;
  const { scenario } = plan;
  const outcomes = finishedOf(replicates);
  const { length } = plan.jobs;
  const runs =
    length === 1
      ? say("1 run", "1次运行")
      : say(`${length} runs, median [90 % interval]`, `${length}次运行，中位数 [90%区间]`);
  print(session, styled(session, "bold", scenario.title[lang]), scenario.about[lang], ...settingLines(plan, session));
  print(session, `${period(plan, outcomes)}${say("; ", "；")}${runs}`);
  if (outcomes.length > 0) showOutcomes(scenario, outcomes, session);
  showSeeds(plan, replicates, session);
  if (flags.out !== undefined) print(session, say(`written to ${flags.out}`, `已写入 ${flags.out}`));
}

function period(plan: Plan, outcomes: readonly Outcome[]): string {
  return `${outcomes[0]?.start ?? plan.scenario.context.start.date} – ${plan.until}`;
}

function showOutcomes(scenario: Scenario, outcomes: readonly Outcome[], session: Session): void {
  const { say } = session;
  const section = (title: string, lines: readonly string[]) => {
    if (lines.length === 0) return;
    heading(session, title);
    print(session, ...lines);
  };
  section(say("Measures", "指标"), measureTable(scenario, outcomes, session));
  const patterns = patternTable(scenario, outcomes, session);
  const legend = patterns.length > 0 ? wrap(patternLegend(session), session.terminal.width) : [];
  section(say("Beside what is reported", "与经验资料对照"), [...patterns, ...legend]);
  const series =
    outcomes.length > 1 ? say("Course (median of the runs)", "过程（各次运行的中位数）") : say("Course", "过程");
  section(series, seriesLines(outcomes, session));
  const story = outcomes[0]?.story ?? [];
  section(
    outcomes.length > 1 ? say("Story of the first replicate", "首次运行的经过") : say("Story", "经过"),
    storyLines(story, session),
  );
}

const SEEDS_SHOWN = 20;

function showSeeds(plan: Plan, replicates: readonly Replicate[], session: Session): void {
  const { say } = session;
  heading(session, say(`Root seed ${plan.rootSeed}, linli ${VERSION}`, `随机种子 ${plan.rootSeed}，linli ${VERSION}`));
  for (const r of replicates.slice(0, SEEDS_SHOWN)) {
    const end = isFailure(r) ? say("failed", "失败") : r.hash;
    print(
      session,
      say(
        `replicate ${r.replicate}: seed ${r.seed}, final state ${end}`,
        `重复${r.replicate}：种子 ${r.seed}，终态 ${end}`,
      ),
    );
  }
  const more = replicates.length - SEEDS_SHOWN;
  if (more > 0) print(session, say(`… and ${more} more (all with --json)`, `……其余${more}次见 --json`));
}
