/** Loads what a task names. */
import * as shipped from "../../scenarios/index.ts";
import type { Task } from "../experiments/sweep.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Setup } from "./task.ts";

export async function prepare(task: Task): Promise<Setup> {
  const name = (task.scenario as { shipped: string }).shipped;
  return { scenario: (Object.values(shipped) as Scenario[]).find((s) => s.name === name)! };
}
