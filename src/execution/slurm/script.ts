/** The batch script of an array job. */
import { fileURLToPath } from "node:url";
import { InputError } from "../../kernel/check.ts";
import { nodeArguments, threadFile } from "../threads.ts";
import { VERSION } from "../version.ts";

export interface Job {
  /** Its name, which no other job has. */
  readonly name: string;
  /** Folder that its tasks read their runs from, and leave what they say in. */
  readonly folder: string;
  /** What people call the sweep. */
  readonly title: string;
  readonly runs: number;
  readonly tasks: number;
  /** Runs of a task at most. */
  readonly perTask: number;
  readonly ms: number | undefined;
  readonly threads: number;
  /** More options of sbatch, each `name=value` or `name`. */
  readonly options: readonly string[];
}

/** @throws InputError for a folder that a script cannot name. */
export function scriptOf(job: Job): string {
  const { name, folder, tasks, threads, options } = job;
  if (/[\r\n"\\]/.test(folder))
    throw new InputError(`--out: expected a folder without quotes and line breaks; got ${JSON.stringify(folder)}`);
  const lines = [
    ...[`job-name=${name}`, `array=1-${tasks}`, `cpus-per-task=${threads}`, "requeue", "open-mode=append"],
    `output="${folder.replaceAll("%", "%%")}/%a.log"`,
    ...options,
  ];
  const command = [process.execPath, ...nodeArguments, fileURLToPath(threadFile("slurm/task")), folder];
  return [
    "#!/bin/sh",
    ...lines.map((line) => `#SBATCH --${line}`),
    `# ${aboutOf(job)}`,
    `exec ${command.map(quoted).join(" ")} "$SLURM_ARRAY_TASK_ID"`,
    "",
  ].join("\n");
}

function aboutOf({ title, runs, tasks, perTask, ms }: Job): string {
  const took =
    ms === undefined ? "" : `; a run took ${ms < 1000 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(1)} s`}`;
  return `linli ${VERSION}, ${title.replace(/\s+/g, " ")}: ${runs} runs, ${tasks === 1 ? "1 task" : `${tasks} tasks of ${perTask} at most`}${took}`;
}

const quoted = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;
