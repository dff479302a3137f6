/** The claims on the validation page: a forest plot of all tests, and a table of what each claim is and what came of it. */
import type { MeanInterval } from "../../analysis/intervals.ts";
import type { Verdict } from "../../analysis/verdict.ts";
import type { Claim, ClaimTest } from "../../experiments/claims/claim.ts";
import type { ClaimResult, TestResult } from "../../experiments/claims/judge.ts";
import { NOTHING } from "../../observe/numbers.ts";
import { declared } from "../claims/files.ts";
import type { ClaimsResult } from "../claims/runClaims.ts";
import {
  BY,
  effectText,
  expectedText,
  measureName,
  PLACES,
  pText,
  TAGS,
  tagReason,
  unitOf,
  VERDICTS,
  valueText,
} from "../claims/words.ts";
import { note, panel, panels } from "../report/figures/panel.ts";
import { type Drawing, lineColor, marginFor } from "../report/plot.ts";
import { escaped, textWidth, type Words } from "../report/words.ts";

/** Of a verdict in the plot: told apart by color and by form. */
const MARKS: Readonly<Record<Verdict, { readonly color: string; readonly symbol: "circle" | "times" | "diamond" }>> = {
  supported: { color: lineColor(2), symbol: "circle" },
  "not supported": { color: lineColor(1), symbol: "times" },
  undecided: { color: lineColor(3), symbol: "diamond" },
};
const ORDER: readonly Verdict[] = ["supported", "not supported", "undecided"];

/** HTML of the section, without its heading. */
export function claimsSection(result: ClaimsResult, words: Words, drawing: Drawing): string {
  const claims = declared(result);
  return (
    note(introduction(result, words)) +
    verdictLegend(result, words) +
    panels([panel(words.say("Effects", "效应"), unit(words), forest(claims, result, drawing, words))], "one") +
    note(reading(words)) +
    claimsTable(claims, result, words)
  );
}

const unit = ({ say }: Words) =>
  say("in the direction expected, in units of the smallest effect that matters", "沿预期方向，以最小有意义效应为单位");

function introduction({ pairs, draws, family, seed }: ClaimsResult, { say }: Words): string {
  const drawn =
    draws === 1
      ? say("every value as scenarios and defaults have it", "各取值皆为情景与默认值")
      : say(`values from ${draws} draws of the posterior`, `取值来自后验分布的${draws}组抽取`);
  return say(
    `Contrast, measure, direction and smallest effect of each claim stood before the runs. Each contrast was run ${pairs} times in pairs that share draw and seed (${drawn}; root seed ${seed}); p values of ${family} tests are adjusted by Holm. Intervals are for the mean over these draws: draws descend from one another, and what the posterior leaves unknown is wider (see the calibration). A claim that says several things stands only if all of them do. What a frozen term leaves, and what other circumstances change, is told by every so many of these pairs, fifty at least where there are more.`,
    `各论断的对比、指标、方向与最小有意义效应均在运行之前确定。每项对比运行${pairs}对，同对共用抽取值与种子（${drawn}；根种子 ${seed}）；${family}项检验的p值按Holm法校正。区间针对这些抽样的均值而言；抽样之间有承袭关系，后验所余的不确定更大（见校准一节）。含多个分项的论断，须各分项皆成立。冻结所指项之后的剩余效应及其他条件下的效应，由其中等距抽取的配对（至少五十对，不足者全取）得出。`,
  );
}

function reading({ say }: Words): string {
  return say(
    "Points are mean differences with 95 % intervals. Right of 1 an effect is large enough to matter; for a claim of little the interval should lie between −1 and 1. Emergent: the direction survives freezing the term of the rules that names the claim. Sign assumed: freezing takes from the effect and does not leave it on its side, or the contrast is that term; then the runs show size and interaction, not direction. Origin open: neither can be told.",
    "点为平均差，线段为95%区间。大于1者达到有意义的幅度；对“影响甚微”的论断，区间应落在 −1 与 1 之间。涌现：冻结规则中直接对应该论断的一项后，方向仍在。方向系假设：冻结使效应减弱且方向不再成立，或对比即为该项本身，此时运行只说明幅度与交互作用。来源未定：两者皆不能断定。",
  );
}

