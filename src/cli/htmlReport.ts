/** `linli report DIR`: the results of a sweep as one HTML file, and its figures as pictures. */
import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import { makeFolder, storeError, writeWhole } from "../execution/files.ts";
import { pictures } from "../execution/report/pictures.ts";
import { type Report, type ReportOptions, readReport } from "../execution/report/read.ts";
import { reportPage } from "../execution/report/reportHtml.ts";
import { InputError } from "../kernel/check.ts";
import { addCommonOptions, collect } from "./options.ts";
import { print, type Session } from "./output.ts";

interface ReportFlags {
  readonly out?: string;
  readonly figures?: string;
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
    .option(
      "--figures <folder>",
      say("folder to write the figures into, each as an SVG file", "将每幅图另存为 SVG 文件的文件夹"),
    )
    .option("--measure <name>", say("measure to show (repeatable)", "要展示的指标（可多次使用）"), collect);
  addCommonOptions(command, session)
    .addHelpText(
      "after",
      `\n${say("Examples:", "示例：")}\n  linli report plan-results\n  linli report plan-results --figures figures\n  linli report plan-results --measure meanTrust --measure councils --lang zh --out trust.html`,
    )
    .action((dir: string, flags: ReportFlags) => reportCommand(dir, flags, session));
}

export const DIRECTORY = ({ say }: Session) => say("directory of a finished sweep", "已完成扫描的结果文件夹");

async function reportCommand(dir: string, { measure, figures, out }: ReportFlags, session: Session): Promise<void> {
  const { say } = session;
  const file = out ?? join(dir, "report.html");
  if (figures !== undefined && existsSync(figures) && !statSync(figures).isDirectory())
    throw new InputError(`--figures ${figures}: expected a folder; got a file of that name`);
  const report = await writeReport(dir, file, measure ? { measures: measure } : {}, session);
  print(session, say("written to ", "已写入 ") + file);
  if (figures === undefined) return;
  const drawn = writePictures(figures, report);
  print(session, say(`${drawn} figures in ${figures}`, `${drawn}幅图位于 ${figures}`));
}

/** Writes the report, whole or not at all, and returns what it is made of. */
export async function writeReport(
  dir: string,
  file: string,
  options: ReportOptions,
  { lang }: Session,
): Promise<Report> {
  const path = resolve(file);
  if (existsSync(path) && statSync(path).isDirectory())
    throw new InputError(`--out ${file}: expected a file to write; got a folder of that name`);
  const report = await readReport(dir, lang, options);
  const html = await reportPage(report);
  try {
    makeFolder(dirname(path));
    writeWhole(path, html);
  } catch (error) {
    throw storeError(file, error);
  }
  return report;
}

/** Writes the figures of a report and returns how many there are. */
function writePictures(folder: string, report: Report): number {
  const drawn = pictures(report);
  try {
    makeFolder(resolve(folder));
    for (const { file, svg } of drawn) writeWhole(resolve(folder, file), svg);
  } catch (error) {
    throw storeError(folder, error);
  }
  return drawn.length;
}
