/** `linli bundle PATH`: a plan or results as one archive, ready to be deposited. */
import { statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import type { Command } from "commander";
import { InputError } from "../kernel/check.ts";
import { addCommonOptions, collect } from "./options.ts";
import { checkPlace, writeAt } from "./outFile.ts";
import { print, type Session } from "./output.ts";
import { shellWords } from "./shell.ts";

interface BundleFlags {
  readonly out?: string;
  readonly add?: readonly string[];
  readonly json?: boolean;
}

export function addBundle(program: Command, session: Session): void {
  const { say } = session;
  const command = program
    .command("bundle")
    .description(
      say(
        "pack a plan or results into one archive to deposit: what was run, results, versions, ODD document, checksums",
        "将实验计划或结果打包为一个可存档的文件：运行内容、结果、版本、ODD 描述与校验和",
      ),
    )
    .argument(
      "<path>",
      say(
        "a plan, or a directory of results of sweep, run or compare",
        "计划文件，或 sweep、run、compare 的结果文件夹",
      ),
    )
    .option(
      "--out <file>",
      say("archive to write (default: beside PATH, .zip)", "输出的归档（默认与 PATH 同处，.zip）"),
    )
    .option(
      "--add <file>",
      say("file of a scenario of your own that a run was made of (repeatable)", "所运行的自有情景的文件（可多次使用）"),
      collect,
    )
    .option("--json", say("print one JSON object", "输出一个 JSON 对象"));
  addCommonOptions(command, session)
    .addHelpText(
      "after",
      `\n${say("Examples:", "示例：")}\n  linli bundle plan-results\n  linli bundle plan.yaml --out deposit.zip\n  linli bundle our-run --add ours.json`,
    )
    .action((path: string, flags: BundleFlags) => bundle(path, flags, session));
}

async function bundle(path: string, { out, add = [], json }: BundleFlags, session: Session): Promise<void> {
  if (out !== undefined) checkPlace(out);
  const { depositOf } = await import("../execution/deposit/deposit.ts"); // no other command needs it
  const { writeZip } = await import("../execution/deposit/zip.ts");
  const { folder, given, entries } = await depositOf(path, add, shellWords);
  const file = out ?? join(dirname(path), `${folder}.zip`);
  checkPlace(file);
  checkOutside(file, path);
  await writeAt(file, (whole) => writeZip(whole, folder, entries));
  const bytes = statSync(resolve(file)).size;
  const files = entries.length + 1;
  if (json) return print(session, JSON.stringify({ file, kind: given.kind, runs: given.runs.there, files, bytes }));
  const { say } = session;
  const size = (bytes / 1e6).toFixed(1);
  print(
    session,
    say(`written to ${file}: ${files} files, ${size} MB`, `已写入 ${file}：共${files}个文件，${size} MB`),
    say("run again by:", "重新运行："),
    ...given.commands.map((words) => `  ${shellWords(words)}`),
  );
}

/** An archive inside of what it holds would be in the next one. */
function checkOutside(file: string, path: string): void {
  if (statSync(path).isDirectory() && resolve(file).startsWith(resolve(path) + sep))
    throw new InputError(`--out ${file}: expected a file outside of ${path}; got one inside`);
}
