/** `--dry-run`: what a sweep would make, what of it is made already, and about how long the rest would take. */
import { availableParallelism } from "node:os";
import { madeIn } from "../../execution/made.ts";
import { prepare } from "../../execution/prepare.ts";
import { axisValue } from "../../execution/report/names.ts";
import { shardSize } from "../../execution/schedule.ts";
import type { Adaptive, Shard } from "../../execution/store.ts";
import { performTask } from "../../execution/task.ts";
import type { Sweep } from "../../experiments/sweep.ts";
import { Arena } from "../../kernel/arena.ts";
import { duration } from "../duration.ts";
import { print, type Session } from "../output.ts";

export interface DryRun {
  readonly sweep: Sweep;
  /** Directory of the results, which need not be there. */
  readonly dir: string;
  readonly threads: number | undefined;
  readonly shard: Shard | undefined;
  readonly adaptive: Adaptive | undefined;
  readonly retryFailed: boolean;
}

/** A first run is slower than those after it; one that takes long is still a fair guess. */
const LONG_MS = 5000;

export async function dryRun(asked: DryRun, json: boolean, session: Session): Promise<void> {
  const { sweep, shard, adaptive, dir, retryFailed } = asked;
  const { plan } = sweep;
  const made = madeIn(dir, sweep, shard, adaptive);
  const done = made.done - (retryFailed ? made.failed : 0);
  const runs = Math.max(runsOf(asked), done);
  const left = runs - done;
  const workers = Math.max(1, Math.min(asked.threads ?? availableParallelism(), left));
  const ms = await timed(sweep);
  const seconds = (left * ms) / 1000 / Math.min(workers, availableParallelism());
  const axes = Object.fromEntries(sweep.axes.map((name) => [name, valuesOf(sweep, name)]));
  if (json) {
    const { replicates, seed, design } = plan;
    const counts = { points: sweep.points.length, replicates, runs, done, left, workers };
    print(session, JSON.stringify({ ...counts, axes, seed, design, msPerRun: ms, seconds }));
    return;
  }
  const { say } = session;
  const comma = say(", ", "、");
  const scenarios = sweep.loaded.scenarios.map((s) => s.scenario.name);
  const swaps = new Set(sweep.points.flatMap((p) => (p.swap ? [p.swap.name] : [])));
  const many = adaptive
    ? say(`${plan.replicates} to ${adaptive.cap}`, `${plan.replicates}至${adaptive.cap}`)
    : String(plan.replicates);
  print(
    session,
    say(`Scenarios: ${scenarios.join(comma)}`, `情景：${scenarios.join(comma)}`),
    ...(swaps.size > 0 ? [say(`Swaps: ${[...swaps].join(comma)}`, `互换：${[...swaps].join(comma)}`)] : []),
    ...Object.entries(axes).map(([name, values]) =>
      say(`Axis ${name}: ${shortened(values)}`, `参数轴 ${name}：${shortened(values)}`),
    ),
    say(
      `${sweep.points.length} points, ${many} replicates each: ${adaptive ? "at least " : ""}${runs} runs${shard ? ` in shard ${shard.index} of ${shard.count}` : ""}`,
      `${sweep.points.length}个参数点，每点重复${many}次：${adaptive ? "至少" : "共"}${runs}次运行${shard ? `（第${shard.index}/${shard.count}分片）` : ""}`,
    ),
    ...(done > 0 ? [leftLine(dir, done, left, adaptive !== undefined, say)] : []),
    say(
      `One run took ${duration(ms / 1000, say)}: about ${duration(seconds, say)}${done > 0 ? " for the rest" : ""} on ${workers} ${workers === 1 ? "thread" : "threads"}. Nothing was written.`,
      `试运行一次用时 ${duration(ms / 1000, say)}：${done > 0 ? "其余运行用" : ""}${workers}个线程约需 ${duration(seconds, say)}。未写入任何文件。`,
    ),
  );
}

function leftLine(dir: string, done: number, left: number, adaptive: boolean, say: Session["say"]): string {
  const least = adaptive ? say("at least ", "至少") : "";
  return say(
    `In ${dir}: ${done} made before, ${least}${left} still to be made.`,
    `${dir} 中已完成${done}次，尚需运行${least}${left}次。`,
  );
}

/** Runs that there are at least. */
export function runsOf({ sweep, shard, adaptive }: Pick<DryRun, "sweep" | "shard" | "adaptive">): number {
  // Of adaptive replicates points are dealt out, else runs.
  const own = (count: number) => shardSize(shard ?? null, count);
  return adaptive ? own(sweep.points.length) * sweep.plan.replicates : own(sweep.count);
}

async function timed(sweep: Sweep): Promise<number> {
  const { axes, plan } = sweep;
  const spec = { dir: "", axes, measures: plan.measures };
  const memory = new Arena();
  let ms = 0;
  for (const point of [0, sweep.points.length - 1]) {
    const task = sweep.task(point, 0);
    ms = performTask(task, await prepare(task), memory, spec).report.ms;
    if (ms > LONG_MS) break;
  }
  return ms;
}

function valuesOf(sweep: Sweep, name: string): string[] {
  const cells = sweep.points.map((p) => p.setting[name]);
  return [...new Set(cells.map((value) => (typeof value === "string" ? value : JSON.stringify(value))))];
}

const MOST_VALUES = 8;

function shortened(values: readonly string[]): string {
  const texts = values.map(axisValue);
  if (texts.length <= MOST_VALUES) return texts.join(", ");
  const numbers = values.map(Number).filter((x) => !Number.isNaN(x));
  if (numbers.length < values.length) return `${texts.slice(0, MOST_VALUES).join(", ")}, … (${texts.length})`;
  const [low, high] = numbers.reduce(([a, b], x) => [Math.min(a, x), Math.max(b, x)], [Infinity, -Infinity] as [
    number,
    number,
  ]);
  return `${axisValue(String(low))} … ${axisValue(String(high))} (${texts.length})`;
}
