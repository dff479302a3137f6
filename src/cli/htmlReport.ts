/** `linli report DIR`: the results of a sweep as one HTML file. */
import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import { makeFolder, storeError, writeWhole } from "../execution/files.ts";
import { type ReportOptions, reportHtml } from "../execution/report/reportHtml.ts";
import { InputError } from "../kernel/check.ts";
import { addCommonOptions, collect } from "./options.ts";
import { print, type Session } from "./output.ts";

interface ReportFlags {
  readonly out?: string;
  readonly measure?: readonly string[];
}

export function addReport(program: Command, session: Session): void {
  const { say } = session;
  const command = program
    .command("report")
    .description(
      say("the results of a sweep as one HTML file with figures and tables", "将扫描结果生成为一个含图表的 HTML 文件"),
    )
    .argument("<dir>", DIRECTORY(session))
    .option(
      "--out <file>",
      say("file to write (default: report.html in DIR)", "输出文件（默认：该文件夹中的 report.html）"),
    )
    .option("--measure <name>", say("measure to show (repeatable)", "要展示的指标（可多次使用）"), collect);
  addCommonOptions(command, session)
    .addHelpText(
      "after",
      `\n${say("Examples:", "示例：")}\n  linli report plan-results\n  linli report plan-results --measure meanTrust --measure councils --lang zh --out trust.html`,
    )
    .action(async (dir: string, flags: ReportFlags) => {
      const { measure: measures } = flags;
      const file = flags.out ?? join(dir, "report.html");
      print(
        session,
        say("written to ", "已写入 ") + (await writeReport(dir, file, measures ? { measures } : {}, session)),
      );
    });
}

export const DIRECTORY = ({ say }: Session) => say("directory of a finished sweep", "已完成扫描的结果文件夹");

/** Writes the report, whole or not at all, and returns the file's name. */
export async function writeReport(
  dir: string,
  file: string,
  options: ReportOptions,
  { lang }: Session,
): Promise<string> {
  const path = resolve(file);
  if (existsSync(path) && statSync(path).isDirectory())
    throw new InputError(`--out ${file}: expected a file to write; got a folder of that name`);
  const html = await reportHtml(dir, lang, options);
  try {
    makeFolder(dirname(path));
    writeWhole(path, html);
  } catch (error) {
    throw storeError(file, error);
  }
  return file;
}
