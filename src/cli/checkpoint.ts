/** `linli run SCENARIO --checkpoint DIR`: one long run, which goes on after whatever ended it. */
import type { Command } from "commander";
import { type LongEnd, type LongResult, longRun } from "../execution/checkpoint/run.ts";
import { VERSION } from "../execution/version.ts";
import { Arena } from "../kernel/arena.ts";
import { InputError } from "../kernel/check.ts";
import { MEASURE_NAMES } from "../observe/measures.ts";
import { SHAPE } from "../observe/shape.ts";
import { Interrupted, interruptible } from "./interrupt.ts";
import { type Plan, planOf, type RunFlags, settingLines, settingsOf, wholeNumber } from "./options.ts";
import { heading, print, type Session, styled } from "./output.ts";
import { progressOf } from "./progress.ts";
import { seedOf } from "./replicate.ts";
import { measureTable } from "./report.ts";
import { idOf } from "./store.ts";
import type { Assembled } from "./values.ts";

export interface CheckpointFlags {
  readonly checkpoint?: string;
  readonly checkpointEvery?: number;
}

/** Weeks: a simulated year. */
const EVERY = 52;

/** What costs more than weeks of a large run is not read. */
const MEASURES = MEASURE_NAMES.filter((name) => !SHAPE.some((measure) => measure.name === name));

export function addCheckpointOptions(command: Command, { say }: Session): Command {
  return command
    .option(
      "--checkpoint <dir>",
      say(
        "one long run in a folder: its weekly series is written as it goes, and the same command goes on with it",
        "在该文件夹中进行一次长运行：逐周写出序列，重复同一命令可续跑",
      ),
    )
    .option(
      "--checkpoint-every <weeks>",
      say(`weeks between two times at which it is held (default: ${EVERY})`, `每隔多少周保存一次（默认 ${EVERY}）`),
      wholeNumber("--checkpoint-every", 1),
    );
}

/** @throws Interrupted once Ctrl-C was pressed and the run is held. */
export async function checkpointRun(
  assembled: Assembled,
  flags: RunFlags & CheckpointFlags,
  session: Session,
): Promise<void> {
  for (const [name, value] of Object.entries({ out: flags.out, series: flags.series, replicates: flags.replicates }))
    if (value !== undefined)
      throw new InputError(`--${name}: expected no --checkpoint beside it, which is one run; got both`);
  const { say } = session;
  const plan = planOf(assembled, flags, session);
  const end = await take(plan, flags, session);
  const { result } = end;
  if (!result) {
    const en = `Stopped after ${end.weeks} of ${end.of} weeks. The same command goes on with the rest.`;
    throw new Interrupted(say(en, `已停止，完成 ${end.weeks}/${end.of} 周。再次执行同一命令即可继续。`));
  }
  if (flags.json) print(session, JSON.stringify(asJson(plan, end, result)));
  else show(plan, end, result, flags.checkpoint!, session);
}

async function take(plan: Plan, flags: CheckpointFlags, session: Session): Promise<LongEnd> {
  const { say, terminal } = session;
  const job = plan.jobs[0]!;
  const { scenario, values, changes, until, network, model } = plan;
  const warn = (en: string, zh: string) => terminal.warn(`${say(en, zh)}\n`);
  const stop = () => warn("stopping: the run is held after this week", "正在停止：本周结束后保存");
  let progress: ReturnType<typeof progressOf> | undefined;
  try {
    return await interruptible(stop, (signal) =>
      longRun({
        ...{ dir: flags.checkpoint!, id: idOf(plan, job.replicate), scenario, signal },
        every: flags.checkpointEvery ?? EVERY,
        options: {
          ...{ seed: seedOf(job), values, changes, until, measures: MEASURES, memory: new Arena() },
          ...(network ? { network } : {}),
          ...(model ? { model: model.model } : {}),
        },
        onWeek: (weeks, of) => {
          progress ??= progressOf(session, of, false);
          progress.update(weeks);
        },
        onHeld: (weeks) => {
          if (!terminal.live) warn(`held at week ${weeks}`, `已保存至第${weeks}周`);
        },
      }),
    );
  } finally {
    progress?.stop();
  }
}

function asJson(plan: Plan, { weeks, from }: LongEnd, result: LongResult): object {
  const { scenario, rootSeed } = plan;
  return { scenario: scenario.name, version: VERSION, rootSeed, ...settingsOf(plan), weeks, from, ...result };
}

function show(plan: Plan, end: LongEnd, result: LongResult, dir: string, session: Session): void {
  const { say, lang } = session;
  const { scenario, until } = plan;
  const { seed, hash, measures, readings } = result;
  print(session, styled(session, "bold", scenario.title[lang]), scenario.about[lang], ...settingLines(plan, session));
  const went = end.from === null ? "" : say(`, from week ${end.from} on in this start`, `，本次自第${end.from}周续跑`);
  print(session, say(`${end.weeks} weeks until ${until}${went}`, `${end.weeks}周，至${until}${went}`));
  heading(session, say("Measures", "指标"));
  print(session, ...measureTable(scenario, [{ reading: readings[scenario.reading] ?? {}, measures }], session));
  heading(session, say(`Root seed ${plan.rootSeed}, linli ${VERSION}`, `随机种子 ${plan.rootSeed}，linli ${VERSION}`));
  print(session, say(`seed ${seed}, final state ${hash}`, `种子 ${seed}，终态 ${hash}`));
  print(session, say(`The series of all weeks is in ${dir}/series.csv`, `逐周序列位于 ${dir}/series.csv`));
}
