/** Charts of both runs over their weeks, with the paper's dated facts; any of them large in a window of its own. */
import { useEffect, useRef, useState } from "preact/hooks";
import { SIDES } from "../../experiments/page/address.ts";
import { predicting } from "../lessons/state.ts";
import { spreads } from "../many/spread.ts";
import { runs, say } from "../state/page.ts";
import { Chart } from "./Chart.tsx";
import "./charts.css";
import { FactStrip } from "./FactStrip.tsx";
import { CHART_KINDS, type ChartKind, ghostOf, spreadOf } from "./lines.ts";

export function Charts() {
  const [large, setLarge] = useState<ChartKind | null>(null);
  return (
    <section class="charts" aria-label={say("Charts over time", "随时间变化的图表")}>
      <div class="charts-row">
        {CHART_KINDS.map((kind) => (
          <Chart key={kind.name} kind={kind} enlarge={() => setLarge(kind)} />
        ))}
      </div>
      <FactStrip />
      <Legend />
      {large && <Large kind={large} close={() => setLarge(null)} />}
    </section>
  );
}

/** What the marks in the charts mean; only of those that are there. */
function Legend() {
  const band = SIDES.map((side) => spreadOf(runs[side].value, spreads[side].value)).find((spread) => spread !== null);
  const ghost = SIDES.some((side) => ghostOf(runs[side].value));
  return (
    <p class="charts-legend">
      <span class="of-model">{say("model", "模型")}</span>
      <span>{say("one run a side, not a forecast", "两侧各为一次运行，并非预测")}</span>
      {band && !predicting.value && (
        <span>
          <i class="charts-swatch band" />
          {say(
            `90% of ${band.replicates.length} other runs a side`,
            `每侧另外${band.replicates.length}次运行的90%区间`,
          )}
        </span>
      )}
      {ghost && (
        <span>
          <i class="charts-swatch ghost" />
          {say("as it went before the change", "调节前的走向")}
        </span>
      )}
      <span>
        <i class="charts-swatch fact">1</i>
        {say("the paper's facts", "论文所载事实")}
      </span>
    </p>
  );
}

function Large({ kind, close }: { readonly kind: ChartKind; readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current!.showModal(), []);
  return (
    <dialog class="charts-large" ref={dialog} onClose={close}>
      <Chart kind={kind} enlarge={null} />
      <FactStrip />
      <Legend />
      <button class="button" type="button" autofocus onClick={() => dialog.current!.close()}>
        {say("Close", "关闭")}
      </button>
    </dialog>
  );
}
