/** What a sweep found, while it runs and after: chart, table, and how the command line makes the same runs. */
import { commandIn } from "../../observe/command.ts";
import { type MeasureName, measureOf } from "../../observe/measures.ts";
import { scenarioOf } from "../engine/setting.ts";
import { percent, type Scale, scaleOf, valueText } from "../many/axis.ts";
import { CopyText } from "../save/CopyText.tsx";
import { csvText } from "../save/csv.ts";
import { downloadText } from "../save/download.ts";
import { fileName } from "../save/fileName.ts";
import { ChartButtons } from "../save/SaveCharts.tsx";
import { lang, say, told } from "../state/page.ts";
import { BandChart } from "./BandChart.tsx";
import { fullLabel, type LeverValue, leverOf, ownValue } from "./levers.ts";
import { planText } from "./planText.ts";
import { ALL_OUTCOMES, FIRST_OUTCOMES, type Point, pointsOf, sweepRows } from "./points.ts";
import { cancel, outcome, type Sweep, when } from "./work.ts";

export function SweepResult({ sweep }: { readonly sweep: Sweep }) {
  const lever = leverOf(sweep.lever);
  const scenario = scenarioOf(sweep.setting);
  const at = when.value === "final" || when.value === scenario.reading ? when.value : "final";
  const points = pointsOf(sweep, sweep.found, outcome.value, at);
  const side = sweep.side === "left" ? say("left", "左") : say("right", "右");
  return (
    <section class="sweep-result" aria-label={say("Result of the sweep", "扫描结果")}>
      <Progress sweep={sweep} />
      <h3>{fullLabel(lever)[lang.value]}</h3>
      <p class="small muted">
        {side}
        {say(": ", "：")}
        {scenario.title[lang.value]}
        {say(`, root seed ${sweep.seed}`, `，根种子${sweep.seed}`)}
      </p>
      <OutcomeChoice reading={scenario.reading} />
      <BandChart
        points={points}
        lever={lever}
        own={ownValue(lever, scenario, sweep.setting)}
        measure={outcome.value}
        side={sweep.side}
      />
      <p>
        <ChartButtons
          chart={() => document.querySelector<SVGSVGElement>('svg[data-chart="sweep"]')}
          title={measureOf(outcome.value).text[lang.value]}
          about={scenario.title[lang.value]}
        />
      </p>
      <p class="small">
        <span class="of-model">{say("model", "模型")}</span> {legend(scaleOf(measureOf(outcome.value).unit))}{" "}
        {say("No forecast.", "不是预测。")}
      </p>
      <Table points={points} scale={scaleOf(measureOf(outcome.value).unit)} />
      <Same sweep={sweep} />
    </section>
  );
}

function legend(scale: Scale): string {
  if (scale === "flag") return say("The line is the share of runs with “yes”.", "线为结果是“是”的运行所占比例。");
  return say(
    "Dots are runs, the line is their median, the band holds 90 % of them.",
    "点为各次运行，线为中位数，色带含90%的运行。",
  );
}

function Progress({ sweep }: { readonly sweep: Sweep }) {
  const { found, total, state, failed, secondsLeft } = sweep;
  const left =
    secondsLeft === null ? "" : say(`, ${secondsText(secondsLeft)} left`, `，还需${secondsText(secondsLeft)}`);
  const line = {
    running: say(`${found.length} of ${total} runs${left}`, `已完成${found.length}/${total}次${left}`),
    done: say(`${total} runs done`, `${total}次运行已完成`),
    stopped: say(`stopped after ${found.length} of ${total} runs`, `已停止，完成${found.length}/${total}次`),
  }[state];
  return (
    <div class="sweep-progress">
      {state === "running" && (
        <progress value={found.length} max={total} aria-label={say("Runs done", "已完成的运行")} />
      )}
      <span class="small" role="status">
        {line}
      </span>
      {state === "running" && (
        <button class="button" type="button" onClick={cancel}>
          {say("Cancel", "取消")}
        </button>
      )}
      {failed !== null && <p class="sweep-fault small">{told(failed)}</p>}
    </div>
  );
}

