/** Runs tasks in this thread, one after another. */
import { setImmediate } from "node:timers/promises";
import { Arena } from "../kernel/arena.ts";
import { type Executor, eachTask } from "./executor.ts";
import { storeError, type Write } from "./files.ts";
import { prepare } from "./prepare.ts";
import { SegmentWriter } from "./segments.ts";
import type { StoreSpec } from "./store.ts";
import { type Prepare, performTask } from "./task.ts";

export interface InlineOptions {
  /** How modules are loaded; for tests. */
  readonly prepare?: Prepare;
  /** How bytes are written; for tests. */
  readonly write?: Write;
}

export function inline(spec: StoreSpec, options: InlineOptions = {}): Executor {
  const load = options.prepare ?? prepare;
  const memory = new Arena();
  let segment: SegmentWriter | undefined;
  return {
    run: (tasks, done, signal) =>
      eachTask(tasks, 1, signal, async (task) => {
        const { report, rows } = performTask(task, await load(task), memory, spec);
        try {
          segment ??= new SegmentWriter(spec, options.write);
          segment.write(rows);
        } catch (error) {
          throw storeError(spec.dir, error);
        }
        done(report);
        await setImmediate(); // lets progress be drawn and Ctrl-C be heard
      }),
    close: async () => {
      segment?.close();
      segment = undefined;
    },
  };
}
