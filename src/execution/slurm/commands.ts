/** The programs of Slurm: what they are asked, and how they answer. */
import { spawn } from "node:child_process";
import { InputError } from "../../kernel/check.ts";

/** What a program of Slurm has refused. */
export class SlurmError extends Error {
  override readonly name = "SlurmError";
  /** Whether no one has answered, so that asking again may help. */
  readonly away: boolean;

  constructor(reason: string, away: boolean) {
    super(reason);
    this.away = away;
  }
}

/** Stands for the tasks of a job that are not told of by their numbers. */
export const ALL_OTHERS = 0;

/** A task of an array job, as the cluster sees it. */
export interface TaskState {
  readonly job: string;
  /** Number of the task, or `ALL_OTHERS`. */
  readonly index: number;
  /** `PENDING`, `RUNNING`, `PREEMPTED` … */
  readonly state: string;
  /** Why it waits. */
  readonly reason: string;
}

const ENDED = [
  ...["BOOT_FAIL", "CANCELLED", "COMPLETED", "DEADLINE", "FAILED", "NODE_FAIL", "OUT_OF_MEMORY", "PREEMPTED"],
  ...["REVOKED", "TIMEOUT"],
];
export const hasEnded = ({ state }: TaskState) => ENDED.includes(state);

/** Programs give up by themselves; this is for one that does not. */
const ANSWER_MS = 120_000;
const AWAY =
  /unable to contact|timed out|connection (refused|reset)|communication|zero bytes|temporarily|authentication|configuration source/i;

/** @throws InputError if Slurm is not installed here. @throws SlurmError */
async function call(program: string, args: readonly string[], input = ""): Promise<string> {
  const child = spawn(program, args, { timeout: ANSWER_MS, env: { ...process.env, LC_ALL: "C" } });
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.err += text));
  child.stdin.on("error", () => {}); // it ended before it had read all: its code tells why
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", () =>
      reject(new InputError(`slurm: expected its program ${program} on this machine; got none`)),
    );
    child.once("close", resolve);
  });
  if (code === 0) return said.out;
  const reason = reasonOf(said.err) || `${program} ended with code ${code}`;
  throw new SlurmError(reason, code === null || AWAY.test(said.err));
}

/** What matters is said last. */
function reasonOf(text: string): string {
  const lines = text.split("\n").map((line) => line.replace(/^\w+: ((error|fatal): )?/, "").trim());
  return (lines.filter((line) => line !== "").at(-1) ?? "").replace(
    /^(Batch job submission failed|allocation failure): /i,
    "",
  );
}

/** Submits a script. */
export async function submit(script: string): Promise<void> {
  await call("sbatch", ["--parsable"], script);
}

/** Said of what no node can ever do, and of what none can do for now. */
const NO_NODE = /node configuration is not available|nodes are busy|down, drained/i;

/** @throws InputError for a script that the cluster would refuse, or if there is no cluster. */
export async function check(script: string): Promise<void> {
  try {
    await call("sbatch", ["--test-only"], script);
  } catch (error) {
    if (!(error instanceof SlurmError)) throw error;
    if (error.away) throw new InputError(`slurm: expected an answer of the cluster; got ${error.message}`);
    if (NO_NODE.test(error.message) && (await hasDownNodes())) return;
    throw new InputError(`slurm: the cluster refuses such a job: ${error.message}`);
  }
}

async function hasDownNodes(): Promise<boolean> {
  return (await call("sinfo", ["-h", "-t", "down,drain,fail,no_respond,unk", "-o", "%D"])).trim() !== "";
}

/** What became of the tasks of some jobs, those that ended a while ago apart. */
export async function statesOf(jobs: readonly string[]): Promise<TaskState[]> {
  if (jobs.length === 0) return [];
  const out = await call("squeue", ["-h", "-r", "-t", "all", "-n", jobs.join(","), "-o", "%j|%K|%T|%r"]);
  return out.split("\n").flatMap((line) => {
    const [job, indices, state, reason] = line.trim().split("|");
    return reason === undefined
      ? []
      : numbersIn(indices!).map((index) => ({ job: job!, index, state: state!, reason }));
  });
}

/** Numbers of tasks that are told of together: `7`, `2,5-9`, `[2-9%4]`; of those that never began, none is told. */
function numbersIn(text: string): number[] {
  if (text === "N/A") return [ALL_OTHERS];
  return [...text.replace(/%.*/, "").matchAll(/(\d+)(?:-(\d+))?/g)].flatMap(([, first, last = first]) => {
    const from = Number(first);
    return Array.from({ length: Number(last) - from + 1 }, (_, k) => from + k);
  });
}

export async function cancel(job: string): Promise<void> {
  await call("scancel", ["-n", job]);
}

/** Tasks that a job may have at most. */
export async function mostTasks(): Promise<number> {
  const found = /^MaxArraySize\s*=\s*(\d+)/m.exec(await call("scontrol", ["show", "config"]));
  return Math.max(1, Number(found?.[1] ?? 1001) - 1);
}
