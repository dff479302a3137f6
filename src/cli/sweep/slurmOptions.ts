/** Options of `--executor slurm`: those of sbatch that matter most, and a way to give any other. */
import type { Command } from "commander";
import { walltimeSeconds } from "../../execution/slurm/walltime.ts";
import { format, InputError } from "../../kernel/check.ts";
import { collect, wholeNumber } from "../options.ts";
import type { Session } from "../output.ts";
import type { ExecutorFlags } from "./executorKind.ts";

/** Handed on under their own names: what they are called in messages, and what they look like. */
const NAMED: Readonly<Record<string, RegExp>> = {
  partition: /^[\w.,+-]+$/,
  account: /^[\w.@+-]+$/,
  qos: /^[\w.,+-]+$/,
  mem: /^\d+[KMGT]?$/i,
};

export const SLURM_OPTIONS: readonly string[] = ["time", ...Object.keys(NAMED), "runsPerTask", "sbatch"];

/** What the batch script sets, or what would make another thing of it than a job that is followed. */
const OWN = [
  ...["array", "job-name", "output", "error", "open-mode", "cpus-per-task", "ntasks", "requeue", "no-requeue"],
  ...["chdir", "parsable", "wrap", "test-only", "wait", "hold", "clusters", "help"],
];

export function addSlurmOptions(command: Command, { say }: Session): void {
  const alone = say("with --executor slurm:", "配合 --executor slurm：");
  command
    .option(
      "--time <walltime>",
      say(
        `${alone} longest a task may take, as 30, 12:30:00 or 2-12`,
        `${alone}每个任务的时限，如 30、12:30:00 或 2-12`,
      ),
    )
    .option("--partition <name>", say(`${alone} partition of the cluster`, `${alone}分区`))
    .option("--account <name>", say(`${alone} account that is charged`, `${alone}计费账户`))
    .option("--qos <name>", say(`${alone} quality of service`, `${alone}服务质量（QOS）`))
    .option("--mem <size>", say(`${alone} memory of a task, as 2G`, `${alone}每个任务的内存，如 2G`))
    .option(
      "--runs-per-task <n>",
      say(`${alone} runs of a task (default: by what a run costs)`, `${alone}每个任务的运行次数（默认按单次用时确定）`),
      wholeNumber("--runs-per-task", 1),
    )
    .option(
      "--sbatch <name=value>",
      say(`${alone} any other option of sbatch (repeatable)`, `${alone}sbatch 的其他选项（可多次使用）`),
      collect,
    );
}

export interface Settings {
  readonly threads: number;
  readonly perTask: number | undefined;
  readonly walltime: number | undefined;
  /** As sbatch takes them, without the dashes. */
  readonly options: readonly string[];
}

/** @throws InputError that names the option. */
export function settingsOf(flags: ExecutorFlags): Settings {
  const {
    threads = 1,
    runsPerTask,
    time,
    sbatch = [],
  } = flags as {
    readonly threads?: number;
    readonly runsPerTask?: number;
    readonly time?: string;
    readonly sbatch?: readonly string[];
  };
  const named = Object.entries(NAMED).flatMap(([name, form]) => {
    const value = flags[name];
    return value === undefined ? [] : [namedOption(name, String(value), form)];
  });
  const walltime = time === undefined ? undefined : walltimeSeconds(time);
  const options = [...(time === undefined ? [] : [`time=${time}`]), ...named, ...sbatch.map(otherOption)];
  return { threads, perTask: runsPerTask, walltime, options };
}

function namedOption(name: string, value: string, form: RegExp): string {
  if (form.test(value)) return `${name}=${value}`;
  const expected = name === "mem" ? "a size such as 2G" : "a name";
  throw new InputError(`--${name}: expected ${expected}; got ${format(value)}`);
}

/** An option as it stands in a script: on one line, and none that Linli sets. */
function otherOption(text: string): string {
  const [, name, value] = /^(?:--)?([a-z][a-z-]+)(=[^\r\n\0]+)?$/.exec(text) ?? [];
  if (name === undefined)
    throw new InputError(`--sbatch: expected an option of sbatch such as constraint=avx2; got ${format(text)}`);
  if (OWN.includes(name)) throw new InputError(`--sbatch: expected an option that Linli does not set; got ${name}`);
  if (SLURM_OPTIONS.includes(name)) throw new InputError(`--sbatch: expected --${name} in its place; got ${name}`);
  return `${name}${value ?? ""}`;
}
