/** `linli explain A B`: how much of the gap between two scenarios each context block explains. */
import type { Command } from "commander";
import type { At } from "../analysis/runTable.ts";
import { writePage } from "../execution/explain/page.ts";
import { explain, REPLICATES } from "../execution/explain/run.ts";
import { VERSION } from "../execution/version.ts";
import { OUTCOMES } from "../experiments/explain.ts";
import { format, InputError } from "../kernel/check.ts";
import { parseDate } from "../kernel/clock.ts";
import { showExplained } from "./explainTable.ts";
import { Interrupted } from "./interrupt.ts";
import { addCommonOptions, collect, wholeNumber } from "./options.ts";
import { print, type Session } from "./output.ts";
import { interruptibleRuns } from "./sweep/interruptibleRuns.ts";

interface ExplainFlags {
  readonly outcome?: readonly string[];
  readonly replicates?: number;
  readonly seed?: string;
  readonly until?: string;
  readonly at?: At;
  readonly out?: string;
  readonly threads?: number;
  readonly report?: boolean;
  readonly json?: boolean;
}

export function addExplain(program: Command, session: Session): void {
  const { say } = session;
  const command = program
    .command("explain")
    .description(
      say(
        "how much of the gap between two scenarios each context block explains",
        "两个情景之间的差距，各情境模块各解释多少",
      ),
    )
    .argument("<a>", say("a scenario", "情景"))
    .argument("<b>", say("another scenario, whose blocks are swapped in", "另一情景，其模块将逐一换入"))
    .option(
      "--outcome <measure>",
      say(`measure (repeatable; default: ${OUTCOMES.join(", ")})`, `指标（可多次使用；默认 ${OUTCOMES.join("、")}）`),
      collect,
    )
    .option(
      "--replicates <n>",
      say(`runs a combination of blocks (default: ${REPLICATES})`, `每种模块组合的重复次数（默认 ${REPLICATES}）`),
      wholeNumber("--replicates", 2),
    )
    .option("--seed <text>", say("root seed, any text (default: 1)", "根种子（随机种子），可为任意文本（默认 1）"))
    .option(
      "--until <date>",
      say(
        "last date of the runs (default: 2018-12-31, or the end of a scenario)",
        "运行截止日期（默认 2018-12-31 或情景的截止日期）",
      ),
    )
    .option(
      "--at <when>",
      say("reading: at the reading date; final, the default: at the end", "reading：读取日；final（默认）：结束时"),
      at,
    )
    .option("--out <dir>", say("directory of the results (default: explain-A-B)", "结果文件夹（默认 explain-A-B）"))
    .option(
      "--threads <n>",
      say("worker threads (default: one a core)", "工作线程数（默认与处理器核数相同）"),
      wholeNumber("--threads", 1),
    )
    .option(
      "--report",
      say("write explain.html, one page, and explain.svg, its figure", "生成页面 explain.html 与图 explain.svg"),
    )
    .option("--json", say("print one JSON object instead of tables", "不输出表格，改为输出一个 JSON 对象"));
  addCommonOptions(command, session)
    .addHelpText("after", examples(say))
    .action((a: string, b: string, flags: ExplainFlags) => explainCommand(a, b, flags, session));
}

function examples(say: Session["say"]): string {
  return `
${say("Examples:", "示例：")}
  linli explain new-estate old-district --report
  linli explain new-estate old-district --outcome meanTrust --outcome organizations
  linli explain ours.json old-district --replicates 10 --until 2018-04-30

${say(
  "A is run with every set of the blocks in which the two differ taken from B: 128 combinations of seven. Ctrl-C ends\nwhat has begun; the same command goes on.",
  "以情景A为底，将两者相异的模块按所有组合换成情景B的（七个模块共128种组合）。\nCtrl-C：完成已开始的运行后停止；再次执行同一命令即可续跑。",
)}`;
}

function at(text: string): At {
  if (text === "reading" || text === "final") return text;
  throw new InputError(`--at must be reading or final; got ${format(text)}`);
}

async function explainCommand(a: string, b: string, flags: ExplainFlags, session: Session): Promise<void> {
  if (flags.until !== undefined) parseDate(flags.until, "--until");
  const dir = flags.out ?? `explain-${nameOf(a)}-${nameOf(b)}`;
  const { outcome: outcomes, replicates, seed, until, at: when, threads } = flags;
  const given = { outcomes, replicates, seed, until, at: when, threads };
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const { sweep, result } = await interruptibleRuns(session, (signal, onProgress) =>
    explain(a, b, { dir, ...set, signal, onProgress }),
  );
  if (result === null)
    throw new Interrupted(
      session.say(
        `Stopped after ${sweep.done} of ${sweep.total} runs. The same command goes on with the rest.`,
        `已停止，完成 ${sweep.done}/${sweep.total} 次运行。再次执行同一命令即可继续。`,
      ),
    );
  if (flags.json) print(session, JSON.stringify({ ...result, version: VERSION }));
  else showExplained(result, dir, session);
  if (flags.report) {
    const files = await writePage(dir, result, session.lang);
    if (!flags.json)
      print(
        session,
        session.say(
          `Report in ${files.page}, its figure in ${files.figure}`,
          `报告位于 ${files.page}，图位于 ${files.figure}`,
        ),
      );
  }
  if (result.failed > 0) throw new Error(`${result.failed} of ${sweep.total} runs failed`);
}

/** A scenario's name, or that of its file. */
function nameOf(scenario: string): string {
  return scenario.replace(/^.*[\\/]/, "").replace(/\.\w+$/, "");
}
