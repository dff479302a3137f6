/** The sweeps that a Redis server has work for: announced by those who submit them, found by workers. */
import { existsSync } from "node:fs";
import type { Redis } from "ioredis";
import type { ModuleRef, Sweep } from "../../experiments/sweep.ts";
import { InputError } from "../../kernel/check.ts";
import { standardModel } from "../../model/community.ts";
import { hashModel } from "../../model/snapshot.ts";
import { loadModel } from "../models.ts";
import { loadScenario } from "../scenarios.ts";
import type { StoreSpec } from "../store.ts";
import { VERSION } from "../version.ts";
import { PREFIX } from "./redis.ts";

/** What a worker must know of a sweep before it takes a run of it. */
export interface Offer {
  /** Name of the sweep's queue. */
  readonly queue: string;
  /** What people call it. */
  readonly title: string;
  readonly version: string;
  /** Hash of the standard model of that version. */
  readonly model: string;
  readonly scenarios: readonly ModuleRef[];
  readonly userModel: ModuleRef | null;
  readonly spec: Pick<StoreSpec, "axes" | "measures">;
}

const OFFERS = `${PREFIX}:sweeps`;
const aliveKey = (queue: string) => `${PREFIX}:${queue}:alive`;
/** What a queue may leave, empty as it is. */
const LEFT = ["meta", "events", "marker", "id", "stalled", "stalled-check"];
/** A sweep that has not been heard of for so long waits for no one. */
const ALIVE_SECONDS = 60;

export const OWN_MODEL = hashModel(standardModel);

export function offerOf(queue: string, title: string, { loaded, axes, plan }: Sweep): Offer {
  return {
    ...{ queue, title, version: VERSION, model: OWN_MODEL },
    scenarios: [...loaded.scenarios, ...(loaded.swaps ?? [])].map(({ ref }) => ref),
    userModel: loaded.model?.ref ?? null,
    spec: { axes, measures: plan.measures },
  };
}

/** Says that a sweep has work, and is waited for. To be repeated: a server may forget. */
export async function announce(redis: Redis, offer: Offer): Promise<void> {
  await redis.hset(OFFERS, offer.queue, JSON.stringify(offer));
  await redis.set(aliveKey(offer.queue), "1", "EX", ALIVE_SECONDS);
}

/** Says that no one waits for a sweep: it is complete, or was stopped and may go on. */
export async function retire(redis: Redis, queue: string, complete: boolean): Promise<void> {
  await redis.del(aliveKey(queue));
  if (!complete) return;
  await redis.hdel(OFFERS, queue);
  await clear(redis, queue);
}

/** Removes what a queue leaves whose sweep is complete; a worker that looks after it may make it anew. */
export async function clear(redis: Redis, queue: string): Promise<void> {
  await redis.del(LEFT.map((name) => `${PREFIX}:${queue}:${name}`));
}

export interface Found {
  readonly offer: Offer;
  /** Whether someone waits for its results. */
  readonly alive: boolean;
  /** Whether runs wait, or are under way. */
  readonly work: boolean;
}

/** The sweeps that are announced. */
export async function findOffers(redis: Redis): Promise<Found[]> {
  const offers = Object.values(await redis.hgetall(OFFERS)).map((text): Offer => JSON.parse(text));
  return Promise.all(
    offers.map(async (offer) => {
      const lists = ["wait", "active"].map((name) => redis.llen(`${PREFIX}:${offer.queue}:${name}`));
      const [alive, waiting, active] = await Promise.all([redis.exists(aliveKey(offer.queue)), ...lists]);
      return { offer, alive: alive === 1, work: waiting! + active! > 0 };
    }),
  );
}

/**
 * Checks that this process makes the runs that a sweep expects.
 *
 * @throws InputError if it is of another version, or lacks a file of the sweep's.
 */
export async function checkOffer({ title, version, model, scenarios, userModel }: Offer): Promise<void> {
  if (version !== VERSION)
    throw new InputError(`worker: expected version ${version}, that of sweep ${title}; got ${VERSION}`);
  if (model !== OWN_MODEL)
    throw new InputError(`worker: expected model ${model}, that of sweep ${title}; got ${OWN_MODEL}`);
  for (const ref of [...scenarios, ...(userModel ? [userModel] : [])])
    if ("path" in ref && !existsSync(ref.path))
      throw new InputError(
        `${ref.path}: expected the file of sweep ${title} at the same place on this machine; got none`,
      );
  for (const ref of scenarios) await loadScenario(ref, nameOf(ref));
  if (userModel) await loadModel(userModel, nameOf(userModel));
}

const nameOf = (ref: ModuleRef) => ("path" in ref ? ref.path : ref.shipped);
