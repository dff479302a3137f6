/** A job as it goes to a thread: rules are functions, which cannot be sent, so that their module goes in their place. */
import { loadModel } from "../execution/models.ts";
import type { ModuleRef } from "../experiments/sweep.ts";
import type { Model } from "../model/mechanism.ts";
import type { Job } from "./replicate.ts";

export interface SentJob {
  readonly job: Omit<Job, "model">;
  readonly rules: ModuleRef | undefined;
}

export function sent({ model, ...job }: Job): SentJob {
  return { job, rules: model?.ref };
}

/** Rules that this thread has loaded: those of all its jobs are mostly the same. */
const loaded = new Map<string, Promise<Model>>();

/** @throws InputError if the module is gone, or is not what it was. */
export async function received({ job, rules }: SentJob): Promise<Job> {
  if (rules === undefined) return job;
  const key = JSON.stringify(rules);
  const model = loaded.get(key) ?? loadModel(rules);
  loaded.set(key, model);
  return { ...job, model: { ref: rules, model: await model } };
}
