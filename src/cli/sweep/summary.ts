/** What a sweep says at its end. */
import { foremost } from "../../execution/report/names.ts";
import type { RunNote, SweepResult } from "../../execution/run.ts";
import type { Adaptive, Shard } from "../../execution/store.ts";
import { VERSION } from "../../execution/version.ts";
import type { Sweep } from "../../experiments/sweep.ts";
import { inChinese } from "../chinese.ts";
import { duration } from "../duration.ts";
import { heading, nextCommand, print, type Session, styled } from "../output.ts";
import { shellWords } from "../shell.ts";
import { table, wrap } from "../table.ts";
import { type PointSummary, pointSummaries, pointsTable } from "./points.ts";
import { rateText } from "./progress.ts";

export interface Ended {
  /** Name of the plan, or of its file. */
  readonly title: string;
  readonly sweep: Sweep;
  readonly result: SweepResult;
  /** Directory, as it was named. */
  readonly dir: string;
  /** Words of a command (without the program) that names the plan as it was run. */
  readonly command: readonly string[];
  readonly adaptive: Adaptive | undefined;
  readonly shard: Shard | undefined;
}

const POINTS_SHOWN = 20;

/** The end of a sweep, finished or not, for a reader. */
export async function showEnd(ended: Ended, session: Session): Promise<void> {
  const { result, dir } = ended;
  const { say } = session;
  print(session, styled(session, "bold", ended.title), countLine(ended, session));
  if (result.complete) await showPoints(ended, session);
  if (ended.adaptive) showReplicates(ended, ended.adaptive, session);
  if (result.made > 1) showSlowest(ended, session);
  showFailures(ended, session);
  heading(session, say(`Results in ${dir}`, `结果位于 ${dir}`));
  print(session, ...again(ended, session), ...nextCommands(ended, session));
}

function countLine({ result }: Ended, { say }: Session): string {
  const { complete, done, failed, total, made, seconds } = result;
  if (complete && made === 0)
    return say(
      `All ${total} runs were made before; nothing was run${failed > 0 ? ` (${failed} failed)` : ""}.`,
      `共${total}次运行，此前均已完成，本次未再运行${failed > 0 ? `（其中${failed}次失败）` : ""}。`,
    );
  const before = done - made;
  const parts = [
    say(`${done} of ${total} runs`, `已完成 ${done}/${total} 次运行`),
    ...(before > 0 ? [say(`${before} of them made before`, `其中${before}次此前已完成`)] : []),
    say(`${failed} failed`, `${failed}次失败`),
    duration(seconds, say),
    ...(made > 0 && seconds > 0 ? [rateText(made / seconds, say)] : []),
  ];
  return parts.join(say(", ", "，")) + say(".", "。");
}

async function showPoints(ended: Ended, session: Session): Promise<void> {
  const { sweep, result, dir } = ended;
  const { say } = session;
  const { axes, plan } = sweep;
  const [points, where] = [await firstPoints(ended), `${dir}/summary.csv`];
  const about = { axes, measures: foremost(plan.measures), read: plan.measures.length, where };
  heading(
    session,
    say("Points: mean at the end of the run, with its 95 % interval", "参数点：运行结束时的均值及其95%区间"),
  );
  print(session, ...pointsTable(points, { ...about, replicates: result.replicates }, session));
  const all = result.replicates.filter((n) => n > 0).length;
  const more = all - points.length;
  if (more > 0)
    print(session, say(`… and ${more} more points: all are in ${where}`, `……另有${more}个参数点，全部见 ${where}`));
}

async function firstPoints({ result, sweep }: Ended): Promise<PointSummary[]> {
  const points: PointSummary[] = [];
  for await (const point of pointSummaries(result.dir, sweep.axes)) {
    if (points.push(point) === POINTS_SHOWN) break;
  }
  return points;
}

/** How many replicates each point took. */
function showReplicates({ result }: Ended, { cap }: Adaptive, session: Session): void {
  const { say, terminal } = session;
  const used = [...result.replicates.entries()].filter(([, n]) => n > 0);
  if (used.length === 0) return;
  const counts = used.map(([, n]) => n);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const capped = counts.filter((n) => n >= cap).length;
  heading(session, say(`Replicates: ${least} to ${most} a point`, `重复次数：每个参数点${least}至${most}次`));
  if (capped > 0)
    print(
      session,
      say(
        `${capped} of ${used.length} points took the most allowed (${cap}): their intervals may be wider than asked for.`,
        `${used.length}个参数点中有${capped}个达到上限（${cap}次），其区间可能仍宽于要求。`,
      ),
    );
  const listed = used.map(([point, n]) => `${point}: ${n}`);
  if (used.length > POINTS_SHOWN) print(session, ...wrap(listed.join("  "), terminal.width));
}

