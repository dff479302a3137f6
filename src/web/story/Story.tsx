/** The dated story of the run that is shown, beside what the paper reports. */
import { useRef, useState } from "preact/hooks";
import { SIDES, type Side } from "../../experiments/page/address.ts";
import { sideName } from "../charts/lines.ts";
import { go, lang, place, runs, say } from "../state/page.ts";
import { StorySide } from "./StorySide.tsx";
import "./story.css";

export function Story() {
  const root = useRef<HTMLDivElement>(null);
  const toPresent = () => root.current!.querySelector(".story-side.shown .now")?.scrollIntoView({ block: "center" });
  const [side, setSide] = useState<Side>(place.value.item?.side ?? "left");
  return (
    <div class="story" ref={root}>
      <p>
        {say(
          "This is one run of many, not a forecast: another seed tells another story.",
          "这是众多运行中的一次，并非预测：换一个种子，经过便不同。",
        )}{" "}
        <button type="button" class="story-link" onClick={() => go({ view: "many" })}>
          {say("See the spread first", "先看多次运行的分布")}
        </button>
        {say(" · ", "　")}
        <button type="button" class="story-link" onClick={toPresent}>
          {say("To the week shown", "转到当前一周")}
        </button>
      </p>
      <p class="story-key small">
        <span class="of-paper">{say("paper", "论文")}</span>
        {say("reported", "论文的记述")}
        <span class="of-model">{say("model", "模型")}</span>
        {say("in this run", "本次运行中的经过")}
      </p>
      <fieldset class="story-switch" aria-label={say("Whose story", "看哪一侧")}>
        {SIDES.map((name) => (
          <button key={name} type="button" class={name} aria-pressed={name === side} onClick={() => setSide(name)}>
            {sideName(name, runs[name].value, lang.value)}
          </button>
        ))}
      </fieldset>
      <div class="story-columns">
        {SIDES.map((name) => (
          <StorySide key={name} side={name} shown={name === side} />
        ))}
      </div>
    </div>
  );
}
