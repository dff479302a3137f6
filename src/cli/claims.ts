/** `linli claims [ID…]`: the claims, each tested by paired experiments; the same command goes on where it was stopped. */
import { performance } from "node:perf_hooks";
import type { Command } from "commander";
import { writeClaims } from "../execution/claims/files.ts";
import { type ClaimsOptions, type ClaimsResult, PAIRS, runClaims, runsOf } from "../execution/claims/runClaims.ts";
import type { Claim } from "../experiments/claims/claim.ts";
import { CLAIMS, FAMILY } from "../experiments/claims/claims.ts";
import { unknownName } from "../kernel/check.ts";
import { claimsAsJson, showDeclarations, showRuns } from "./claimsList.ts";
import { showClaims } from "./claimsTable.ts";
import { Interrupted } from "./interrupt.ts";
import { addCommonOptions, wholeNumber } from "./options.ts";
import { print, type Session } from "./output.ts";
import { interruptibleRuns } from "./sweep/interruptibleRuns.ts";

interface ClaimsFlags {
  readonly out: string;
  readonly pairs: number;
  readonly seed?: string;
  readonly threads?: number;
  readonly list?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function addClaims(program: Command, session: Session): void {
  const { say } = session;
  const command = program
    .command("claims")
    .description(
      say(
        "test the claims of the field study by paired experiments; the same command goes on with them",
        "以配对实验检验田野研究的论断；重复同一命令可续跑",
      ),
    )
    .argument("[id...]", say("numbers or names of claims (default: all)", "论断的编号或名称（默认全部）"))
    .option("--out <dir>", say("directory of the results", "结果文件夹"), "claims")
    .option("--pairs <n>", say("pairs of runs in each contrast", "每项对比的配对数"), wholeNumber("--pairs", 2), PAIRS)
    .option("--seed <text>", say("root seed, any text (default: 1)", "根种子（随机种子），可为任意文本（默认 1）"))
    .option(
      "--threads <n>",
      say("worker threads (default: one a core)", "工作线程数（默认与处理器核数相同）"),
      wholeNumber("--threads", 1),
    )
    .option("--list", say("show what is claimed and how it is tested, run nothing", "只列出论断及其检验方式，不运行"))
    .option("--dry-run", say("count the runs, run nothing", "只统计运行次数，不运行"))
    .option("--json", say("print one JSON object instead of tables", "不输出表格，改为输出一个 JSON 对象"));
  addCommonOptions(command, session)
    .addHelpText("after", examples(say))
    .action((ids: readonly string[], flags: ClaimsFlags) => claimsCommand(ids, flags, session));
}

function examples(say: Session["say"]): string {
  return `
${say("Examples:", "示例：")}
  linli claims --list
  linli claims 3 16 --pairs 20
  linli claims --out claims --threads 4

${say(
  `Both runs of a pair share draw and seed. p values are adjusted by Holm over all ${FAMILY} tests, whichever are run.
Supported: adjusted p < .05 in the direction expected, and the effect at least the smallest that matters. Not
supported: the 95 % interval excludes such an effect. Emergent: the direction survives freezing the term that names
it. Sign assumed: freezing takes the direction away, or the contrast is the term. Origin open: neither can be told.`,
  `每对运行共用同一组抽取值与种子。p值按Holm法在全部${FAMILY}项检验上校正，与运行哪些无关。
得到支持：校正后p < .05、方向相符且效应不小于最小有意义效应；未得到支持：95%区间排除了这样的效应。
涌现：冻结直接对应的规则后方向仍在。方向系假设：冻结使方向不再成立，或对比即为该规则。来源未定：两者皆不能断定。`,
)}`;
}

/** @throws InputError for what is no claim. */
function chosen(ids: readonly string[]): readonly Claim[] {
  const known = CLAIMS.flatMap((claim) => [String(claim.id), claim.name]);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw unknownName(
      "claim",
      unknown,
      CLAIMS.flatMap((c) => [c.name, String(c.id)]),
    );
  return ids.length === 0 ? CLAIMS : CLAIMS.filter((c) => ids.includes(String(c.id)) || ids.includes(c.name));
}

async function claimsCommand(ids: readonly string[], flags: ClaimsFlags, session: Session): Promise<void> {
  const claims = chosen(ids);
  if (flags.list) {
    if (flags.json) print(session, JSON.stringify(await claimsAsJson(claims)));
    else showDeclarations(claims, session);
    return;
  }
  if (flags.dryRun) return showRuns(claims, await runsOf(claims, flags.pairs), flags, session);
  const result = await run(claims, flags, session);
  if (result.complete) writeClaims(flags.out, result);
  if (flags.json) print(session, JSON.stringify(result));
  else showClaims(result, flags.out, session);
  checkEnded(result, session);
}

/** Runs claims with progress, until their end or Ctrl-C. */
async function run(claims: readonly Claim[], flags: ClaimsFlags, session: Session): Promise<ClaimsResult> {
  const { out: dir, pairs, seed, threads } = flags;
  const rate = rateSince();
  const options: ClaimsOptions = {
    ...{ dir, pairs },
    ...(seed === undefined ? {} : { seed }),
    ...(threads === undefined ? {} : { threads }),
  };
  return interruptibleRuns(session, (signal, tell) =>
    runClaims({ ...options, signal, onProgress: (now) => tell({ ...now, ...rate(now) }) }, claims),
  );
}

/** Runs a second since the first was told of, and the time left at that rate. */
function rateSince() {
  let first: { readonly at: number; readonly done: number } | undefined;
  return ({ done, total }: { readonly done: number; readonly total: number }) => {
    first ??= { at: performance.now(), done };
    const seconds = (performance.now() - first.at) / 1000;
    const rate = seconds > 0 && done > first.done ? (done - first.done) / seconds : null;
    return { rate, secondsLeft: rate === null ? null : (total - done) / rate };
  };
}

function checkEnded({ complete, runs }: ClaimsResult, { say }: Session): void {
  const { done, failed, total } = runs;
  if (!complete)
    throw new Interrupted(
      say(
        `Stopped after ${done} of ${total} runs. The same command goes on with the rest.`,
        `已停止，完成 ${done}/${total} 次运行。再次执行同一命令即可继续。`,
      ),
    );
  if (failed > 0) throw new Error(`${failed} of ${total} runs failed`);
}
