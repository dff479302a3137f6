/** `linli odd`: the ODD document of the model, made from the model itself. */
import type { Command } from "commander";
import { writeWhole } from "../execution/files.ts";
import { addCommonOptions } from "./options.ts";
import { checkPlace, writeAt } from "./outFile.ts";
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
        await writeAt(out, (path) => writeWhole(path, text));
        print(session, say("written to ", "已写入 ") + out);
      }
    });
}
