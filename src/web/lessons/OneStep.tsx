/** One run on the stage: a button does it all. */
import { useEffect } from "preact/hooks";
import { go, lang, motion, place, playing, say, speed, week } from "../state/page.ts";
import type { Lesson, RunOne } from "./lesson.ts";
import { setUp } from "./state.ts";

export function OneStep({ lesson, step }: { readonly lesson: Lesson; readonly step: RunOne }) {
  const now = week.value;
  useEffect(() => {
    if (playing.value && now >= step.until) stopAt(step.until);
  }, [now, step.until]);
  const play = () => {
    setUp(lesson, step.from);
    speed.value = Math.max(speed.value, 8);
    playing.value = motion.value;
  };
  return (
    <div>
      <p>{step.does[lang.value]}</p>
      <p class="lessons-row">
        <button class="button primary" type="button" onClick={play}>
          {say(`Set up and play from week ${step.from}`, `设定并从第${step.from}周播放`)}
        </button>
        <button class="button" type="button" onClick={() => stopAt(step.until)}>
          {say(`Jump to week ${step.until}`, `跳到第${step.until}周`)}
        </button>
      </p>
      {!motion.value && (
        <p class="muted small">
          {say(
            "Your system asks for little motion: step by the clock below, or jump.",
            "系统设为减少动态效果：请用下方时钟逐步推进，或直接跳转。",
          )}
        </p>
      )}
      <h4>{say("Watch", "观察")}</h4>
      <ul>
        {step.watch.map((text) => (
          <li key={text.en}>{text[lang.value]}</li>
        ))}
      </ul>
      <p class="muted small">
        {say(`Seed ${place.value.seed}: one run of many. `, `随机种子${place.value.seed}：多次运行中的一次。`)}
        {say("Same seed, same run, here and on the command line.", "种子相同，结果相同，网页与命令行一致。")}
      </p>
    </div>
  );
}

function stopAt(at: number): void {
  playing.value = false;
  go({ week: at });
}
