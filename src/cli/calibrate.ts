/** `linli calibrate [PLAN]`: the parameters that bring about what scenarios' patterns report, as draws of a posterior. */
import { existsSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { Command } from "commander";
import { calibration as shippedPlan } from "../../scenarios/calibration.ts";
import { calibrate, readPosterior } from "../execution/calibration/calibrate.ts";
import { type Calibration, loadCalibration } from "../execution/calibration/load.ts";
import type { CalibrationResult, LearntDimension } from "../execution/calibration/result.ts";
import { type CalibrationProgress, CalibrationStopped } from "../execution/calibration/runs.ts";
import { storeError, writeWhole } from "../execution/files.ts";
import { type PlanFile, readPlanFile } from "../execution/plans.ts";
import { axisText } from "../execution/report/names.ts";
import { calibrationSection } from "../execution/validation/calibration.ts";
import { standalonePage } from "../execution/validation/standalone.ts";
import type { CalibrationPlan } from "../experiments/calibration/plan.ts";
import type { Generation } from "../experiments/calibration/smc.ts";
import { InputError } from "../kernel/check.ts";
import { spread } from "../observe/numbers.ts";
import { Interrupted, interruptible } from "./interrupt.ts";
import { addCommonOptions, wholeNumber } from "./options.ts";
import { heading, print, type Session } from "./output.ts";
import { type SweepProgress, sweepProgress } from "./sweep/progress.ts";
import { table } from "./table.ts";

interface CalibrateFlags {
  readonly out?: string;
  readonly threads?: number;
  readonly seed?: string;
  readonly draws?: number;
  readonly particles?: number;
  readonly generations?: number;
  readonly report?: boolean;
  readonly json?: boolean;
}

export function addCalibrate(program: Command, session: Session): void {
  const { say } = session;
  const command = program
    .command("calibrate")
    .description(
      say(
        "parameters by the patterns of scenarios: approximate Bayesian computation",
        "按情景的对照项校准参数：近似贝叶斯计算",
      ),
    )
    .argument(
      "[plan|dir]",
      say(
        "a plan (.yaml, .json, .js, .mjs or .ts), or the directory of a finished calibration (default: the plan of the shipped parameters)",
        "计划文件（.yaml、.json、.js、.mjs 或 .ts），或已完成校准的结果文件夹（默认：内置参数所用的计划）",
      ),
    )
    .option(
      "--out <dir>",
      say("directory of the results (default: PLAN-posterior)", "结果文件夹（默认：计划名-posterior）"),
    )
    .option(
      "--threads <n>",
      say("worker threads (default: one a core)", "工作线程数（默认与处理器核数相同）"),
      wholeNumber("--threads", 1),
    )
    .option("--seed <text>", say("root seed, in place of the plan's", "根种子，取代计划中的设定"));
  for (const [name, en, zh] of SIZES)
    command.option(
      `--${name} <n>`,
      say(`${en}, in place of the plan's`, `${zh}，取代计划中的设定`),
      wholeNumber(`--${name}`, 0),
    );
  command
    .option("--report", say("write calibration.html at the end", "完成后生成 calibration.html"))
    .option("--json", say("print one JSON object instead of tables", "不输出表格，改为输出一个 JSON 对象"));
  addCommonOptions(command, session)
    .addHelpText("after", examples(say))
    .action((path: string | undefined, flags: CalibrateFlags) => calibrateCommand(path, flags, session));
}

const SIZES = [
  ["draws", "draws from the prior", "先验抽样数"],
  ["particles", "particles kept", "保留的粒子数"],
  ["generations", "generations of sequential Monte Carlo", "序贯蒙特卡罗的代数"],
] as const;

function examples(say: Session["say"]): string {
  return `
${say("Examples:", "示例：")}
  linli calibrate --report
  linli calibrate --draws 40 --particles 20 --generations 2 --out quick
  linli calibrate ours.yaml
  linli calibrate ours-posterior --json

${say("A plan:", "计划示例：")}
  scenarios: [new-estate]
  seed: 1
  priors:
    exchange.trust: { from: 0.8, to: 2.4 }
    formation.rate: { from: 0.0001, to: 0.001, log: true }
  heldOut: { new-estate: [jointActs, belongingPeak] }
  until: "2018-12-31"
  draws: 400
  particles: 100
  generations: 5
  point: { candidates: 10, replicates: 10 }

${say(
  "Ctrl-C ends what has begun; the same command goes on.",
  "Ctrl-C：完成已开始的运行后停止；再次执行同一命令即可续跑。",
)}`;
}

async function calibrateCommand(path: string | undefined, flags: CalibrateFlags, session: Session): Promise<void> {
  if (path !== undefined && existsSync(path) && statSync(path).isDirectory()) {
    checkAlone(flags);
    return show(readPosterior(path), path, flags, session);
  }
  const file: Partial<PlanFile> = path === undefined ? { value: shippedPlan } : await readPlanFile(path);
  const calibration = await loadCalibration({ ...file, value: overlaid(file.value, flags) });
  const dir = flags.out ?? `${path === undefined ? "linli" : basename(path, extname(path))}-posterior`;
  await show(await run(calibration, dir, flags, session), dir, flags, session);
}

function checkAlone(flags: CalibrateFlags): void {
  const given = ["out", "threads", "seed", ...SIZES.map(([name]) => name)] as const;
  for (const name of given)
    if (flags[name] !== undefined)
      throw new InputError(`--${name}: expected a plan, which is run with it; got the directory of a calibration`);
}

function overlaid(plan: unknown, { seed, draws, particles, generations }: CalibrateFlags): unknown {
  if (typeof plan !== "object" || plan === null) return plan;
  const given = Object.entries({ seed, draws, particles, generations }).filter(([, value]) => value !== undefined);
  const { point } = plan as Partial<CalibrationPlan>;
  const most =
    particles !== undefined && point ? { point: { ...point, candidates: Math.min(point.candidates, particles) } } : {};
  return { ...plan, ...Object.fromEntries(given), ...most };
}

async function run(
  calibration: Calibration,
  dir: string,
  flags: CalibrateFlags,
  session: Session,
): Promise<CalibrationResult> {
  const { say, terminal } = session;
  const bars = new Bars(session);
  const { threads } = flags;
  try {
    return await interruptible(
      () => {
        bars.stop();
        terminal.warn(`${say("stopping: runs under way are ended and kept", "正在停止：已开始的运行完成后保存")}\n`);
      },
      (signal) =>
        calibrate(calibration, {
          ...{ dir, signal, ...(threads === undefined ? {} : { threads }) },
          onProgress: (progress) => {
            if (!signal.aborted) bars.update(progress);
          },
          onGeneration: (generation) => {
            bars.stop();
            terminal.warn(`${generationLine(generation, say)}\n`);
          },
        }),
    );
  } catch (error) {
    if (!(error instanceof CalibrationStopped)) throw error;
    throw new Interrupted(
      say("Stopped. The same command goes on with the rest.", "已停止。再次执行同一命令即可继续。"),
    );
  } finally {
    bars.stop();
  }
}

function generationLine({ index, epsilon, priorShare, tried, taken }: Generation, say: Session["say"]): string {
  const what = index === 0 ? say("prior", "先验") : say(`generation ${index}`, `第${index}代`);
  const share = priorShare.toPrecision(2);
  return say(
    `${what}: ε ${epsilon.toFixed(3)}, ${share} of the prior, ${taken} of ${tried} taken`,
    `${what}：ε ${epsilon.toFixed(3)}，占先验 ${share}，接受 ${taken}/${tried}`,
  );
}

/** A bar of progress for each batch of runs. */
class Bars {
  readonly #session: Session;
  #bar: SweepProgress | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  update({ done, total }: CalibrationProgress): void {
    if (!this.#session.terminal.live) return;
    if (done === 0) this.stop();
    this.#bar ??= sweepProgress(this.#session);
    this.#bar.update({ done, total, failed: 0, rate: null, secondsLeft: null });
  }

  stop(): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }
}

