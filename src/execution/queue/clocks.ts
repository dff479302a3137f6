/** What a clock of the server that was set back would hold up for hours or days. */
import type { Redis } from "ioredis";
import { PREFIX } from "./redis.ts";

/** No worker is waited for any longer before others take over its runs. */
export const LONGEST_LOST = 3600;

/**
 * Locks and the pause between two searches for lost runs end at a time of day of the server. If they end later than any
 * could, its clock was set back since: then they end now, and at worst a run is made twice.
 */
export async function freeStuck(redis: Redis, queue: string): Promise<void> {
  const key = (name: string) => `${PREFIX}:${queue}:${name}`;
  const active = await redis.lrange(key("active"), 0, -1);
  for (const held of [key("stalled-check"), ...active.map((job) => key(`${job}:lock`))])
    if ((await redis.pttl(held)) > LONGEST_LOST * 1000) await redis.del(held);
}
