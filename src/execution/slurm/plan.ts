/** How a sweep is laid out on a cluster: what its scripts say, what its tasks are told, and how long they are. */
import type { Sweep, Task } from "../../experiments/sweep.ts";
import { standardModel } from "../../model/community.ts";
import { hashModel } from "../../model/snapshot.ts";
import { VERSION } from "../version.ts";
import type { Share } from "./batches.ts";
import { runsPerTask } from "./chunkSize.ts";
import { scriptOf } from "./script.ts";

export interface Layout {
  readonly sweep: Sweep;
  readonly title: string;
  /** What a run takes in one thread; undefined where `perTask` is given. */
  readonly ms: number | undefined;
  /** Runs of a task; chosen by their cost if absent. */
  readonly perTask?: number | undefined;
  readonly threads: number;
  /** Seconds. */
  readonly walltime?: number | undefined;
  /** Options of sbatch, each `name=value` or `name`. */
  readonly options: readonly string[];
}

export class Plan {
  readonly #layout: Layout;
  readonly #model = hashModel(standardModel);

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** Runs of a task where there are so many to share out. */
  perTask(runs: number): number {
    const { perTask, ms = 1, threads, walltime } = this.#layout;
    return perTask ?? runsPerTask({ runs, ms, threads, walltime });
  }

  /** @param sizes - Runs of each task. */
  script(name: string, folder: string, sizes: readonly number[]): string {
    const { title, ms, threads, options } = this.#layout;
    const runs = sizes.reduce((sum, size) => sum + size, 0);
    const perTask = sizes.reduce((most, size) => Math.max(most, size), 0);
    return scriptOf({ name, folder, title, runs, tasks: sizes.length, perTask, ms, threads, options });
  }

  share(dir: string, tasks: readonly Task[]): Share {
    const { sweep, threads } = this.#layout;
    const spec = { dir, axes: sweep.axes, measures: sweep.plan.measures };
    return { version: VERSION, model: this.#model, threads, spec, tasks };
  }
}