async function show(result: CalibrationResult, dir: string, flags: CalibrateFlags, session: Session): Promise<void> {
  if (flags.json) print(session, JSON.stringify(result));
  else showTables(result, session);
  if (flags.report) await report(result, dir, flags, session);
  if (result.failed > 0) throw new Error(`${result.failed} runs failed`);
}

async function report(result: CalibrationResult, dir: string, flags: CalibrateFlags, session: Session): Promise<void> {
  const { lang, say } = session;
  const file = join(dir, "calibration.html");
  const title = say("Calibration", "校准");
  const html = await standalonePage(title, lang, (words, drawing) => calibrationSection(result, words, drawing));
  try {
    writeWhole(file, html);
  } catch (error) {
    throw storeError(file, error);
  }
  if (!flags.json) print(session, "", say(`Report in ${file}`, `报告位于 ${file}`));
}

function showTables(result: CalibrationResult, session: Session): void {
  const { say } = session;
  const { generations, dimensions, draws, chosen, plan, check } = result;
  const last = generations.at(-1)!;
  const known = dimensions.filter(({ learnt }) => learnt.identified).length;
  print(
    session,
    say(
      `${draws.length} draws of the posterior within ε ${last.epsilon.toFixed(3)}: about ${last.priorShare.toPrecision(2)} of the prior. ${known} of ${dimensions.length} values are told from their prior.`,
      `得到${draws.length}个后验抽样，ε 为 ${last.epsilon.toFixed(3)}，约占先验的 ${last.priorShare.toPrecision(2)}。${dimensions.length}个量中有${known}个可与先验相区分。`,
    ),
  );
  heading(session, say("Values", "各量的后验"));
  const order = [...dimensions].sort((a, b) => b.learnt.contraction - a.learnt.contraction);
  print(
    session,
    ...table(
      valueColumns(session),
      order.map((d) => valueRow(d, result, session)),
      session,
    ),
  );
  for (const [s, patterns] of check.entries()) {
    heading(session, say(`What it predicts: ${plan.scenarios[s]}`, `后验预测：${plan.scenarios[s]}`));
    const rows = patterns.map((p) => [
      p.name,
      p.heldOut ? say("held out", "留出") : say("in use", "校准"),
      spread(p),
      `${Math.round(100 * p.insideShare)} %`,
    ]);
    print(session, ...table(checkColumns(session), rows, session));
  }
  heading(
    session,
    say("The point, and the shares of its runs inside the patterns in use", "所取的点及其运行落入各校准对照项的比例"),
  );
  for (const [s, shares] of chosen.point.shares.entries())
    print(
      session,
      `${plan.scenarios[s]}: ${result.used[s]!.map((name, k) => `${name} ${shares[k]!.toFixed(2)}`).join(", ")}`,
    );
}

