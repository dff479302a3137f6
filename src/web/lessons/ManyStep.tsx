/** Many runs of both sides, before the story of one. */

import { SIDES } from "../../experiments/page/address.ts";
import type { Setting } from "../../experiments/page/setting.ts";
import { lang, place, say } from "../state/page.ts";
import { Bands } from "./Bands.tsx";
import { Dots } from "./Dots.tsx";
import type { Lesson, RunMany } from "./lesson.ts";
import { RunManyButton } from "./RunManyButton.tsx";
import { foundOf } from "./state.ts";

export function ManyStep({ lesson, step }: { readonly lesson: Lesson; readonly step: RunMany }) {
  const { left, right, seed } = place.value;
  const runsOf = (setting: Setting) => foundOf(setting, seed, lesson.replicates)?.replicates ?? [];
  const bySide = { left: runsOf(left), right: runsOf(right) };
  return (
    <div>
      <p>{step.does[lang.value]}</p>
      <RunManyButton settings={[left, right]} replicates={lesson.replicates} />
      {bySide.left.length + bySide.right.length > 0 && (
        <>
          <p>
            <strong>{say("Watch: ", "观察：")}</strong>
            {step.watch[lang.value]}
          </p>
          {step.series && <Bands series={step.series} many={bySide} />}
          {step.measures.map((measured) => (
            <Dots key={measured.label.en} measured={measured} many={bySide} sides={measured.sides ?? SIDES} />
          ))}
          <p class="muted small">
            {say(
              "A dot is a run; the ring is the run on the stage. Runs differ by chance alone.",
              "每点为一次运行，圆环为画面所示的这次。各次运行的差别只来自随机因素。",
            )}{" "}
            <span class="of-model">{say("model", "模型")}</span>
          </p>
        </>
      )}
    </div>
  );
}
