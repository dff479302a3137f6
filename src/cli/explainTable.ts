/** What an explained gap says on a screen. */
import type { Estimate } from "../analysis/sensitivity/bootstrap.ts";
import { signed } from "../execution/report/figures/shares.ts";
import { measureText } from "../execution/report/names.ts";
import { VERSION } from "../execution/version.ts";
import { BLOCK_TEXT } from "../experiments/explain.ts";
import type { BlockSet, ExplainedOutcome, ExplainResult, OutcomeShares } from "../experiments/explainResult.ts";
import type { BlockName } from "../model/context.ts";
import { NOTHING, shown } from "../observe/numbers.ts";
import { heading, print, type Session, styled } from "./output.ts";
import { table, wrap } from "./table.ts";

const SETS_SHOWN = 3;

export function showExplained(result: ExplainResult, dir: string, session: Session): void {
  const { say, lang, terminal } = session;
  const { a, b, blocks, same, cells, replicates } = result;
  print(session, styled(session, "bold", `${a.title[lang]} → ${b.title[lang]}`));
  const feasible = cells.filter((cell) => cell.infeasible === null).length;
  print(
    session,
    say(
      `${cells.length} combinations of ${blocks.length} blocks, ${replicates} runs each, read on ${result.date}`,
      `${blocks.length} 个模块，${cells.length} 种组合，各运行 ${replicates} 次，读取日 ${result.date}`,
    ),
  );
  if (same.length > 0)
    print(
      session,
      say(`The same in both: ${same.join(", ")}`, `两者相同：${same.map((s) => named(s, session)).join("、")}`),
    );
  if (feasible < cells.length) showInfeasible(result, session);
  for (const outcome of result.outcomes) showOutcome(outcome, result, session);
  print(session, "", ...wrap(EXPLAINED(say), terminal.width), "");
  print(
    session,
    say(
      `Root seed ${result.seed}, linli ${VERSION}. Results in ${dir}`,
      `随机种子 ${result.seed}，linli ${VERSION}。结果位于 ${dir}`,
    ),
  );
}

const EXPLAINED = (say: Session["say"]) =>
  say(
    "share: what the block adds, averaged over all orders of swapping; shares sum to the gap. alone: swapped into A by itself. last: swapped after all others. Interactions: what two blocks add together beyond each by itself; three and more: what no smaller set accounts for. [95 % interval, bootstrap over replicates]",
    "份额：模块换入所带来的变化，对所有换入次序取平均，各份额之和即为差距。单独：只换入该模块。最后：其余模块均已换入后再换。交互：两模块同时换入超出各自作用之和的部分；三个及以上：任何更小组合都不能说明的部分。[95%区间，对重复运行作自助法]",
  );

function showInfeasible({ cells, orders }: ExplainResult, session: Session): void {
  const { say, lang } = session;
  const whys = new Map<string, number>();
  for (const { infeasible } of cells) if (infeasible) whys.set(infeasible[lang], (whys.get(infeasible[lang]) ?? 0) + 1);
  for (const [why, count] of whys)
    print(
      session,
      say(`${count} combination${count === 1 ? "" : "s"} cannot be: ${why}`, `${count} 种组合不成立：${why}`),
    );
  print(
    session,
    say(
      `Shares are means over the ${orders.left} of ${orders.all} orders of swapping that meet none of them.`,
      `份额只对不经过这些组合的换入次序取平均（${orders.all} 种次序中的 ${orders.left} 种）。`,
    ),
  );
}

function showOutcome(outcome: ExplainedOutcome, result: ExplainResult, session: Session): void {
  const { say, lang } = session;
  const { label, unit } = measureText(outcome.measure);
  heading(session, `${label[lang]} (${[outcome.measure, unit?.[lang]].filter(Boolean).join(say(", ", "，"))})`);
  if (outcome.found === null) {
    print(session, outcome.refused![lang]);
    return;
  }
  const { from, to, gap } = outcome.found;
  print(
    session,
    `A ${result.a.name} ${shown(from.value)}${say(", ", "，")}B ${result.b.name} ${shown(to.value)}${say("; gap ", "；差距 ")}${spread(gap)}`,
  );
  if (isUnclear(outcome.found))
    print(
      session,
      say("The gap's interval holds 0: percents of it would mean nothing.", "差距的区间含 0，百分比没有意义。"),
    );
  print(session, "", ...sharesTable(outcome.found, session));
  showSets(say("Interactions", "交互作用"), outcome.found.pairs, session);
  showSets(say("Three and more", "三个及以上模块"), outcome.found.higher, session);
  showCounted(outcome, session);
}

const isUnclear = ({ shares }: OutcomeShares) => shares.every((s) => s.percent === null);

function sharesTable({ shares }: OutcomeShares, session: Session): string[] {
  const { say } = session;
  const sorted = [...shares].sort((x, y) => Math.abs(y.share.value) - Math.abs(x.share.value));
  const columns = [
    { title: say("block", "模块") },
    ...[say("share", "份额"), say("% of gap", "占差距%"), say("alone", "单独"), say("last", "最后")].map((title) => ({
      title,
      right: true,
    })),
  ];
  const rows = sorted.map(({ block, share, percent, first, last }) => [
    named(block, session),
    spread(share),
    spread(percent, wholes),
    spread(first),
    spread(last),
  ]);
  return table(columns, rows, session);
}

function showSets(title: string, sets: readonly BlockSet[], session: Session): void {
  const { say } = session;
  const first = sets.slice(0, SETS_SHOWN).filter((set) => set.value !== 0);
  if (first.length === 0) return;
  const texts = first.map((set) => `${set.blocks.map((b) => named(b, session)).join(" × ")} ${spread(set)}`);
  const more =
    sets.length > first.length
      ? say(
          `; ${sets.length - first.length} more in shares.csv`,
          `；另有 ${sets.length - first.length} 项见 shares.csv`,
        )
      : "";
  print(session, ...wrap(`${title}${say(": ", "：")}${texts.join(say("; ", "；"))}${more}`, session.terminal.width));
}

/** Says how many runs had nothing to be read of, or no value. */
function showCounted({ cells }: ExplainedOutcome, session: Session): void {
  const { say, terminal } = session;
  const total = (of: "n" | "ofNothing" | "missing") => cells.reduce((sum, cell) => sum + (cell?.[of] ?? 0), 0);
  const [runs, nothing, missing] = [total("n") + total("missing"), total("ofNothing"), total("missing")];
  const whole = cells.filter((cell) => cell && cell.ofNothing === cell.n && cell.n > 0).length;
  if (nothing > 0)
    print(
      session,
      ...wrap(
        say(
          `In ${nothing} of ${runs} runs nothing was brought, which counts as 0 resolved (all runs of ${whole} combinations; by cell in cells.csv).`,
          `${runs} 次运行中有 ${nothing} 次没有诉求提交，按解决率为 0 计（其中 ${whole} 种组合的全部运行皆如此；各组合次数见 cells.csv）。`,
        ),
        terminal.width,
      ),
    );
  if (missing > 0)
    print(
      session,
      say(
        `${missing} of ${runs} runs have no value and are left out.`,
        `${runs} 次运行中有 ${missing} 次没有取值，未计入。`,
      ),
    );
}

const named = (block: BlockName, { lang }: Session) => BLOCK_TEXT[block][lang];
const spread = (e: Estimate | null, text = signed) =>
  e ? `${text(e.value)} [${text(e.low)}, ${text(e.high)}]` : NOTHING;
const wholes = (value: number) => signed(Math.round(value));
