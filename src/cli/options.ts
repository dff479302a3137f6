/** Options that commands share, and the plan that they make of a scenario. */
import { basename } from "node:path";
import { type Command, Option } from "commander";
import { byWrittenName, type Settings, writeValue } from "../experiments/settingText.ts";
import type { LoadedModel } from "../experiments/sweep.ts";
import { format, InputError } from "../kernel/check.ts";
import { BLOCK_NAMES } from "../model/context.ts";
import type { Network } from "../model/network.ts";
import type { Scenario } from "../model/scenario.ts";
import { measureOf } from "../observe/measures.ts";
import { type NetworkFlags, networkOf } from "./network.ts";
import type { Session } from "./output.ts";
import { type Job, simulationOf } from "./replicate.ts";
import { type Assembled, type Blocks, checkTogether, parseSettings } from "./values.ts";

export interface RunFlags extends NetworkFlags {
  readonly seed?: string;
  readonly replicates?: number;
  readonly set?: readonly string[];
  /** Each `block=scenario`. */
  readonly block?: readonly string[];
  /** Run this replicate alone. */
  readonly replicate?: number;
  /** Path of a module with rules. */
  readonly model?: string;
  readonly until?: string;
  readonly json?: boolean;
  readonly series?: boolean;
  readonly out?: string;
}

export const collect = (value: string, before: readonly string[] | undefined) => [...(before ?? []), value];

/** A whole number of at least `least`, or an InputError that names the option. */
export function wholeNumber(option: string, least: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && Number.isSafeInteger(value)) return value;
    throw new InputError(`${option} must be a whole number of at least ${least}; got ${format(text)}`);
  };
}

function language(text: string): string {
  if (text === "en" || text === "zh") return text;
  throw new InputError(`--lang must be en or zh; got ${format(text)}`);
}

/** `--lang` and `--debug`, which every command has. */
export function addCommonOptions(command: Command, { say }: Session): Command {
  return command
    .addOption(
      new Option("--lang <en|zh>", say("language (default: that of the system)", "语言（默认随系统）")).argParser(
        language,
      ),
    )
    .option("--debug", say("show the stack trace of an error", "出错时显示调用栈"));
}

/** `--seed`, `--set`, `--block`, `--model`, `--until` and the network: what any command that runs a scenario has. */
export function addScenarioOptions(command: Command, { say }: Session): Command {
  return command
    .option("--seed <text>", say("root seed, any text (default: 1)", "根种子（随机种子），可为任意文本（默认 1）"))
    .option(
      "--set <name[@date]=value>",
      say(
        "parameter or context field to set; with a date, from that week on (repeatable)",
        "设定参数或情境变量；带日期则自该周起生效（可多次使用）",
      ),
      collect,
    )
    .option(
      "--block <block=scenario>",
      say(
        `whole block of the context to take from another scenario (repeatable): ${BLOCK_NAMES.join(", ")}`,
        `整块采用另一情景的情境模块（可多次使用）：${BLOCK_NAMES.join("、")}`,
      ),
      collect,
    )
    .option(
      "--model <file>",
      say(
        "rules of your own: a .ts, .js or .mjs file that exports a model, or a function that makes one of the standard model",
        "自己的规则：导出一个模型的 .ts、.js 或 .mjs 文件，或导出一个由标准模型得出模型的函数",
      ),
    )
    .option("--until <date>", say("last date of the run, say 2018-12-31", "运行截止日期，如 2018-12-31"))
    .option(
      "--network <path>",
      say(
        "start graph: a folder with nodes.csv and edges.csv, or a .graphml or .gexf file",
        "初始网络：含 nodes.csv 与 edges.csv 的文件夹，或 .graphml、.gexf 文件",
      ),
    )
    .option("--layer <name>", say("layer of the network", "网络的层"))
    .option("--wave <name>", say("wave of the network", "网络的调查轮次"))
    .option(
      "--where <column=value>",
      say("keep only edges with that value (repeatable)", "只保留该列取该值的边（可多次使用）"),
      collect,
    );
}

/** `--out`, `--json`, `--series`: where results go. */
export function addOutputOptions(command: Command, { say }: Session): Command {
  return command
    .option("--out <dir>", say("write the results into a new folder", "将结果写入新文件夹"))
    .option("--json", say("print one JSON object instead of tables", "不输出表格，改为输出一个 JSON 对象"))
    .option(
      "--series",
      say("record the series every week: for --json and --out", "逐周记录序列（用于 --json 与 --out）"),
    );
}

