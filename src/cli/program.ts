/** The command line as a function: arguments in, exit code out. */
import { Command, CommanderError } from "commander";
import stringWidth from "string-width";
import { VERSION } from "../execution/version.ts";
import { InputError } from "../kernel/check.ts";
import { addBundle } from "./bundle.ts";
import { addCalibrate } from "./calibrate.ts";
import { inChinese } from "./chinese.ts";
import { addClaims } from "./claims.ts";
import { addCompare } from "./compare.ts";
import { addExplain } from "./explain.ts";
import { addExport } from "./export.ts";
import { addFirst } from "./first.ts";
import { hintOf } from "./hints.ts";
import { addReport } from "./htmlReport.ts";
import { INTERRUPTED, Interrupted } from "./interrupt.ts";
import { addList } from "./list.ts";
import { addMerge } from "./merge.ts";
import { addNetwork } from "./networkHistory.ts";
import { addOdd } from "./odd.ts";
import { addCommonOptions } from "./options.ts";
import { languageNamed, languageOf, type Session, sessionIn, type Terminal } from "./output.ts";
import { addPage } from "./page.ts";
import { addWorker } from "./queueWorker.ts";
import { addRun } from "./run.ts";
import { addSensitivity } from "./sensitivity.ts";
import { stackOf } from "./stack.ts";
import { addSweep } from "./sweep/command.ts";
import { addValidate } from "./validate.ts";
import { addWhy } from "./why.ts";

/** Exit codes. */
export const DONE = 0;
export const FAILED = 1;
export const WRONG_INPUT = 2;

/** Runs a command line (without program name) and returns its exit code. */
export async function main(argv: readonly string[], terminal: Terminal, env: NodeJS.ProcessEnv = {}): Promise<number> {
  const session = sessionIn(languageOf(argv, env), terminal, languageNamed(argv) !== undefined);
  const program = programOf(session);
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], { from: "user" });
    return DONE;
  } catch (error) {
    return answer(error, session, argv.includes("--debug"));
  }
}

/** One line on the error stream, and the exit code. */
function answer(error: unknown, session: Session, debug: boolean): number {
  // Commander throws once it has shown help or version; help without a command counts as an error there, not here.
  if (error instanceof CommanderError && (error.exitCode === 0 || error.code === "commander.help")) return DONE;
  const message = error instanceof Error ? error.message : String(error);
  const line = message.replace(/^error: /, "").replace(/\s*\n\s*/g, " ");
  const { terminal, lang, say } = session;
  if (error instanceof Interrupted) {
    terminal.warn(`${message}\n`);
    return INTERRUPTED;
  }
  terminal.warn(`${say("error: ", "错误：")}${lang === "zh" ? inChinese(line) : line}${hintOf(line, say)}\n`);
  const stack = debug ? stackOf(error) : null;
  if (stack !== null) terminal.warn(`${stack}\n`);
  return error instanceof InputError || error instanceof CommanderError ? WRONG_INPUT : FAILED;
}

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
};

function programOf(session: Session): Command {
  const { say, terminal, lang } = session;
  const program = new Command("linli")
    .description(say("Linli: how neighbors come to govern themselves", "邻里：社区自组织与协商治理的多主体模拟"))
    .configureOutput({
      writeOut: terminal.write,
      writeErr: terminal.write,
      outputError: () => {},
      getOutHelpWidth: () => terminal.width,
    })
    .configureHelp({
      displayWidth: stringWidth,
      styleTitle: (title) => (lang === "zh" ? (TITLES[title] ?? title) : title),
    })
    .exitOverride()
    .helpOption("-h, --help", say("show this help", "显示帮助"))
    .helpCommand("help [command]", say("show the help of a command", "显示某一命令的帮助"))
    .version(VERSION, "-V, --version", say("show the version", "显示版本"));
  addCommonOptions(program, session);
  addRun(program, session);
  addCompare(program, session);
  addWhy(program, session);
  addSweep(program, session);
  addWorker(program, session);
  addMerge(program, session);
  addSensitivity(program, session);
  addCalibrate(program, session);
  addExplain(program, session);
  addClaims(program, session);
  addReport(program, session);
  addExport(program, session);
  addBundle(program, session);
  addValidate(program, session);
  addList(program, session);
  addOdd(program, session);
  addNetwork(program, session);
  addPage(program, session);
  addFirst(program, session);
  return program.addHelpText("after", footer(say));
}

function footer(say: Session["say"]): string {
  return `
${say("Examples:", "示例：")}
  linli run new-estate --replicates 20
  linli compare new-estate old-district --swap team
  linli why new-estate platform:0
  linli sweep plan.yaml
  linli list parameters --lang zh

${say("Exit codes: 0 done, 1 failed, 2 wrong input (one line on the error stream, nothing written), 130 interrupted.", "退出码：0 完成，1 失败，2 输入有误（在标准错误输出一行提示，不写任何文件），130 被中断。")}`;
}