function verdictLegend({ claims }: ClaimsResult, words: Words): string {
  const items = ORDER.map((verdict) => {
    const n = claims.filter((claim) => claim.verdict === verdict).length;
    return `<li>${colored(verdict, words)} ${words.say(`${n} of ${claims.length} claims`, `${claims.length}项论断中${n}项`)}</li>`;
  });
  return `<ul class="legend">${items.join("")}</ul>`;
}

const SIGNS: Readonly<Record<Verdict, string>> = { supported: "●", "not supported": "×", undecided: "◆" };

interface Row {
  readonly label: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly verdict: Verdict;
  readonly tag: string;
}

const TICKS = [-30, -10, -3, -1, 0, 1, 3, 10, 30, 100];
const MOST_LABEL = 330;

function forest(claims: readonly Claim[], result: ClaimsResult, { plot, draw }: Drawing, words: Words): string {
  const rows = claims.flatMap((claim, k) => rowsOf(claim, result.claims[k]!, words));
  const ends = rows.flatMap(({ low, high }) => [low, high]);
  const [least, most] = [Math.min(-2, ...ends), Math.max(2, ...ends)];
  const labels = rows.map((row) => row.label);
  return draw(
    {
      width: 860,
      height: 44 + 22 * rows.length,
      marginLeft: marginFor(labels),
      marginRight: marginFor(rows.map((row) => row.tag)) + 8,
      x: {
        type: "symlog",
        domain: [least * 1.1, most * 1.1],
        ticks: TICKS.filter((t) => t >= least && t <= most),
        tickFormat: (t: number) => String(t).replace("-", "−"),
        label: null,
        grid: true,
      },
      y: { domain: labels, label: null },
      marks: [
        plot.ruleX([0], { stroke: "currentColor" }),
        plot.ruleX([-1, 1], { stroke: "currentColor", strokeOpacity: 0.5, strokeDasharray: "3,3" }),
        ...ORDER.flatMap((verdict) => {
          const own = rows.filter((row) => row.verdict === verdict);
          const { color, symbol } = MARKS[verdict];
          return [
            plot.ruleY(own, { x1: "low", x2: "high", y: "label", stroke: color, strokeWidth: 2 }),
            plot.dot(own, { x: "mean", y: "label", stroke: color, fill: color, symbol, r: 4.5 }),
          ];
        }),
        plot.text(rows, { y: "label", text: "tag", frameAnchor: "right", textAnchor: "start", dx: 8 }),
      ],
    },
    words.say("Effects of all tests with their intervals", "全部检验的效应及其区间"),
  );
}

function rowsOf(claim: Claim, found: ClaimResult, words: Words): Row[] {
  return claim.tests.flatMap((test, t) => {
    const { effect, verdict, tag } = found.tests[t]!;
    if (effect.mean === null || effect.low === null || effect.high === null) return [];
    const scale = (test.direction || 1) / test.smallest;
    const [low, high] = [effect.low * scale, effect.high * scale].sort((x, y) => x - y) as [number, number];
    const part = claim.tests.length > 1 ? String.fromCharCode(97 + t) : "";
    const label = shortened(`${claim.id}${part} ${words.of(measureName(test))} ${arrow(test)}`);
    return [{ label, mean: effect.mean * scale, low, high, verdict, tag: tag ? words.of(TAGS[tag]) : NOTHING }];
  });
}

const arrow = ({ direction }: ClaimTest) => (direction === 0 ? "≈" : direction > 0 ? "↑" : "↓");

/** A label cut in its middle, where its number and its arrow stay. */
function shortened(label: string): string {
  if (textWidth(label) <= MOST_LABEL) return label;
  let kept = label.slice(0, -2);
  while (textWidth(kept) > MOST_LABEL - 24) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}… ${label.slice(-1)}`;
}

function claimsTable(claims: readonly Claim[], result: ClaimsResult, words: Words): string {
  const { say } = words;
  const heads = [
    ...[say("claim", "论断"), say("contrast (B less A)", "对比（B减A）"), say("measure", "指标")],
    ...[say("effect [95 %]", "效应[95%]"), "p (Holm)", say("verdict", "判定"), say("tag", "性质")],
  ];
  const body = claims.flatMap((claim, k) => claimRows(claim, result.claims[k]!, words));
  const head = heads.map((title) => `<th>${title}</th>`).join("");
  return `<div class="table" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
}

