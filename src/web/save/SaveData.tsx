/** The numbers behind the page as files that any spreadsheet opens. */

import { SIDES } from "../../experiments/page/address.ts";
import type { Language } from "../../observe/naming.ts";
import { spreads } from "../many/spread.ts";
import { lang, place, runs, say } from "../state/page.ts";
import { type Cell, csvText } from "./csv.ts";
import { downloadText } from "./download.ts";
import { fileName } from "./fileName.ts";
import { eventRows, measureRows, type SideTable, spreadRows, weeklyRows } from "./tables.ts";

function sideTables(): SideTable[] {
  return SIDES.map((side) => {
    const { scenario, frames, columns, end } = runs[side].value;
    return { side, scenario: scenario.name, dates: frames.map(({ date }) => date), columns, end };
  });
}

function runRows(language: Language): Cell[][] {
  const tables = sideTables();
  return spreadRows(
    SIDES.flatMap((side, k) => {
      const spread = spreads[side].value;
      return spread ? [[tables[k]!, spread] as const] : [];
    }),
    language,
  );
}

export function SaveData() {
  const ended = SIDES.some((side) => runs[side].value.end !== null);
  const many = SIDES.some((side) => spreads[side].value !== null);
  const save = (what: string, rows: Cell[][]) =>
    downloadText(fileName(what, place.value.seed, "csv"), csvText(rows), "text/csv");
  return (
    <>
      <h3>{say("Data (CSV, for Excel too)", "数据（CSV，可用Excel打开）")}</h3>
      <p class="save-buttons">
        <button class="button" type="button" onClick={() => save("weekly", weeklyRows(sideTables(), lang.value))}>
          {say("Week by week", "逐周数据")}
        </button>
        <button
          class="button"
          type="button"
          disabled={!ended}
          onClick={() => save("events", eventRows(sideTables(), lang.value))}
        >
          {say("Events", "事件")}
        </button>
        <button
          class="button"
          type="button"
          disabled={!ended}
          onClick={() => save("measures", measureRows(sideTables(), lang.value))}
        >
          {say("Measures", "指标")}
        </button>
        <button class="button" type="button" disabled={!many} onClick={() => save("runs", runRows(lang.value))}>
          {say("Many runs", "多次运行")}
        </button>
      </p>
      <p class="small muted">
        {say(
          "Both sides in one file, one row a week, event, measure or run. Column heads name the library's own names in brackets.",
          "左右两边在同一文件中，每周、每个事件、每项指标或每次运行占一行；列名后的括号内是程序中的名称。",
        )}
      </p>
    </>
  );
}
