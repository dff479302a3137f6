/** What errors of queues are in Chinese: pattern of the English line, and what stands in its place. */
export const QUEUE_FORMS: readonly (readonly [pattern: RegExp, chinese: string])[] = [
  [
    /^worker: expected (version|model) (.+?), that of sweep (.+?); got (.+)$/,
    "工作进程：应为扫描 $3 的{1} $2；实为 $4",
  ],
  [/^(.+?) must be an address such as (\S+); got (.+)$/, "$1 应为地址，如 $2；实为 $3"],
  [/^redis: (.+); the same command goes on with the rest$/, "Redis：$1；再次执行同一命令即可继续"],
  [/^redis at (.+?): expected an answer; got (.+)$/, "$1 的 Redis 应有响应；实为 $2"],
  [
    /^queue: expected the packages bullmq and ioredis beside linli \((.+)\); got none$/,
    "使用队列须与 linli 一同安装 bullmq 与 ioredis（$1）",
  ],
  [
    /^(.+?): expected the file of sweep (.+) at the same place on this machine; got none$/,
    "$1：扫描 $2 的此文件应位于本机同一路径；并不存在",
  ],
  [
    /^--redis: expected the address of a Redis server, or one in (\w+); got none$/,
    "--redis：应给出 Redis 服务器的地址，或设于环境变量 $1；实为空",
  ],
  [
    /^--threads: expected workers to say how many they have; got it beside --executor queue$/,
    "--threads：使用 --executor queue 时，线程数由各工作进程自定",
  ],
  [/^(--\S+): expected --executor (\w+) beside it; got (.+)$/, "$1：应同时给出 --executor $2；实为 $3"],
];
