/** What may run the runs of a sweep, beside the threads of this machine: each in a file of its own. */
import { type Command, Option } from "commander";
import { checkName, InputError } from "../../kernel/check.ts";
import type { Session } from "../output.ts";
import type { Asked, ExecutorKind, Ready } from "./executorKind.ts";
import { queue } from "./queue.ts";
import { slurm } from "./slurm.ts";

const KINDS: readonly ExecutorKind[] = [queue, slurm];
const THREADS = "threads";

/** `--executor` and the options of each. */
export function addExecutorOptions(command: Command, session: Session): Command {
  const { say } = session;
  const names = [THREADS, ...KINDS.map(({ name }) => name)];
  const text = say("what makes the runs (default: threads of this machine)", "由什么执行运行（默认：本机线程）");
  command.addOption(
    new Option(`--executor <${names.join("|")}>`, text).argParser((name) => {
      checkName("executor", name, names);
      return name;
    }),
  );
  for (const kind of KINDS) kind.add(command, session);
  return command;
}

/**
 * The executor that is asked for; undefined for the threads of this machine.
 *
 * @throws InputError for options that do not fit together, and whatever keeps the executor from beginning.
 */
export async function executorOf(asked: Asked, session: Session): Promise<Ready | undefined> {
  return kindOf(asked)?.begin(asked, session);
}

/** The executor's own `--dry-run`, if it has one: whether it has. @throws InputError as `executorOf` does. */
export async function ownDryRun(asked: Asked, session: Session): Promise<boolean> {
  const kind = kindOf(asked);
  await kind?.dryRun?.(asked, session);
  return kind?.dryRun !== undefined;
}

function kindOf({ flags }: Asked): ExecutorKind | undefined {
  const { executor = THREADS } = flags;
  for (const { name, options } of KINDS) {
    const given = options.find((option) => flags[option] !== undefined);
    if (name !== executor && given !== undefined)
      throw new InputError(`--${dashed(given)}: expected --executor ${name} beside it; got ${executor}`);
  }
  return KINDS.find(({ name }) => name === executor);
}

const dashed = (option: string) => option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
