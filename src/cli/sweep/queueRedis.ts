/** `--redis URL`, and the connection to it, whose outages are told of on the error stream. */
import { Option } from "commander";
import { type Address, parseAddress } from "../../execution/queue/address.ts";
import { connect, type Libraries, libraries } from "../../execution/queue/redis.ts";
import { InputError } from "../../kernel/check.ts";
import type { Session } from "../output.ts";

/** Holds the address where it is not given: a command line can be seen by all users of a machine. */
const VARIABLE = "LINLI_REDIS";

export function redisOption({ say }: Session): Option {
  return new Option(
    "--redis <url>",
    say(
      `Redis server of the queue, redis://user:password@host:port/db, rediss: over TLS (default: $${VARIABLE})`,
      `队列所用的 Redis 服务器，如 redis://user:password@host:port/db；经 TLS 用 rediss:（默认取 $${VARIABLE}）`,
    ),
  );
}

export interface Connected {
  readonly address: Address;
  readonly redis: Awaited<ReturnType<typeof connect>>;
  readonly libraries: Libraries;
}

/** @throws InputError if no address is given, nothing answers there, or packages are missing. */
export async function connectTo(url: string | undefined, { say, terminal }: Session): Promise<Connected> {
  const given = url ?? process.env[VARIABLE];
  if (given === undefined)
    throw new InputError(`--redis: expected the address of a Redis server, or one in ${VARIABLE}; got none`);
  const address = parseAddress(given, url === undefined ? VARIABLE : "--redis");
  const loaded = await libraries();
  const warn = (en: string, zh: string) => terminal.warn(`${say(en, zh)}\n`);
  const { label } = address;
  const redis = await connect(address, loaded, {
    lost: (reason) =>
      warn(
        `redis at ${label} does not answer: waiting for it (${reason})`,
        `${label} 的 Redis 无响应，正在等待（${reason}）`,
      ),
    back: () => warn(`redis at ${label} answers again`, `${label} 的 Redis 已恢复响应`),
  });
  return { address, redis, libraries: loaded };
}
