/** An explained gap as a section of a page. */
import type { Estimate } from "../../analysis/sensitivity/bootstrap.ts";
import type { ExplainedOutcome, ExplainResult } from "../../experiments/explainResult.ts";
import { NOTHING } from "../../observe/numbers.ts";
import { note, panel, panels } from "../report/figures/panel.ts";
import { blockName, gapLine, outcomeTitle, sharesFigure, signed } from "../report/figures/shares.ts";
import { legendText, madeOf, scenariosOf } from "../report/figures/sharesPicture.ts";
import type { Drawing } from "../report/plot.ts";
import { escaped, type Words } from "../report/words.ts";

/** HTML: the figure of each outcome, what it is made of, the numbers, and what cannot be said. */
export function explainSection(result: ExplainResult, words: Words, drawing: Drawing): string {
  const { say } = words;
  const found = result.outcomes.filter((o) => o.found !== null);
  const figures = found.map((outcome) => {
    const { svg } = sharesFigure(outcome, drawing, words);
    const gap = `<div class="axis">${escaped(gapLine(outcome.found!, words))}</div>`;
    return panel(outcomeTitle(outcome.measure, words), null, gap + svg);
  });
  const lead = say(
    "Shares say what the model does when blocks of its context are exchanged, under its assumptions; they are not causes in any real neighborhood.",
    "份额说明的是：在模型的假设之下，情境模块互换会带来什么变化；并非任何真实社区中的因果。",
  );
  const tables = found.map((outcome) => numbers(outcome, words)).join("");
  return [
    `<p class="lead">${escaped(scenariosOf(result, words))}${say(": ", "：")}${escaped(madeOf(result, words))}${say(". ", "。")}${lead}</p>`,
    panels(figures, "wide"),
    note(legendText(words)),
    ...remarks(result, words).map(note),
    `<details><summary>${say("Show the numbers", "展开数字")}</summary>${tables}</details>`,
  ].join("\n");
}

function numbers({ measure, found }: ExplainedOutcome, words: Words): string {
  const { say } = words;
  const heads = [say("share", "份额"), say("% of gap", "占差距%"), say("alone", "单独换入"), say("last", "最后换入")];
  const cell = (e: Estimate | null, text: (value: number) => string = signed) =>
    `<td class="n">${e ? `${text(e.value)}<br><small>[${text(e.low)}, ${text(e.high)}]</small>` : NOTHING}</td>`;
  const whole = (value: number) => signed(Math.round(value));
  const rows = found!.shares.map(
    ({ block, share, percent, first, last }) =>
      `<tr><td class="name">${blockName(block, words)}</td>${cell(share)}${cell(percent, whole)}${cell(first)}${cell(last)}</tr>`,
  );
  const head = `<tr><th>${say("block", "模块")}</th>${heads.map((h) => `<th class="n">${h}</th>`).join("")}</tr>`;
  return `<h3>${escaped(outcomeTitle(measure, words))}</h3><div class="table" tabindex="0"><table><thead>${head}</thead><tbody>${rows.join("")}</tbody></table></div>`;
}

/** What a reader must know of what was counted, left out, or not told. */
export function remarks({ outcomes, cells, orders, same, failed }: ExplainResult, words: Words): string[] {
  const { say } = words;
  const lines: string[] = [];
  for (const { measure, cells: own, refused, found } of outcomes) {
    const name = outcomeTitle(measure, words);
    if (refused) lines.push(`${name}${say(": ", "：")}${words.of(refused)}`);
    const nothing = own.reduce((sum, cell) => sum + (cell?.ofNothing ?? 0), 0);
    const runs = own.reduce((sum, cell) => sum + (cell ? cell.n + cell.missing : 0), 0);
    const never = own.filter((cell) => cell && cell.n > 0 && cell.ofNothing === cell.n).length;
    if (nothing > 0)
      lines.push(
        say(
          `${name}: in ${nothing} of ${runs} runs nothing was brought, which counts as 0 resolved (all runs of ${never} combinations).`,
          `${name}：${runs} 次运行中有 ${nothing} 次没有诉求提交，按 0 计（其中 ${never} 种组合的全部运行皆如此）。`,
        ),
      );
    if (found?.shares.every((s) => s.percent === null))
      lines.push(
        say(
          `${name}: the gap's interval holds 0, so that percents of it would mean nothing.`,
          `${name}：差距的区间含 0，百分比没有意义。`,
        ),
      );
  }
  if (same.length > 0) {
    const names = same.map((block) => blockName(block, words)).join(say(", ", "、"));
    lines.push(say(`The same in both, and so without a share: ${names}.`, `两情景相同、故无份额的模块：${names}。`));
  }
  const whys = new Set(cells.flatMap(({ infeasible }) => (infeasible ? [words.of(infeasible)] : [])));
  const infeasible = cells.filter((cell) => cell.infeasible !== null).length;
  if (infeasible > 0)
    lines.push(
      say(
        `${infeasible} combination${infeasible === 1 ? "" : "s"} cannot be (${[...whys].join("; ")}): shares are means over the ${orders.left} of ${orders.all} orders of swapping that meet none of them.`,
        `${infeasible} 种组合不成立（${[...whys].join("；")}）：份额只对不经过它们的换入次序取平均（${orders.all} 种次序中的 ${orders.left} 种）。`,
      ),
    );
  if (failed > 0) lines.push(say(`${failed} runs failed and are left out.`, `${failed} 次运行失败，未计入。`));
  return lines;
}
