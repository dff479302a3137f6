/** Loads what a task names, once a process. */
import { withBlocks } from "../experiments/swap.ts";
import type { Task } from "../experiments/sweep.ts";
import { loadModel } from "./models.ts";
import { loadScenario } from "./scenarios.ts";
import type { Setup } from "./task.ts";

type Named = Pick<Task, "scenario" | "swap" | "model">;

const setups = new Map<string, Promise<Setup>>();

/** @throws InputError if a module is gone, or is not what it was when the sweep was planned. */
export function prepare({ scenario, swap, model }: Task): Promise<Setup> {
  const named: Named = { scenario, ...(swap ? { swap } : {}), ...(model ? { model } : {}) };
  const key = JSON.stringify(named);
  const setup = setups.get(key) ?? load(named);
  setups.set(key, setup);
  return setup;
}

async function load({ scenario, swap, model }: Named): Promise<Setup> {
  const own = await loadScenario(scenario);
  const user = model ? { model: await loadModel(model) } : {};
  if (!swap) return { scenario: own, ...user };
  const from = await loadScenario(swap.from);
  return { scenario: withBlocks(own, from, swap.blocks), from: from.name, ...user };
}
