/** The shares of all outcomes as one picture that stands for itself: SVG, light or dark as the reader's screen is. */
import type { ExplainResult } from "../../../experiments/explainResult.ts";
import type { Drawing } from "../plot.ts";
import { COLORS, FONT } from "../style.ts";
import type { Words } from "../words.ts";
import { text, wrapped } from "./pictureText.ts";
import { gapLine, outcomeTitle, sharesFigure } from "./shares.ts";

const PANEL = 440;
const GAP = 28;
/** Panels side by side. */
const ACROSS = 3;
const EDGE = 24;
const HEAD = 74;
const TITLES = 46;
const BETWEEN = 20;
const FOOT = 66;

/** The picture. There is a panel for each outcome that has shares, of which there is one at least. */
export function sharesPicture(result: ExplainResult, words: Words, drawing: Drawing): string {
  const outcomes = result.outcomes.filter((o) => o.found !== null);
  const figures = outcomes.map((outcome) => ({ outcome, ...sharesFigure(outcome, drawing, words, PANEL) }));
  const across = Math.min(ACROSS, Math.max(outcomes.length, 2));
  const width = 2 * EDGE + across * PANEL + (across - 1) * GAP;
  const row = TITLES + Math.max(...figures.map((f) => f.size.height)) + BETWEEN;
  const height = HEAD + row * Math.ceil(figures.length / across) - BETWEEN + FOOT;
  const panels = figures.map(({ outcome, svg }, k) => {
    const [x, y] = [EDGE + (k % across) * (PANEL + GAP), HEAD + row * Math.floor(k / across)];
    const own = svg.replace("<svg", `<svg x="${x}" y="${y + TITLES}"`);
    const title = text(x + 4, y + 16, outcomeTitle(outcome.measure, words), `font-size="15" font-weight="600"`);
    const gap = text(x + 4, y + 36, gapLine(outcome.found!, words), `font-size="13" fill="var(--soft)"`);
    return title + gap + own;
  });
  const foot = wrapped(legendText(words), width - 2 * EDGE).map((line, k) =>
    text(EDGE + 4, height - FOOT + 26 + 19 * k, line, `font-size="12.5" fill="var(--soft)"`),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" lang="${words.lang}" role="img">
<style>${COLORS}
text{font-family:${FONT}}svg.plot{color:var(--ink);overflow:visible;font-variant-numeric:tabular-nums}</style>
<rect width="100%" height="100%" fill="var(--paper)"/>
<g fill="var(--ink)">
${text(EDGE + 4, 34, pictureTitle(result, words), `font-size="20" font-weight="650"`)}
${text(EDGE + 4, 57, madeOf(result, words), `font-size="13" fill="var(--soft)"`)}
${panels.join("\n")}
${foot.join("\n")}
</g>
</svg>
`;
}

export function pictureTitle(result: ExplainResult, words: Words): string {
  const both = scenariosOf(result, words);
  return words.say(`What explains the gap: ${both}`, `差距由何而来：${both}`);
}

export const scenariosOf = ({ a, b }: ExplainResult, words: Words) => `${words.of(a.title)} → ${words.of(b.title)}`;

export function madeOf({ cells, replicates, date }: ExplainResult, { say }: Words): string {
  const feasible = cells.filter((cell) => cell.infeasible === null).length;
  return say(
    `${feasible} combinations of context blocks, ${replicates} runs each on the same seeds, read on ${date}`,
    `${feasible} 种情境模块组合，以相同种子各运行 ${replicates} 次，读取日 ${date}`,
  );
}

/** What bars, lines and marks stand for. */
export function legendText({ say }: Words): string {
  return say(
    "Bars: Shapley share of a block, blue towards the second scenario, orange away from it; shares sum to the gap. Lines: 95 % bootstrap intervals over paired replicates. Beneath: ○ block swapped alone, ● swapped last of all. ◆ interaction: what two blocks add together beyond each by itself.",
    "条形：各模块的 Shapley 份额，蓝色趋向后一情景，橙色背离；各份额之和即为差距。横线：对配对重复运行作自助法所得的95%区间。条下：○ 只换入该模块，● 最后换入。◆ 交互作用：两模块同时换入超出各自作用之和的部分。",
  );
}
