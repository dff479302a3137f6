/** `linli export DIR`: the results of a sweep as a table that other programs read. */
import type { Command } from "commander";
import { type BehaviorSpaceOptions, behaviorSpace, type Told } from "../execution/exports/behaviorSpace.ts";
import { writeLines } from "../execution/exports/writeLines.ts";
import { checkName, format, InputError } from "../kernel/check.ts";
import { addCommonOptions } from "./options.ts";
import { checkPlace, writeAt } from "./outFile.ts";
import { print, type Session } from "./output.ts";

interface ExportFlags extends BehaviorSpaceOptions {
  readonly format?: string;
  readonly out?: string;
}

type Lines = (dir: string, options: BehaviorSpaceOptions, told: Told) => AsyncIterable<string>;

const BEHAVIORSPACE = "behaviorspace";
const FORMATS: Readonly<Record<string, Lines>> = { [BEHAVIORSPACE]: behaviorSpace };

export function addExport(program: Command, session: Session): void {
  const { say } = session;
  const command = program
    .command("export")
    .description(
      say("the results of a sweep as a table that other programs read", "将扫描结果输出为其他程序可读取的表格"),
    )
    .argument("<dir>", say("directory of a finished sweep", "已完成扫描的结果文件夹"))
    .option(
      "--format <name>",
      say(
        "behaviorspace, the default: the table of NetLogo's BehaviorSpace",
        "behaviorspace（默认）：NetLogo BehaviorSpace 的表格格式",
      ),
    )
    .option(
      "--at <reading|final>",
      say("measures at which date (default: final)", "取何时的指标（默认 final）"),
      readAt,
    )
    .option("--series", say("a row for every recorded week instead of one a run", "每个记录周一行，而非每次运行一行"))
    .option("--out <file>", say("file to write (default: the terminal)", "输出文件（默认输出到终端）"));
  addCommonOptions(command, session)
    .addHelpText(
      "after",
      `\n${say("Examples:", "示例：")}\n  linli export plan-results --out table.csv\n  linli export plan-results --series --out weeks.csv`,
    )
    .action((dir: string, flags: ExportFlags) => exportSweep(dir, flags, session));
}

function readAt(text: string): "reading" | "final" {
  if (text === "reading" || text === "final") return text;
  throw new InputError(`--at must be reading or final; got ${format(text)}`);
}

async function exportSweep(dir: string, flags: ExportFlags, session: Session): Promise<void> {
  const { out, at, series, format: name = BEHAVIORSPACE } = flags;
  const { say, terminal } = session;
  checkName("format", name, Object.keys(FORMATS));
  if (series && at !== undefined)
    throw new InputError("--series has rows of every date: expected no --at beside it; got both");
  if (out !== undefined) checkPlace(out);
  const told: Told = { runs: 0, failed: 0, unread: 0 };
  const lines = FORMATS[name]!(dir, { ...(at ? { at } : {}), ...(series ? { series } : {}) }, told);
  if (out === undefined) {
    for await (const line of lines) terminal.write(line);
    return;
  }
  await writeAt(out, (path) => writeLines(path, lines));
  const { runs, failed, unread } = told;
  const left = [
    failed > 0 ? say(`, without ${failed} that failed`, `，不含失败的${failed}次`) : "",
    unread > 0
      ? say(`, without ${unread} that ended before the reading date`, `，不含读取日之前即已结束的${unread}次`)
      : "",
  ].join("");
  print(session, say(`written to ${out}: ${runs} runs${left}`, `已写入 ${out}：${runs}次运行${left}`));
}
