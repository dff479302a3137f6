/** `linli validate [DIR]`: the validation page, with all that it rests on. */
import type { Command } from "commander";
import { PARTS } from "../execution/validation/parts.ts";
import { SEED, type ValidateOptions, validate } from "../execution/validation/validate.ts";
import { checkName } from "../kernel/check.ts";
import { Interrupted, interruptible } from "./interrupt.ts";
import { addCommonOptions, wholeNumber } from "./options.ts";
import { print, type Session } from "./output.ts";
import { type SweepProgress, sweepProgress } from "./sweep/progress.ts";

interface ValidateFlags {
  readonly quick?: boolean;
  readonly data?: string;
  readonly threads?: number;
  readonly seed?: string;
  readonly only?: readonly string[];
}

const NAMES = PARTS.map((part) => part.name);

export function addValidate(program: Command, session: Session): void {
  const { say } = session;
  const command = program
    .command("validate")
    .description(
      say(
        "the validation page: every figure and table that speaks for the model or against it",
        "模型验证页面：支持或不支持该模型的全部图表",
      ),
    )
    .argument(
      "[dir]",
      say(
        "folder of the page (default: validation; of the quick form validation-quick)",
        "页面所在文件夹（默认：validation；快速版为 validation-quick）",
      ),
    )
    .option(
      "--quick",
      say("few replicates: in minutes, to see that all can be made", "快速版：重复次数很少，几分钟即可"),
    )
    .option("--only <parts>", say(`parts to make: ${NAMES.join(",")}`, `只生成这些部分：${NAMES.join(",")}`), partNames)
    .option("--data <dir>", say("folder of the published networks", "已发表网络数据所在文件夹"))
    .option(
      "--threads <n>",
      say("worker threads (default: one a core)", "工作线程数（默认与处理器核数相同）"),
      wholeNumber("--threads", 1),
    )
    .option("--seed <text>", say(`root seed (default: ${SEED})`, `根种子（默认 ${SEED}）`));
  addCommonOptions(command, session)
    .addHelpText("after", examples(say))
    .action((dir: string | undefined, flags: ValidateFlags) =>
      validateCommand(dir ?? (flags.quick ? "validation-quick" : "validation"), flags, session),
    );
}

function examples(say: Session["say"]): string {
  return `
${say("Examples:", "示例：")}
  linli validate
  linli validate check --quick
  linli validate --only ${NAMES[0]}

${say(
  "Writes validation.html and validation.zh.html. What is done is kept: the same command goes on. Exit codes: 0 done,\n1 some part is missing (the page says which), 2 wrong input, 130 interrupted.",
  "写出 validation.html 与 validation.zh.html。已完成的运行会保留，再次执行同一命令即可续跑。\n退出码：0 完成，1 有部分缺失（页面注明），2 输入有误，130 被中断。",
)}`;
}

function partNames(text: string): readonly string[] {
  const names = text.split(",").map((name) => name.trim());
  for (const name of names) checkName("part", name, NAMES);
  return names;
}

async function validateCommand(dir: string, flags: ValidateFlags, session: Session): Promise<void> {
  const { say, lang, terminal } = session;
  let bar: SweepProgress | undefined;
  const tell = () =>
    terminal.warn(`${say("stopping: runs that have begun are ended", "正在停止：先完成已开始的运行")}\n`);
  const result = await interruptible(tell, (signal) => {
    const options: ValidateOptions = {
      ...{ dir, ...flags, signal },
      onPart: (part) => {
        bar?.stop();
        bar = undefined;
        print(session, part.title[lang]);
      },
      onProgress: (_, progress) => {
        bar ??= sweepProgress(session);
        bar.update(progress);
        if (progress.done < progress.total) return;
        bar.stop();
        bar = undefined; // the next runs of the part have a bar of their own
      },
    };
    return validate(options).finally(() => bar?.stop());
  });
  for (const page of result.pages) print(session, say("written to ", "已写入 ") + page);
  if (result.stopped)
    throw new Interrupted(say("interrupted; the same command goes on", "已中断；再次执行同一命令即可续跑"));
  if (result.failures.length === 0) return;
  const list = result.failures.map(({ part, reason }) => `${part} (${reason})`).join("; ");
  throw new Error(say(`missing on the page: ${list}`, `页面缺失的部分：${list}`));
}
