/** `linli sensitivity DIR|PLAN`: what measures depend on, from a sweep whose design was made for it. */
import { existsSync, statSync } from "node:fs";
import type { Command } from "commander";
import type { At } from "../analysis/runTable.ts";
import { isConstant } from "../analysis/sensitivity/bootstrap.ts";
import { sweepIndices } from "../analysis/sensitivity/sweepIndices.ts";
import { sweepDesign } from "../execution/report/design.ts";
import { foremost } from "../execution/report/names.ts";
import { type Results, readResults } from "../execution/report/results.ts";
import { type Variant, variantsOf } from "../execution/report/variants.ts";
import { type Manifest, readManifest } from "../execution/store.ts";
import { VERSION } from "../execution/version.ts";
import type { DesignPlan } from "../experiments/plan.ts";
import { checkName, format, InputError } from "../kernel/check.ts";
import { DIRECTORY } from "./htmlReport.ts";
import { type Found, indicesAsJson, showIndices } from "./indices.ts";
import { addCommonOptions, collect } from "./options.ts";
import { print, type Session } from "./output.ts";
import { addSweepOptions, checkFailed, checkInterrupted, PLAN, runPlanned, type SweepFlags } from "./sweep/command.ts";
import { planned } from "./sweep/plan.ts";

interface SensitivityFlags extends SweepFlags {
  readonly measure?: readonly string[];
  readonly at?: At;
}

export function addSensitivity(program: Command, session: Session): void {
  const { say } = session;
  const command = program
    .command("sensitivity")
    .description(
      say("what measures depend on: Morris effects or Sobol indices", "敏感性分析：Morris 基本效应或 Sobol 指数"),
    )
    .argument("<dir|plan>", `${DIRECTORY(session)}${say("; or ", "；或")}${PLAN(session)}`)
    .option(
      "--measure <name>",
      say("measure (repeatable; default: the foremost)", "指标（可多次使用；默认为主要指标）"),
      collect,
    )
    .option(
      "--at <when>",
      say("reading: at the reading date; final, the default: at the end", "reading：读取日；final（默认）：结束时"),
      at,
    );
  addSweepOptions(command, session).option(
    "--json",
    say("print one JSON object instead of tables", "不输出表格，改为输出一个 JSON 对象"),
  );
  addCommonOptions(command, session)
    .addHelpText("after", examples(say))
    .action((path: string, flags: SensitivityFlags) => sensitivity(path, flags, session));
}

function examples(say: Session["say"]): string {
  return `
${say("Examples:", "示例：")}
  linli sensitivity morris.yaml
  linli sensitivity morris-results --measure meanTrust --measure councils
  linli sensitivity sobol-results --at reading --json

${say(
  "A plan for it has `design: { morris: 20 }` (20 trajectories) or `design: { saltelli: 256 }` (256 base points).\nOptions of the sweep are for a plan alone.",
  "所用计划须写明 design: { morris: 20 }（20条轨迹）或 design: { saltelli: 256 }（256个基点）。\n扫描选项仅用于计划文件。",
)}`;
}

function at(text: string): At {
  if (text === "reading" || text === "final") return text;
  throw new InputError(`--at must be reading or final; got ${format(text)}`);
}

async function sensitivity(path: string, flags: SensitivityFlags, session: Session): Promise<void> {
  if (existsSync(path) && statSync(path).isDirectory()) {
    checkNoSweepOptions(flags);
    return showFor(path, path, flags, session);
  }
  const sweep = await planned(path, flags);
  checkDesign(path, sweep.plan.design);
  checkMeasures(flags, sweep.plan.measures);
  if (flags.shard !== undefined)
    throw new InputError("--shard: expected a whole sweep, which indices need; got a shard of one");
  const ended = await runPlanned(path, sweep, flags, session);
  checkInterrupted(ended, session);
  await showFor(ended.dir, ended.result.dir, flags, session);
  checkFailed(ended);
}

const SWEEP_OPTIONS = {
  ...{ out: "--out", threads: "--threads", replicates: "--replicates", seed: "--seed", until: "--until", set: "--set" },
  ...{ untilCi: "--until-ci", most: "--most", shard: "--shard", retryFailed: "--retry-failed" },
} as const;

function checkNoSweepOptions(flags: SensitivityFlags): void {
  for (const [key, name] of Object.entries(SWEEP_OPTIONS))
    if (flags[key as keyof typeof SWEEP_OPTIONS] !== undefined)
      throw new InputError(`${name}: expected a plan, which is run with it; got the directory of a sweep`);
}

async function showFor(name: string, dir: string, flags: SensitivityFlags, session: Session): Promise<void> {
  const manifest = readManifest(dir);
  checkDesign(name, manifest.plan.design);
  checkMeasures(flags, manifest.measures);
  const { measure: measures = foremost(manifest.measures), at: when = "final" } = flags;
  const results = await readResults(dir, manifest.plan.axes, (_, measure) => measures.includes(measure));
  checkWhole(name, manifest, results);
  const found = variantsOf(results.points).flatMap((variant) =>
    measures.map((measure) => indicesOf(measure, variant, results, manifest, when, session)),
  );
  const about = { dir: name, at: when, axes: results.axes, ofMany: variantsOf(results.points).length > 1 };
  if (flags.json) print(session, JSON.stringify({ version: VERSION, ...indicesAsJson(found, about) }));
  else showIndices(found, about, session);
}

function checkDesign(name: string, design: DesignPlan | undefined): void {
  if (typeof design === "object" && ("morris" in design || "saltelli" in design)) return;
  throw new InputError(
    `${name}: expected a design that indices are made from, morris or saltelli; got ${format(design ?? "grid")}`,
  );
}

function checkMeasures({ measure = [] }: SensitivityFlags, known: readonly string[]): void {
  for (const name of measure) checkName("measure of the plan", name, known);
}

function checkWhole(name: string, { points }: Manifest, results: Results): void {
  if (results.points.length < points)
    throw new InputError(
      `${name}: expected runs at all ${points} points, which indices need; got ${results.points.length}`,
    );
}

function indicesOf(
  measure: string,
  { name: variant, points }: Variant,
  results: Results,
  { plan }: Manifest,
  when: At,
  { say }: Session,
): Found {
  const means = points.map((p) => p.summaries.get(`${when}_${measure}`)?.mean ?? null);
  const none = (refused: string): Found => ({ measure, variant, indices: null, refused });
  const lacking = means.indexOf(null);
  if (lacking >= 0) {
    const point = points[lacking]!.index;
    return none(say(`no value at point ${point}, and indices need every point`, `参数点 ${point} 没有值，无法计算`));
  }
  if (isConstant(means as number[])) return none(say("the same at every point", "各参数点取值相同"));
  const shape = sweepDesign(plan.design, results, points);
  const indices = sweepIndices(shape, { points: points.map((p) => p.index), means }, { seed: 1 });
  return { measure, variant, indices };
}
