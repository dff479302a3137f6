/** Table 2 of the paper beside what the model makes of it. */

import { SIDES, type Side } from "../../experiments/page/address.ts";
import type { MeasureValue } from "../../observe/measure.ts";
import { type MeasureName, measureOf } from "../../observe/measures.ts";
import { shown } from "../../observe/numbers.ts";
import { sideName } from "../charts/lines.ts";
import { lang, runs, say } from "../state/page.ts";
import { LeverList } from "./Picture.tsx";
import { COLUMNS, EFFECTS, ROWS, type Row } from "./table2.ts";

export function Contrast() {
  return (
    <table class="paper-contrast">
      <caption>
        <h3>{say("Table 2. The two ways of deliberation", "表2 社区协商机制对比")}</h3>
        <span class="of-paper">{say("paper", "论文")}</span>{" "}
        <span class="muted small">
          {say("Cells from the paper; below each row its levers", "表格内容据论文；各行下方为对应的调节项")}
        </span>
      </caption>
      <thead>
        <tr>
          {COLUMNS.map(({ scenario, title }) => (
            <th key={scenario} scope="col" class={scenario}>
              {title[lang.value]}
            </th>
          ))}
        </tr>
      </thead>
      {ROWS.map((row) => (
        <Rows key={row.title.en} row={row} />
      ))}
    </table>
  );
}

function Rows({ row: { title, cells, levers, note } }: { readonly row: Row }) {
  return (
    <tbody class="paper-row">
      <tr>
        <th colSpan={2} scope="rowgroup">
          {title[lang.value]}
        </th>
      </tr>
      <tr>
        {cells.map((cell) => (
          <td key={cell.en}>{cell[lang.value]}</td>
        ))}
      </tr>
      <tr>
        <td colSpan={2} class="paper-of-row">
          {levers.length > 0 ? <LeverList levers={levers} /> : <Effects />}
          {note && <p class="muted small">{note[lang.value]}</p>}
        </td>
      </tr>
    </tbody>
  );
}

/** What came of the runs that are shown: at the date of the paper's counts, and at the end. */
function Effects() {
  return (
    <table class="paper-effects">
      <caption>
        <span class="of-model">{say("model", "模型")}</span>{" "}
        <span class="muted small">
          {say("in the two runs shown, each one of many", "页面上的两次运行，各为多次运行之一")}
        </span>
      </caption>
      <thead>
        <tr>
          <td />
          {SIDES.map((side) => (
            <th key={side} scope="colgroup" colSpan={2} class={`paper-date ${side}`}>
              {sideName(side, runs[side].value, lang.value)}
            </th>
          ))}
        </tr>
        <tr>
          <td />
          {SIDES.flatMap((side) => [
            <th key={`${side}then`} scope="col" class={`paper-date ${side}`}>
              {runs[side].value.scenario.reading.slice(0, 7)}
            </th>,
            <th key={`${side}end`} scope="col" class={`paper-date ${side}`}>
              {runs[side].value.scenario.until.slice(0, 7)}
            </th>,
          ])}
        </tr>
      </thead>
      <tbody>
        {EFFECTS.map((name) => (
          <tr key={name}>
            <th scope="row">{measureOf(name).text[lang.value]}</th>
            {SIDES.flatMap((side) => outcomes(side, name))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function outcomes(side: Side, name: MeasureName) {
  const { end, scenario } = runs[side].value;
  const values = end ? [end.readings[scenario.reading]?.[name], end.measures[name]] : [undefined, undefined];
  return values.map((value, k) => (
    <td key={`${side}${k === 0 ? "then" : "end"}`} class={side}>
      {end ? written(name, value) : "…"}
    </td>
  ));
}

function written(name: MeasureName, value: MeasureValue | undefined): string {
  const isShare = measureOf(name).unit === "share" && typeof value === "number";
  return isShare ? `${Math.round(100 * value)}%` : shown(value);
}
