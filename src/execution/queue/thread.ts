/** A thread of a queue's worker: it runs tasks one after another, in the same memory, and hands back their rows. */
import { Arena } from "../../kernel/arena.ts";
import { prepare } from "../prepare.ts";
import { performTask } from "../task.ts";
import type { Broken, Order } from "../worker.ts";
import { pack } from "./packing.ts";

const memory = new Arena();

export interface Packed {
  readonly packed: string;
}

export default async function perform({ task, spec }: Order): Promise<Packed | Broken> {
  try {
    return { packed: pack(performTask(task, await prepare(task), memory, spec)) };
  } catch (error) {
    const { name, message } = error as Error;
    return { broken: { name, message } };
  }
}
