/** What is to be deposited, whatever it came from: a plan, a sweep or runs. */
import type { Entry } from "./entry.ts";

/** What made the results. */
export interface Made {
  readonly linli: string;
  /** Hash of the rules. */
  readonly model: string;
  readonly node: string;
  /** Operating system and processor. */
  readonly machine: string;
}

export interface Given {
  readonly kind: "plan" | "sweep" | "runs";
  readonly made: Made;
  /** Each as words of a command line, from the folder of the archive. */
  readonly commands: readonly (readonly string[])[];
  /** Runs that are there, and runs that were planned; of a plan none are there. */
  readonly runs: { readonly there: number; readonly planned: number };
  /** Rules of the user's own, by their file in the archive. */
  readonly ownModel: string | null;
  readonly entries: readonly Entry[];
}