const valueColumns = ({ say }: Session) => [
  { title: say("value", "量") },
  { title: say("meaning", "含义"), flexible: true },
  { title: say("prior", "先验"), right: true },
  { title: say("median, 95 %", "中位数与95%区间"), right: true },
  { title: say("point", "所取的点"), right: true },
  { title: say("learnt", "方差缩减"), right: true },
  { title: say("identified", "可识别") },
];

function valueRow(d: LearntDimension, { chosen }: CalibrationResult, { say, lang }: Session): string[] {
  const { name, scenario, prior, median, low, high, learnt } = d;
  const at = scenario === undefined ? chosen.point.values : chosen.point.arms?.[scenario];
  return [
    scenario === undefined ? name : `${scenario}: ${name}`,
    axisText(name).label[lang],
    `${prior.from} … ${prior.to}`,
    `${short(median)} [${short(low)}, ${short(high)}]`,
    String(at?.[name]),
    learnt.contraction.toFixed(2),
    learnt.identified ? say("yes", "是") : say("no", "否"),
  ];
}

const short = (value: number) => String(Number(value.toPrecision(3)));

const checkColumns = ({ say }: Session) => [
  { title: say("pattern", "对照项") },
  { title: say("part", "用途") },
  { title: say("median, 90 % band", "中位数与90%区间"), right: true },
  { title: say("inside", "落入比例"), right: true },
];
