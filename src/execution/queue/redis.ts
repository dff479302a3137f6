/** Connections to Redis: made when they are needed, kept up through outages, of which is told once each. */
import type { Redis } from "ioredis";
import { InputError } from "../../kernel/check.ts";
import type { Address } from "./address.ts";

/** All keys begin with it. */
export const PREFIX = "linli";

/** How long to wait between attempts to connect again, and for an answer to a command. */
const RETRY_MS = 500;
const ANSWER_MS = 20_000;
const CONNECT_MS = 10_000;

/** The packages that speak to Redis, which a sweep without a queue does without. */
export interface Libraries {
  readonly bullmq: typeof import("bullmq");
  readonly Redis: typeof Redis;
}

/** @throws InputError if they are not installed. */
export async function libraries(): Promise<Libraries> {
  try {
    const [bullmq, ioredis] = await Promise.all([import("bullmq"), import("ioredis")]);
    return { bullmq, Redis: ioredis.Redis };
  } catch {
    throw new InputError(
      "queue: expected the packages bullmq and ioredis beside linli (npm install bullmq ioredis); got none",
    );
  }
}

/** Told when Redis no longer answers, and when it does again. */
export interface Outages {
  lost(reason: string): void;
  back(): void;
}

/** What ioredis is told of an address. */
function optionsOf({ host, port, db, username, password, tls }: Address) {
  return {
    ...{ host, port, db, connectTimeout: CONNECT_MS, socketTimeout: ANSWER_MS, maxRetriesPerRequest: null },
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(tls ? { tls: {} } : {}),
  };
}

/**
 * A connection, once the server has answered. It is made again whenever it is lost, and commands wait for that.
 *
 * @throws InputError if there is no answer, or user and password are not taken.
 */
export async function connect(address: Address, libraries: Libraries, outages: Outages): Promise<Redis> {
  const redis = new libraries.Redis({ ...optionsOf(address), lazyConnect: true, retryStrategy: () => RETRY_MS });
  const failed = new Promise<never>((_, reject) => redis.once("error", reject));
  try {
    await Promise.race([redis.connect().then(() => redis.ping()), failed]);
  } catch (error) {
    redis.disconnect();
    throw new InputError(`redis at ${address.label}: expected an answer; got ${reasonOf(error)}`);
  }
  failed.catch(() => {});
  watch(redis, outages);
  return redis;
}

/** Never the error itself: it holds the command that failed, which may be the one with the password. */
export function reasonOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  return (message || code || "an error without a name").split("\n")[0]!;
}

function watch(redis: Redis, { lost, back }: Outages): void {
  let down = false;
  const tell = (reason: string) => {
    if (!down && redis.status !== "end") lost(reason);
    down = true;
  };
  redis.on("error", (error) => tell(reasonOf(error)));
  redis.on("reconnecting", () => tell("the connection was closed"));
  redis.on("ready", () => {
    if (down) back();
    down = false;
  });
}