function secondsText(seconds: number): string {
  if (seconds < 90) return say(`${Math.ceil(seconds)} s`, `${Math.ceil(seconds)}秒`);
  return say(`${Math.round(seconds / 60)} min`, `${Math.round(seconds / 60)}分钟`);
}

function OutcomeChoice({ reading }: { readonly reading: string }) {
  const option = (name: MeasureName) => (
    <option key={name} value={name}>
      {measureOf(name).text[lang.value]}
    </option>
  );
  return (
    <div class="sweep-row">
      <label for="sweep-outcome">{say("Outcome", "结果")}</label>
      <span class="sweep-range">
        <select
          id="sweep-outcome"
          value={outcome.value}
          onChange={(event) => {
            outcome.value = event.currentTarget.value as MeasureName;
          }}
        >
          {FIRST_OUTCOMES.map(option)}
          <optgroup label={say("More", "更多")}>
            {ALL_OUTCOMES.filter((name) => !FIRST_OUTCOMES.includes(name)).map(option)}
          </optgroup>
        </select>
        <select
          aria-label={say("When", "何时")}
          value={when.value}
          onChange={(event) => {
            when.value = event.currentTarget.value;
          }}
        >
          <option value="final">{say("at the end", "运行结束时")}</option>
          <option value={reading}>{reading}</option>
        </select>
      </span>
    </div>
  );
}

interface TableProps {
  readonly points: readonly Point[];
  readonly scale: Scale;
}

function Table({ points, scale }: TableProps) {
  const leverText = (value: LeverValue) =>
    valueText(Number(value), typeof value === "boolean" ? "flag" : "number", lang.value);
  // Of yes and no, the mean tells all: how many runs say yes.
  const flag = scale === "flag";
  const heads = flag
    ? [say("runs", "次数"), say("with “yes”", "“是”的占比")]
    : [
        ...[say("runs", "次数"), say("median", "中位数"), percent(0.05, lang.value), percent(0.95, lang.value)],
        say("mean", "平均"),
      ];
  const text = (value: number | null) => valueText(value, flag ? "share" : scale, lang.value);
  const cellsOf = ({ runs, median, low, high, mean }: Point) => [
    String(runs.length),
    ...(flag ? [mean] : [median, low, high, mean]).map(text),
  ];
  return (
    <table class="sweep-table">
      <caption class="visually-hidden">{say("The same as a table", "同一结果的表格")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("value", "取值")}</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={String(point.value)}>
            <th scope="row">{leverText(point.value)}</th>
            {cellsOf(point).map((cell, k) => (
              <td key={heads[k]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same runs elsewhere: a file of all of them, and the plan for the command line. */
function Same({ sweep }: { readonly sweep: Sweep }) {
  const plan = planText(sweep, outcome.value);
  const save = () => {
    const rows = sweepRows(sweep, sweep.found, ALL_OUTCOMES, lang.value);
    downloadText(fileName(`sweep-${sweep.lever}`, sweep.seed, "csv"), csvText(rows), "text/csv");
  };
  return (
    <>
      <p>
        <button class="button" type="button" disabled={sweep.found.length === 0} onClick={save}>
          {say("Save runs (CSV)", "保存各次运行（CSV）")}
        </button>
      </p>
      <details>
        <summary>{say("The same from the command line", "用命令行运行同样的扫描")}</summary>
        {plan === null ? (
          <p class="small">
            {say(
              "A plan cannot say this: the setting changes on the way, or takes blocks from several scenarios.",
              "扫描方案无法表达这一设定：其中有中途改动，或取用了多个情景的模块。",
            )}
          </p>
        ) : (
          <CopyText
            text={plan}
            label={say(
              `Plan: save as plan.yaml, then ${commandIn("sweep plan.yaml", "en")}`,
              `方案：存为plan.yaml，再运行${commandIn("sweep plan.yaml", "zh")}`,
            )}
          />
        )}
      </details>
    </>
  );
}
