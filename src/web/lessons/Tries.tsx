/** What was tried before, with what came of it: the class's own table of results. */

import type { Setting } from "../../experiments/page/setting.ts";
import { lang, place, say } from "../state/page.ts";
import { chosenOf, GAME_RUNS, lives, moved } from "./game.ts";
import { many } from "./state.ts";

interface Try {
  readonly setting: Setting;
  readonly alive: number;
}

export function Tries() {
  const { seed } = place.value;
  const tries = Object.entries(many.value).flatMap(([key, runs]): Try[] => {
    const [setting, of, n] = JSON.parse(key) as [Setting, string, number];
    const counts =
      runs.done && of === seed && n === GAME_RUNS && setting.scenario === "new-estate" && isOfGame(setting);
    return counts ? [{ setting, alive: runs.replicates.filter(lives).length }] : [];
  });
  if (tries.length === 0) return null;
  return (
    <table class="lessons-tries small">
      <caption>{say("Tried so far", "已试过的设定")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("Moved", "改动")}</th>
          <th scope="col">{say("Lives", "存续")}</th>
        </tr>
      </thead>
      <tbody>
        {tries.map(({ setting, alive }) => (
          <tr key={JSON.stringify(setting)}>
            <td>{wordsOf(setting)}</td>
            <td>{say(`${alive} of ${GAME_RUNS}`, `${alive}／${GAME_RUNS}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Settings of other lessons move other things; those are no tries. */
function isOfGame(setting: Setting): boolean {
  const names = moved(chosenOf(setting)).length;
  return names > 0 || (Object.keys(setting.values).length === 0 && Object.keys(setting.blocks).length === 0);
}

function wordsOf(setting: Setting): string {
  const chosen = chosenOf(setting);
  const words = moved(chosen).map(({ name, label, options }) => {
    const option = options.find((o) => o.name === chosen[name])!;
    return `${label[lang.value]}${say(": ", "：")}${option.text[lang.value]}`;
  });
  return words.join(say("; ", "；")) || say("nothing", "未改动");
}