function showSlowest(ended: Ended, session: Session): void {
  const { say } = session;
  const { slowest } = ended.result;
  if (slowest.length === 0) return;
  heading(session, say("Slowest runs", "最慢的运行"));
  const rows = slowest.map((note) => [...placeOf(note), note.ms === null ? "" : duration(note.ms / 1000, say)]);
  print(session, ...table([...placeColumns(session), { title: say("time", "用时"), right: true }], rows, session));
}

function showFailures(ended: Ended, session: Session): void {
  const { say, terminal, lang } = session;
  const { failures, failed } = ended.result;
  const told = (reason = "") => (lang === "zh" ? inChinese(reason) : reason);
  if (failed === 0) return;
  heading(session, say(`Failed runs (${failed})`, `失败的运行（${failed}次）`));
  const rows = failures.map((note) => [...placeOf(note), note.task.seed, told(note.reason)]);
  const columns = [
    ...placeColumns(session),
    { title: say("seed", "种子") },
    { title: say("reason", "原因"), flexible: true },
  ];
  print(session, ...table(columns, rows, session));
  const more = failed - failures.length;
  if (more > 0) print(session, say(`… and ${more} more in runs.csv`, `……另有${more}次见 runs.csv`));
  if (failures[0]) print(session, ...wrap(valuesLine(failures[0], session), terminal.width));
}

/** The command that makes one run again: the first that failed, or else the slowest. */
function again({ command, result }: Ended, session: Session): string[] {
  const note = result.failures[0] ?? result.slowest[0];
  if (!note) return [];
  const words = shellWords([...command, "--run", `${note.task.point}:${note.task.replicate}`]);
  return [`  ${nextCommand(words, session)}   # ${session.say("one run again, in full", "单独重跑一次并完整显示")}`];
}

function valuesLine({ task }: RunNote, { say }: Session): string {
  const set = Object.entries(task.values).map(
    ([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  return set.length === 0
    ? say("No values were set in the first of them.", "其中第一次未设定任何取值。")
    : say(`Values of the first: ${set.join(", ")}`, `第一次的取值：${set.join("，")}`);
}

const placeColumns = ({ say }: Session) => [
  { title: say("point", "参数点"), right: true },
  { title: say("replicate", "重复"), right: true },
];
const placeOf = ({ task }: RunNote) => [String(task.point), String(task.replicate)];

function nextCommands({ sweep, result, dir, shard }: Ended, session: Session): string[] {
  if (!result.complete) return [];
  const { design } = sweep.plan;
  const name = shellWords([dir]);
  const line = (words: string, en: string, zh: string) => `  ${nextCommand(words, session)}   # ${session.say(en, zh)}`;
  if (shard) return [line(`merge ${name} … --out DIR`, "all shards into one, once they are done", "各分片完成后合并")];
  return [
    ...(typeof design === "object" && ("morris" in design || "saltelli" in design)
      ? [line(`sensitivity ${name}`, "what the measures depend on", "各指标对参数轴的敏感性")]
      : []),
    line(`report ${name}`, "one page with figures and tables", "生成图表报告"),
  ];
}

/** The same for machines. */
export async function endAsJson({ sweep, result, dir, adaptive, shard }: Ended): Promise<object> {
  const { complete, done, failed, total, made, seconds, replicates } = result;
  const points: object[] = [];
  if (complete)
    for await (const point of pointSummaries(result.dir, sweep.axes))
      points.push({ ...point, setting: sweep.points[point.point]!.setting, replicates: replicates[point.point] });
  const note = ({ task, scenario, ms, reason }: RunNote) => {
    const { id, point, replicate, seed, values } = task;
    return { id, point, replicate, scenario, seed, values, ms, ...(reason === undefined ? {} : { reason }) };
  };
  return {
    version: VERSION,
    dir,
    ...{ complete, runs: total, done, failed, made, seconds },
    ...(adaptive ? { adaptive } : {}),
    ...(shard ? { shard } : {}),
    points,
    slowest: result.slowest.map(note),
    failures: result.failures.map(note),
  };
}
