/** What can be taken along: the link, pictures, charts, data. */

import { addressOf, SIDES, type Side } from "../../experiments/page/address.ts";
import { commandOf } from "../levers/command.ts";
import { lang, place, runs, say, VERSION, week } from "../state/page.ts";
import { CopyText } from "./CopyText.tsx";
import { SaveCharts } from "./SaveCharts.tsx";
import { SaveData } from "./SaveData.tsx";
import { SavePictures } from "./SavePictures.tsx";
import "./save.css";

export function Save() {
  const hash = `#${addressOf({ ...place.value, week: Math.floor(week.value) }, VERSION)}`;
  const base = location.href.split("#")[0]!;
  return (
    <div class="save">
      <h2>{say("Take it along", "带走这次的结果")}</h2>
      <p>
        {say(
          "Everything that the page shows stands in its address: who opens it sees the same runs.",
          "页面显示的一切都写在网址里：别人打开同一网址，看到的是同样的运行。",
        )}
      </p>
      <CopyText text={base + hash} label={say("Link", "链接")} />
      {location.protocol === "file:" && (
        <CopyText
          text={hash}
          label={say(
            "For someone who has the file: paste this behind its address",
            "对方已有此文件：把这段接在文件地址之后",
          )}
        />
      )}
      {SIDES.map((side) => (
        <CopyText
          key={side}
          text={commandOf(place.value[side], place.value.seed, lang.value)}
          label={`${say("The same on the command line", "对应的命令行")}: ${runs[side].value.scenario.title[lang.value]}`}
        />
      ))}
      <Hashes />
      <SavePictures />
      <SaveCharts />
      <SaveData />
    </div>
  );
}

/** By these two runs can be told to be the same, here and on the command line. */
function Hashes() {
  const line = (side: Side) => {
    const { end, scenario } = runs[side].value;
    if (!end) return null;
    return say(
      `${scenario.name}: seed of the run ${end.seed}, hash of the end ${end.hash}`,
      `${scenario.name}：运行种子${end.seed}，终态哈希${end.hash}`,
    );
  };
  return (
    <p class="small muted save-hashes">
      {SIDES.map((side) => (
        <span key={side}>{line(side)}</span>
      ))}
    </p>
  );
}
