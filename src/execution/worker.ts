/** A thread that runs tasks one after another, in the same memory, into a segment of its own. */
import type { Task } from "../experiments/sweep.ts";
import { Arena } from "../kernel/arena.ts";
import { storeError } from "./files.ts";
import { prepare } from "./prepare.ts";
import { SegmentWriter } from "./segments.ts";
import type { StoreSpec } from "./store.ts";
import { performTask, type TaskReport } from "./task.ts";

export interface Order {
  readonly task: Task;
  readonly spec: StoreSpec;
}

/** An error that makes it vain to go on, by its name and message: threads hand on no more of it. */
export interface Broken {
  readonly broken: { readonly name: string; readonly message: string };
}

const memory = new Arena();
let segment: SegmentWriter | undefined;

export default async function perform({ task, spec }: Order): Promise<TaskReport | Broken> {
  try {
    const { report, rows } = performTask(task, await prepare(task), memory, spec);
    segment ??= new SegmentWriter(spec);
    segment.write(rows);
    return report;
  } catch (error) {
    const { name, message } = storeError(spec.dir, error) as Error;
    return { broken: { name, message } };
  }
}
