/** What one way to run a sweep must say of itself, to be chosen by `--executor`. */
import type { Command } from "commander";
import type { Executor } from "../../execution/executor.ts";
import type { StoreSpec } from "../../execution/store.ts";
import type { Sweep } from "../../experiments/sweep.ts";
import type { Session } from "../output.ts";

/** Values of the options of a command, by their names. */
export type ExecutorFlags = Readonly<Record<string, unknown>>;

/** A sweep that is to be run. */
export interface Asked {
  readonly sweep: Sweep;
  readonly title: string;
  /** Directory of the results, as it was named. */
  readonly dir: string;
  readonly flags: ExecutorFlags;
}

/** An executor that can begin. */
export interface Ready {
  readonly executor: (spec: StoreSpec) => Executor;
  /** Gives back what it holds, whether it was used or not. */
  end(): void;
}

/** One way to run a sweep. */
export interface ExecutorKind {
  readonly name: string;
  /** Names of its options, as flags hold them: refused with another executor. */
  readonly options: readonly string[];
  /** Adds its options. */
  add(command: Command, session: Session): void;
  /** Whatever can be found wrong before anything is written is thrown here. */
  begin(asked: Asked, session: Session): Promise<Ready>;
  /** What `--dry-run` prints, where that is more than is said of any sweep. */
  dryRun?(asked: Asked, session: Session): Promise<void>;
}
