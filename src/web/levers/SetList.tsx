/** What is set and changed of a side, each of it to be taken back. */
import type { Side } from "../../experiments/page/address.ts";
import { dropGhost, go, lang, place, resetSide, runs, say } from "../state/page.ts";
import { setLines } from "./setLines.ts";

export function SetList({ side }: { readonly side: Side }) {
  const { ghost, scenario } = runs[side].value;
  const entries = setLines(place.value[side], scenario, lang.value);
  if (entries.length === 0 && ghost === null) return null;
  return (
    <section class="levers-set">
      <h2>{say("What is set", "已作的改动")}</h2>
      <ul>
        {entries.map(({ key, text, without }) => (
          <li key={key}>
            {text}{" "}
            <button
              class="button"
              type="button"
              onClick={() => go({ [side]: without })}
              aria-label={say(`Take back: ${text}`, `撤销：${text}`)}
            >
              {say("take back", "撤销")}
            </button>
          </li>
        ))}
      </ul>
      {entries.length > 0 && (
        <button class="button" type="button" onClick={() => resetSide(side)}>
          {say("All as in the scenario", "全部恢复原设定")}
        </button>
      )}{" "}
      {ghost && (
        <button class="button" type="button" onClick={() => dropGhost(side)}>
          {say("Drop the dashed line", "去掉虚线")}
        </button>
      )}
    </section>
  );
}
