/** `linli worker`: makes runs for sweeps that wait in a queue, on as many machines as there are. */
import { availableParallelism } from "node:os";
import type { Command } from "commander";
import { LONGEST_LOST } from "../execution/queue/clocks.ts";
import { type Notice, serve } from "../execution/queue/service.ts";
import { checkRange } from "../kernel/check.ts";
import { inChinese } from "./chinese.ts";
import { interruptible } from "./interrupt.ts";
import { addCommonOptions, wholeNumber } from "./options.ts";
import { print, type Session } from "./output.ts";
import { connectTo, redisOption } from "./sweep/queueRedis.ts";

interface WorkerFlags {
  readonly redis?: string;
  readonly threads?: number;
  readonly untilIdle?: number;
  readonly lostAfter?: number;
}

/** A run is not lost because its machine was busy for a moment. */
const LOST_AFTER = 30;

export function addWorker(program: Command, session: Session): void {
  const { say } = session;
  const command = program
    .command("worker")
    .description(
      say(
        "make runs of sweeps that wait in a queue, until Ctrl-C (see linli sweep --executor queue)",
        "执行队列中等待的扫描运行，直至 Ctrl-C（参见 linli sweep --executor queue）",
      ),
    )
    .addOption(redisOption(session))
    .option(
      "--threads <n>",
      say("worker threads (default: one a core)", "工作线程数（默认与处理器核数相同）"),
      wholeNumber("--threads", 1),
    )
    .option(
      "--until-idle <seconds>",
      say("end once there was nothing to do for so long", "空闲达到该秒数后结束"),
      wholeNumber("--until-idle", 1),
    )
    .option(
      "--lost-after <seconds>",
      say(
        `others take over the runs of a worker unheard of for so long (default: ${LOST_AFTER})`,
        `工作进程失联达到该秒数后，其运行由其他进程接手（默认 ${LOST_AFTER}）`,
      ),
      lostAfterOf,
    );
  addCommonOptions(command, session)
    .addHelpText("after", examples(say))
    .action((flags: WorkerFlags) => workerCommand(flags, session));
}

function lostAfterOf(text: string): number {
  const seconds = wholeNumber("--lost-after", 1)(text);
  checkRange("--lost-after", seconds, [1, LONGEST_LOST], "seconds", true);
  return seconds;
}

function examples(say: Session["say"]): string {
  return `
${say("Examples:", "示例：")}
  linli worker --redis redis://localhost
  linli worker --redis rediss://linli:password@redis.example.org:6380/0 --threads 4
  linli worker --redis redis://localhost --until-idle 60

${say(
  "Ctrl-C ends once the runs begun have been handed back. Exit codes: 0 ended, 1 failed, 2 wrong input, or a sweep\nof another version or with files that are not on this machine.",
  "Ctrl-C：交回已开始的运行后结束。退出码：0 正常结束，1 失败，2 输入有误，或扫描属于其他版本、所用文件不在本机。",
)}`;
}

async function workerCommand(flags: WorkerFlags, session: Session): Promise<void> {
  const { say, terminal } = session;
  const { redis, libraries, address } = await connectTo(flags.redis, session);
  const { threads = availableParallelism(), untilIdle, lostAfter = LOST_AFTER } = flags;
  print(
    session,
    say(
      `worker with ${threads} ${threads === 1 ? "thread" : "threads"} at the queue of ${address.label}`,
      `工作进程已连接 ${address.label} 的队列，线程数：${threads}`,
    ),
  );
  const told = say(
    "ending: runs begun are ended and handed back (Ctrl-C again stops at once)",
    "正在结束：已开始的运行完成后交回（再按一次 Ctrl-C 立即停止）",
  );
  process.once("SIGTERM", () => process.emit("SIGINT")); // how machines are told to go
  const runs = await interruptible(
    () => terminal.warn(`${told}\n`),
    (signal) =>
      serve({
        ...{ redis, libraries, threads, lostAfter, signal, tell: (notice) => tell(notice, session) },
        ...(untilIdle === undefined ? {} : { untilIdle }),
      }),
  );
  print(session, say(`${runs} ${runs === 1 ? "run" : "runs"} made`, `共完成${runs}次运行`));
}

function tell(notice: Notice, session: Session): void {
  const { say, terminal, lang } = session;
  if (notice.kind === "refused")
    terminal.warn(`${say("not served: ", "不予执行：")}${lang === "zh" ? inChinese(notice.reason) : notice.reason}\n`);
  else if (notice.kind === "taken")
    print(session, say(`makes runs of ${notice.title}`, `开始执行 ${notice.title} 的运行`));
  else print(session, say(`no more runs of ${notice.title}`, `${notice.title} 已无待执行的运行`));
}