export function addReplicates(command: Command, { say }: Session, standard: number): Command {
  return command.option(
    "--replicates <n>",
    say(
      `runs, each with a seed made of the root seed (default: ${standard})`,
      `重复运行次数，每次的种子由根种子派生（默认 ${standard}）`,
    ),
    wholeNumber("--replicates", 1),
  );
}

/** `--replicate`: one replicate of many. */
export function addReplicate(command: Command, { say }: Session): Command {
  return command.option(
    "--replicate <r>",
    say("run that replicate alone (the first is 0)", "只运行该次重复（首次为 0）"),
    wholeNumber("--replicate", 0),
  );
}

/** What is run: checked before anything is run or written. */
export interface Plan extends Settings {
  /** With the blocks in it that are taken from others. */
  readonly scenario: Scenario;
  readonly blocks: Blocks;
  /** The standard rules if absent. */
  readonly model: LoadedModel | undefined;
  readonly rootSeed: string;
  readonly until: string;
  readonly network: Network | undefined;
  readonly jobs: readonly Job[];
}

/** What rules of a user's own are called: their file's name; null for the standard ones. */
export function modelName(model: LoadedModel | undefined): string | null {
  if (!model) return null;
  return "shipped" in model.ref ? model.ref.shipped : basename(model.ref.path);
}

/** What was asked beside the scenario: enough to tell one result from another. */
export function settingsOf({ values, changes, blocks, model, until, network }: Plan): object {
  const graph = network ? { name: network.name, residents: network.nodes.length, arcs: network.arcs.length } : null;
  return { values, changes, blocks, model: modelName(model), until, network: graph };
}

/** The same in words, one line each; none if nothing was asked. */
export function settingLines(plan: Plan, { say }: Session): string[] {
  const { blocks, model, network } = plan;
  const taken = Object.entries(blocks).map(([block, from]) => say(`${block} from ${from}`, `${block} 取自 ${from}`));
  const set = Object.entries(byWrittenName(plan)).map(([name, value]) => `${name}=${writeValue(value)}`);
  const lines = [
    ...(model ? [say(`Rules: ${modelName(model)}`, `规则：${modelName(model)}`)] : []),
    ...(taken.length > 0 ? [say(`Blocks: ${taken.join(", ")}`, `情境模块：${taken.join("，")}`)] : []),
    ...(set.length > 0 ? [say(`Set: ${set.join(", ")}`, `设定：${set.join("，")}`)] : []),
  ];
  if (!network) return lines;
  const [n, m] = [network.nodes.length, network.arcs.length];
  const size = say(`${n} residents, ${m} directed ties`, `${n}位居民，${m}条有向关系`);
  return [...lines, say(`Network: ${network.name}, ${size}`, `初始网络：${network.name}，${size}`)];
}

export interface PlanOptions {
  /** Replicates if the command names none. */
  readonly replicates?: number;
  /** More values to set, each `name=value`. */
  readonly set?: readonly string[];
  /** Lines of the story of replicate 0. */
  readonly storyLines?: number;
  /** Read only the measures of the scenario's patterns: the others cost more than half of a run. */
  readonly patternsOnly?: boolean;
}

/** The plan of a scenario under the options of a command. Throws an InputError if one of them cannot be used. */
export function planOf(
  { scenario, blocks, model }: Assembled,
  flags: RunFlags,
  { lang }: Session,
  options: PlanOptions = {},
): Plan {
  if (flags.replicate !== undefined && flags.replicates !== undefined) {
    throw new InputError("--replicate runs one replicate alone: expected no --replicates beside it; got both");
  }
  const settings = parseSettings([...(flags.set ?? []), ...(options.set ?? [])], model?.model);
  checkTogether(scenario, settings.values);
  const network = networkOf(flags);
  const rootSeed = flags.seed ?? "1";
  const job = (replicate: number): Job => ({
    scenario,
    rootSeed,
    replicate,
    ...settings,
    ...(model === undefined ? {} : { model }),
    ...(flags.until === undefined ? {} : { until: flags.until }),
    ...(network === undefined ? {} : { network }),
    ...(options.patternsOnly ? { measures: scenario.patterns.map((p) => measureOf(p.measure).name) } : {}),
    weekly: flags.series === true,
    storyLines: replicate === (flags.replicate ?? 0) ? (options.storyLines ?? 0) : 0,
    lang,
    ties: replicate === (flags.replicate ?? 0) && flags.out !== undefined,
  });
  const count = flags.replicates ?? options.replicates ?? 1;
  const jobs = flags.replicate === undefined ? Array.from({ length: count }, (_, r) => job(r)) : [job(flags.replicate)];
  simulationOf(jobs[0]!); // throws for whatever else does not fit, before anything is done
  return { scenario, blocks, model, rootSeed, ...settings, until: flags.until ?? scenario.until, network, jobs };
}