function claimRows(claim: Claim, found: ClaimResult, words: Words): string[] {
  const rows = claim.tests.map((test, t) => {
    const first =
      t === 0 ? `<td class="text" rowspan="${claim.tests.length}">${claimCell(claim, found, words)}</td>` : "";
    return `<tr>${first}${testCells(claim, test, found.tests[t]!, words)}</tr>`;
  });
  if (!claim.finding || found.verdict === "supported") return rows;
  const label = words.say("What was looked at: ", "考察所见：");
  return [...rows, `<tr><td class="text" colspan="7"><b>${label}</b>${escaped(words.of(claim.finding))}</td></tr>`];
}

/** Arms that are in no contrast, with the means of what is measured. */
function otherArms(claim: Claim, { cells }: ClaimResult, words: Words): string {
  const tested = claim.tests.flatMap(({ a, b }) => [a, b]);
  const others = cells.filter(({ arm }) => !tested.includes(arm));
  return others
    .map((cell) => {
      const test = claim.tests.find(({ measure }) => measure === cell.measure)!;
      const name = `${words.of(claim.arms[cell.arm]!.text)}${words.say(": ", "：")}${words.of(measureName(test))}`;
      return small(escaped(`${name} ${valueText(cell.mean, test)}`));
    })
    .join("");
}

function claimCell(claim: Claim, found: ClaimResult, words: Words): string {
  const { verdict } = found;
  const { lang, say } = words;
  const original = lang === "en" ? `<br><small lang="zh">${escaped(claim.quote.zh)}</small>` : "";
  return (
    `<b>${claim.id}</b> ${escaped(words.of(claim.text))} ${colored(verdict, words)}` +
    small(`${words.of(BY[claim.by])}${say(": ", "：")}“${escaped(claim.quote[lang])}” ${claim.quote.place}`) +
    original +
    (claim.note ? small(escaped(words.of(claim.note))) : "") +
    otherArms(claim, found, words)
  );
}

const colored = (verdict: Verdict, words: Words) =>
  `<b style="color:${MARKS[verdict].color}">${SIGNS[verdict]} ${words.of(VERDICTS[verdict])}</b>`;

function testCells(claim: Claim, test: ClaimTest, found: TestResult, words: Words): string {
  const { say, of } = words;
  const [a, b] = [claim.arms[test.a]!, claim.arms[test.b]!];
  const contrast = `${of(PLACES[a.neighborhood]!)}<br>A ${escaped(of(a.text))}<br>B ${escaped(of(b.text))}`;
  const measure = `${escaped(of(measureName(test)))} <small>${escaped(of(unitOf(test)))}</small><br><small>${expectedText(test)}${say(": ", "：")}${escaped(of(test.why))}</small>`;
  const means = `A ${valueText(found.a, test)}, B ${valueText(found.b, test)}`;
  const share =
    found.share === null ? "" : say(`; ${percent(found.share)} of pairs`, `；${percent(found.share)}的配对相符`);
  const lost = found.dropped > 0 ? say(`; pairs without a value: ${found.dropped}`, `；${found.dropped}对无值`) : "";
  const within = found.within
    ? small(`${escaped(of(test.within!.text))}${say(": ", "：")}${whole(found.within, test)}`)
    : "";
  const frozen = found.frozen ? small(`${say("frozen: ", "冻结后：")}${whole(found.frozen, test)}`) : "";
  const effect = `${whole(found.effect, test)}${small(`${means}${share}${lost}`)}${frozen}${within}`;
  const tag = `${found.tag ? of(TAGS[found.tag]) : NOTHING}<br><small>${escaped(of(tagReason(test, found)))}</small>`;
  const cells = [contrast, measure, effect, pText(found.adjusted), colored(found.verdict, words), tag];
  return cells.map((cell, k) => `<td${k === 3 ? ' class="n"' : k < 2 ? ' class="text"' : ""}>${cell}</td>`).join("");
}

const small = (text: string) => `<br><small>${text}</small>`;
/** An effect on one line. */
const whole = (effect: MeanInterval, test: ClaimTest) =>
  `<span style="white-space:nowrap">${effectText(effect, test)}</span>`;
const percent = (share: number) => `${Math.round(100 * share)} %`;
