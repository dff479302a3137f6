/** `linli sweep PLAN`: all runs of a plan, into a directory; the same command goes on where it was stopped. */
import { basename, extname, join } from "node:path";
import type { Command } from "commander";
import { runSweep } from "../../execution/run.ts";
import type { Shard } from "../../execution/store.ts";
import type { Sweep } from "../../experiments/sweep.ts";
import { InputError } from "../../kernel/check.ts";
import { writeReport } from "../htmlReport.ts";
import { Interrupted } from "../interrupt.ts";
import { addCommonOptions, collect, wholeNumber } from "../options.ts";
import { print, type Session } from "../output.ts";
import { dryRun } from "./dryRun.ts";
import { addExecutorOptions, executorOf, ownDryRun } from "./executors.ts";
import { interruptibleRuns } from "./interruptibleRuns.ts";
import { runOne } from "./one.ts";
import { adaptiveOf, MOST, type PlanFlags, planned, type ShareFlags, shardOf } from "./plan.ts";
import { type Ended, endAsJson, showEnd } from "./summary.ts";

export interface SweepFlags extends PlanFlags, ShareFlags {
  readonly out?: string;
  readonly threads?: number;
  readonly retryFailed?: boolean;
  readonly dryRun?: boolean;
  readonly run?: string;
  readonly report?: boolean;
  readonly json?: boolean;
}

export function addSweep(program: Command, session: Session): void {
  const { say } = session;
  const command = program
    .command("sweep")
    .description(
      say("make all runs of a plan; the same command goes on with them", "按计划完成全部运行；重复同一命令可续跑"),
    )
    .argument("<plan>", PLAN(session));
  addSweepOptions(command, session)
    .option(
      "--dry-run",
      say(
        "say what would be run, what is made already and how long the rest may take",
        "只说明将运行的内容、已完成的次数与其余的大致用时",
      ),
    )
    .option(
      "--run <point:replicate>",
      say("make that one run again and show it in full", "单独重跑某一次运行并完整显示"),
    )
    .option("--report", say("write report.html at the end", "完成后生成 report.html"))
    .option("--json", say("print one JSON object instead of tables", "不输出表格，改为输出一个 JSON 对象"));
  addCommonOptions(command, session)
    .addHelpText("after", examples(say))
    .action((plan: string, flags: SweepFlags) => sweepCommand(plan, flags, session));
}

export const PLAN = ({ say }: Session) =>
  say("a plan: .yaml, .json, .js, .mjs or .ts", "计划文件：.yaml、.json、.js、.mjs 或 .ts");

/** Options of any command that runs a sweep. */
export function addSweepOptions(command: Command, session: Session): Command {
  const { say } = session;
  command
    .option(
      "--out <dir>",
      say("directory of the results (default: PLAN-results)", "结果文件夹（默认：计划名-results）"),
    )
    .option(
      "--threads <n>",
      say("worker threads (default: one a core)", "工作线程数（默认与处理器核数相同）"),
      wholeNumber("--threads", 1),
    )
    .option(
      "--replicates <n>",
      say("runs a point, in place of the plan's", "每个参数点的重复次数，取代计划中的设定"),
      wholeNumber("--replicates", 1),
    )
    .option("--seed <text>", say("root seed, in place of the plan's", "根种子，取代计划中的设定"))
    .option("--until <date>", say("last date of the runs, in place of the plan's", "运行截止日期，取代计划中的设定"))
    .option(
      "--set <name=value>",
      say("parameter or context field to set in all runs (repeatable)", "在所有运行中设定参数或情境变量（可多次使用）"),
      collect,
    )
    .option(
      "--until-ci <measure=width>",
      say(
        "more replicates until the 95 % interval of a measure's mean at the end is that narrow (repeatable)",
        "增加重复次数，直至指标终值均值的95%区间不宽于此值（可多次使用）",
      ),
      collect,
    )
    .option(
      "--most <n>",
      say(
        `most replicates of a point with --until-ci (default: ${MOST})`,
        `配合 --until-ci：每点重复次数上限（默认 ${MOST}）`,
      ),
      wholeNumber("--most", 2),
    )
    .option(
      "--shard <i/n>",
      say("every n-th run, from the i-th on, to merge later", "只运行第 i 个分片（共 n 个），之后合并"),
    )
    .option("--retry-failed", say("make the runs again that failed", "重跑此前失败的运行"));
  return addExecutorOptions(command, session);
}

