/** What the paper reports of a side, and what many runs of it do. */

import type { Side } from "../../experiments/page/address.ts";
import { lang, place, runs, say } from "../state/page.ts";
import { axisOf, positionOf } from "./axis.ts";
import { type Finding, findingsOf, isChanged, metByMedian, positionsOf } from "./findings.ts";
import { Legend } from "./Legend.tsx";
import { Strip } from "./Strip.tsx";
import { spreads } from "./spread.ts";
import { insideText, middleText, rangeText, shownText } from "./texts.ts";

export function Findings({ side }: { readonly side: Side }) {
  const { scenario, end } = runs[side].value;
  const found = findingsOf(scenario, spreads[side].value?.replicates ?? [], end);
  if (found.length === 0)
    return <p>{say("The paper reports nothing of this community.", "论文没有关于这个社区的记述。")}</p>;
  return (
    <section aria-label={scenario.title[lang.value]}>
      {isChanged(place.value[side]) && (
        <p class="many-note small">
          {say(
            "Levers are set here: this is no longer the neighborhood that the paper describes. Its reports stay beside the runs for comparison.",
            "这一边的设定已经改动，不再是论文所写的那个社区；论文的记述仍列出，供对照。",
          )}
        </p>
      )}
      {spreads[side].value && <p class="small">{summaryOf(found)}</p>}
      <Legend side={side} />
      <ul class="many-list">
        {found.map((finding) => (
          <FindingRow key={finding.pattern.name} finding={finding} side={side} />
        ))}
      </ul>
    </section>
  );
}

function summaryOf(found: readonly Finding[]): string {
  const [met, all, held] = [metByMedian(found), found.length, found.filter(({ heldOut }) => heldOut).length];
  return say(
    `The median of the runs agrees with ${met} of the paper's ${all} reports. That is no proof: the model was calibrated to them, all but the ${held} marked “held out”.`,
    `论文的${all}项记述中，各次运行的中位数与${met}项相符。这不等于得到证实：模型参数正是按这些记述校准的，只有标明“留出检验”的${held}项未参与校准。`,
  );
}

function FindingRow({ finding, side }: { readonly finding: Finding; readonly side: Side }) {
  const { pattern, shown, scale, values, heldOut } = finding;
  const language = lang.value;
  const known = values.length > 0;
  const words = known ? [middleText(finding, language), insideText(finding, language)] : [];
  const own = shownText(finding, language);
  const line = [...words, ...(own ? [own] : [])].join(say("; ", "；"));
  return (
    <li>
      <h4>
        {pattern.text[language]}
        {heldOut && <span class="many-held"> {say("(held out)", "（留出检验）")}</span>}
      </h4>
      <p class="small many-said">
        <span>
          <span class="of-paper">{say("paper", "论文")}</span> {pattern.reported[language]}
        </span>
        <span>
          <span class="of-assumption">{say("read as", "解读为")}</span> {rangeText(pattern, finding, language)}
        </span>
      </p>
      <Strip
        axis={axisOf(positionsOf(finding), scale, language)}
        rows={[{ side, spread: finding, own: shown }]}
        shade={{ low: positionOf(pattern.low), high: positionOf(pattern.high) }}
        label={`${pattern.text[language]}${say(": ", "：")}${line}`}
      />
      <p class="small">
        <span class="of-model">{say("model", "模型")}</span> {line || say("not run yet", "尚未运行")}
      </p>
    </li>
  );
}
