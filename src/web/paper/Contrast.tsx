/** Table 2 of the paper beside what the model makes of it. */
import { type MeasureName, measureOf } from "../../observe/measures.ts";
import { shown } from "../../observe/numbers.ts";
import { sideName } from "../charts/lines.ts";
import { SIDES, type Side } from "../state/address.ts";
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
    <tbody>
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

/** What came of the runs that are shown. */
function Effects() {
  return (
    <table class="paper-effects">
      <caption>
        <span class="of-model">{say("model", "模型")}</span>{" "}
        <span class="muted small">
          {say("in the two runs shown, each one of many", "页面上两次运行的结果，各为多次运行之一")}
        </span>
      </caption>
      <thead>
        <tr>
          <td />
          {SIDES.map((side) => (
            <th key={side} scope="col" class={side}>
              {sideName(side, runs[side].value, lang.value)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {EFFECTS.map((name) => (
          <tr key={name}>
            <th scope="row">{measureOf(name).text[lang.value]}</th>
            {SIDES.map((side) => (
              <td key={side} class={side}>
                <Outcome side={side} name={name} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A measure at the date of the paper's counts, and at the end. */
function Outcome({ side, name }: { readonly side: Side; readonly name: MeasureName }) {
  const { end, scenario } = runs[side].value;
  if (!end) return <span class="muted">{say("running", "运行中")}</span>;
  const then = end.readings[scenario.reading];
  return (
    <>
      <b>{shown(end.measures[name])}</b>
      {then && (
        <span class="muted small">
          {" "}
          {say(`(${scenario.reading.slice(0, 7)}: `, `（${scenario.reading.slice(0, 7)}：`)}
          {shown(then[name])}
          {say(")", "）")}
        </span>
      )}
    </>
  );
}
