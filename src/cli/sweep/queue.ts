/** `--executor queue`: runs are made by workers on any machines, which a Redis server brings together. */
import { queued } from "../../execution/queue/submission.ts";
import { InputError } from "../../kernel/check.ts";
import { nextCommand } from "../output.ts";
import type { ExecutorKind } from "./executorKind.ts";
import { connectTo, redisOption } from "./queueRedis.ts";

export const queue: ExecutorKind = {
  name: "queue",
  options: ["redis"],
  add: (command, session) => command.addOption(redisOption(session)),
  begin: async ({ sweep, title, flags }, session) => {
    if (flags.threads !== undefined)
      throw new InputError("--threads: expected workers to say how many they have; got it beside --executor queue");
    const { address, redis, libraries } = await connectTo(flags.redis as string | undefined, session);
    const { say, terminal } = session;
    const worker = nextCommand("worker --redis URL", session);
    const told = say(
      `runs wait in the queue at ${address.label} for workers: ${worker}`,
      `运行已在 ${address.label} 的队列中等待工作进程：${worker}`,
    );
    const onBegin = () => terminal.warn(`${told}\n`);
    return {
      executor: (spec) => queued(spec, { redis, libraries, sweep, title, onBegin }),
      end: () => redis.disconnect(),
    };
  },
};
