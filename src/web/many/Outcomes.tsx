/** Both sides by the same outcomes: what a lever on one of them does. */

import { SIDES } from "../../experiments/page/address.ts";
import type { MeasureName } from "../../observe/measures.ts";
import { lang, place, runs, say } from "../state/page.ts";
import { axisOf, positionOf } from "./axis.ts";
import { differenceOf, OUTCOMES, outcomeLabel, outcomeOf } from "./findings.ts";
import { Legend } from "./Legend.tsx";
import { Strip, type StripRow } from "./Strip.tsx";
import { spreads } from "./spread.ts";
import { differenceText, middleText } from "./texts.ts";

export function Outcomes() {
  return (
    <section aria-label={say("Side by side", "左右对比")}>
      <p class="small">
        {say("At the end of the runs. ", "取运行结束时的数值。")}
        <span class="of-model">{say("model", "模型")}</span>
      </p>
      <Legend side="left" paper={false} />
      <ul class="many-list">
        {OUTCOMES.map((name) => (
          <Outcome key={name} name={name} />
        ))}
      </ul>
    </section>
  );
}

const runsOf = (side: (typeof SIDES)[number]) => spreads[side].value?.replicates ?? [];

function Outcome({ name }: { readonly name: MeasureName }) {
  const rows = SIDES.map((side): StripRow => {
    return { side, spread: outcomeOf(name, runsOf(side)), own: runs[side].value.end?.measures[name] };
  });
  const { scale } = rows[0]!.spread;
  const positions = rows.flatMap(({ spread, own }) => [...spread.values, own]).map((value) => positionOf(value));
  const line = rows.filter(({ spread }) => spread.values.length > 0).map(lineOf);
  // Pairs of two scenarios begin differently: only the same one, set in two ways, is told pair by pair.
  const same = place.value.left.scenario === place.value.right.scenario;
  const difference = same ? differenceOf(name, runsOf("left"), runsOf("right")) : null;
  return (
    <li>
      <h4>{outcomeLabel(name)[lang.value]}</h4>
      <Strip
        axis={axisOf(
          positions.filter((p) => p !== null),
          scale,
          lang.value,
        )}
        rows={rows}
        label={`${outcomeLabel(name)[lang.value]}${say(": ", "：")}${line.join(say("; ", "；"))}`}
      />
      {rows.map((row) => (
        <p key={row.side} class={`small many-line many-${row.side}`}>
          {row.spread.values.length > 0 ? lineOf(row) : say("not run yet", "尚未运行")}
        </p>
      ))}
      {difference && <p class="small">{differenceText(difference, { scale }, lang.value)}</p>}
    </li>
  );
}

function lineOf({ side, spread }: StripRow): string {
  const name = side === "left" ? say("left", "左") : say("right", "右");
  return `${name}${say(": ", "：")}${middleText(spread, lang.value)}`;
}
