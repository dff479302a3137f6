/** `linli merge DIR... --out DIR`: the shards of a sweep in one directory. */
import type { Command } from "commander";
import { mergeStores } from "../execution/merge.ts";
import { addCommonOptions } from "./options.ts";
import { nextCommand, print, type Session } from "./output.ts";
import { shellWords } from "./shell.ts";

export function addMerge(program: Command, session: Session): void {
  const { say } = session;
  const command = program
    .command("merge")
    .description(say("merge the shards of a sweep into one directory", "将扫描的各分片合并为一个文件夹"))
    .argument("<dirs...>", say("directories of shards, finished or not", "各分片的结果文件夹，完成与否均可"))
    .requiredOption("--out <dir>", say("new directory", "新文件夹"))
    .option("--json", say("print one JSON object", "输出一个 JSON 对象"));
  addCommonOptions(command, session)
    .addHelpText(
      "after",
      `\n${say("Example:", "示例：")}\n  linli merge plan-results-1-of-2 plan-results-2-of-2 --out plan-results`,
    )
    .action((dirs: string[], flags: { out: string; json?: boolean }) => merge(dirs, flags, session));
}

async function merge(dirs: readonly string[], { out, json }: { out: string; json?: boolean }, session: Session) {
  const merged = await mergeStores(dirs, out);
  const { runs, failed, missing } = merged;
  const { say } = session;
  if (json) return print(session, JSON.stringify({ dir: out, ...merged }));
  const name = shellWords([out]);
  const more = nextCommand(`sweep PLAN --out ${name}`, session);
  print(
    session,
    say(
      `${runs} runs merged into ${out}, ${failed} failed, ${missing} missing.`,
      `已将${runs}次运行合并至 ${out}，其中${failed}次失败；尚缺${missing}次。`,
    ),
    missing > 0
      ? say(`The missing runs are made by: ${more}`, `补齐所缺运行：${more}`)
      : `  ${nextCommand(`report ${name}`, session)}   # ${say("one page with figures and tables", "生成图表报告")}`,
  );
}