function examples(say: Session["say"]): string {
  return `
${say("Examples:", "示例：")}
  linli sweep plan.yaml
  linli sweep plan.yaml --replicates 50 --threads 4 --report
  linli sweep plan.yaml --until-ci meanTrust=0.01 --most 100
  linli sweep plan.yaml --shard 1/3
  linli sweep plan.yaml --run 3:0

${say("A plan:", "计划示例：")}
  scenarios: [new-estate]
  axes:
    team.independence: { from: 0, to: 1, steps: 5 }
    support.ownersCommittee: [true, false]
  replicates: 20
  seed: 1

${say(
  "Ctrl-C ends what has begun; the same command goes on. Exit codes: 0 all finished, 1 some run failed or could\nnot be written, 2 wrong input, 130 interrupted.",
  "Ctrl-C：完成已开始的运行后停止；再次执行同一命令即可续跑。\n退出码：0 全部完成，1 有运行失败或无法写入，2 输入有误，130 被中断。",
)}`;
}

async function sweepCommand(path: string, flags: SweepFlags, session: Session): Promise<void> {
  const [shard, sweep] = [shardOf(flags), await planned(path, flags)];
  if (flags.run !== undefined) return runOne(flags.run, sweep, flags.json === true, session);
  const adaptive = adaptiveOf(flags, sweep);
  if (flags.dryRun) {
    const dir = flags.out ?? directoryOf(path, shard);
    if (await ownDryRun({ sweep, title: titleOf(path, sweep), dir, flags: { ...flags } }, session)) return;
    const { threads, retryFailed = false } = flags;
    return dryRun({ sweep, dir, shard, adaptive, threads, retryFailed }, flags.json === true, session);
  }
  if (flags.report && shard)
    throw new InputError("--report: expected a whole sweep, not a shard of one; got --shard beside it");
  const ended = await runPlanned(path, sweep, flags, session);
  if (flags.json) print(session, JSON.stringify(await endAsJson(ended)));
  else await showEnd(ended, session);
  checkInterrupted(ended, session);
  if (flags.report) {
    const file = join(ended.dir, "report.html");
    await writeReport(ended.dir, file, {}, session);
    if (!flags.json) print(session, session.say(`Report in ${file}`, `报告位于 ${file}`));
  }
  checkFailed(ended);
}

/** Runs a plan's sweep, with progress, until its end or Ctrl-C. */
export async function runPlanned(path: string, sweep: Sweep, flags: SweepFlags, session: Session): Promise<Ended> {
  const shard = shardOf(flags);
  const adaptive = adaptiveOf(flags, sweep);
  const dir = flags.out ?? directoryOf(path, shard);
  const title = titleOf(path, sweep);
  const { threads, retryFailed = false } = flags;
  const other = await executorOf({ sweep, title, dir, flags: { ...flags } }, session);
  try {
    const result = await interruptibleRuns(session, (signal, onProgress) =>
      runSweep(sweep, {
        ...{ dir, retryFailed, signal, onProgress },
        ...(threads === undefined ? {} : { threads }),
        ...(other ? { executor: other.executor } : {}),
        ...(shard ? { shard } : {}),
        ...(adaptive ? { adaptive } : {}),
      }),
    );
    return { title, sweep, result, dir, command: commandOf(path, flags), adaptive, shard };
  } finally {
    other?.end();
  }
}

const titleOf = (path: string, { plan }: Sweep) => plan.name ?? basename(path);

function directoryOf(path: string, shard: Shard | undefined): string {
  const name = `${basename(path, extname(path))}-results`;
  return shard ? `${name}-${shard.index}-of-${shard.count}` : name;
}

/** The command that names the plan as it is run here. */
function commandOf(path: string, { seed, until, set = [] }: SweepFlags): string[] {
  const options = Object.entries({ seed, until }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );
  return ["sweep", path, ...options, ...set.flatMap((setting) => ["--set", setting])];
}

export function checkInterrupted({ result }: Ended, { say }: Session): void {
  if (result.complete) return;
  const { done, total } = result;
  throw new Interrupted(
    say(
      `Stopped after ${done} of ${total} runs. The same command goes on with the rest.`,
      `已停止，完成 ${done}/${total} 次运行。再次执行同一命令即可继续。`,
    ),
  );
}

export function checkFailed({ result }: Ended): void {
  const { failed, total } = result;
  if (failed > 0) throw new Error(`${failed} of ${total} runs failed`);
}
