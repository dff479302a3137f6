/** `linli odd`: the ODD document of the model, made from the model itself. */
import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Command } from "commander";
import { makeFolder, writeWhole } from "../execution/files.ts";
import { InputError } from "../kernel/check.ts";
import { addCommonOptions } from "./options.ts";
import { print, type Session } from "./output.ts";

interface OddFlags {
  readonly out?: string;
}

export function addOdd(program: Command, session: Session): void {
  const { say, lang, terminal } = session;
  const command = program
    .command("odd")
    .description(
      say(
        "describe the model by the ODD protocol (Grimm et al. 2020), as Markdown",
        "按 ODD 规范（Grimm et al. 2020）输出模型描述（Markdown）",
      ),
    )
    .option("--out <file>", say("file to write (default: the terminal)", "输出文件（默认输出到终端）"));
  addCommonOptions(command, session)
    .addHelpText(
      "after",
      `\n${say("Examples:", "示例：")}\n  linli odd --out odd.md\n  linli odd --lang zh --out odd.zh.md`,
    )
    .action(async ({ out }: OddFlags) => {
      if (out !== undefined) checkPlace(out);
      const { oddDocument } = await import("../execution/odd/document.ts"); // no other command needs it
      const text = oddDocument(lang);
      if (out === undefined) terminal.write(text);
      else {
        write(out, text);
        print(session, say("written to ", "已写入 ") + out);
      }
    });
}

/** Throws an InputError if no file can be of that name: a folder is, or one of the folders above it is a file. */
function checkPlace(file: string): void {
  const path = resolve(file);
  if (existsSync(path) && statSync(path).isDirectory())
    throw new InputError(`--out ${file}: expected a file to write; got a folder of that name`);
  for (let above = dirname(path); ; above = dirname(above)) {
    if (!existsSync(above)) continue;
    if (statSync(above).isDirectory()) return;
    throw new InputError(`--out ${file}: expected a folder to make; got a file of that name`);
  }
}

/** Writes the file whole or not at all. A place where nothing can be written is wrong input. */
function write(file: string, text: string): void {
  const path = resolve(file);
  try {
    makeFolder(dirname(path));
    writeWhole(path, text);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!["EACCES", "EPERM", "EROFS", "ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes(code)) throw error;
    throw new InputError(`--out ${file}: expected a file to write; got a place where none can be made (${code})`);
  }
}
