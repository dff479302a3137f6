/** A lesson, one step at a time. */
import { useEffect, useRef } from "preact/hooks";
import { SIDES, START } from "../../experiments/page/address.ts";
import { go, lang, place, playing, say } from "../state/page.ts";
import { ExplainStep } from "./ExplainStep.tsx";
import { GameStep } from "./GameStep.tsx";
import { JudgeStep } from "./JudgeStep.tsx";
import type { Lesson, Step } from "./lesson.ts";
import { ManyStep } from "./ManyStep.tsx";
import { OneStep } from "./OneStep.tsx";
import { PredictStep } from "./PredictStep.tsx";
import { answers, isAsSet, leave, setUp } from "./state.ts";

export function LessonView({ lesson }: { readonly lesson: Lesson }) {
  const at = Math.min(place.value.step, lesson.steps.length - 1);
  const step = lesson.steps[at]!;
  const heading = useRef<HTMLHeadingElement>(null);
  const came = useRef(at);
  useEffect(() => {
    if (isBare()) setUp(lesson);
  }, [lesson]);
  useEffect(() => {
    if (came.current !== at) {
      heading.current?.closest("[role=tabpanel]")?.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    came.current = at;
  }, [at]);
  return (
    <div class="lessons">
      <Top lesson={lesson} at={at} />
      <h3 class="lessons-step" ref={heading} tabIndex={-1}>
        <span class="lessons-kind">{kindOf(step)}</span> {step.title[lang.value]}
      </h3>
      <Body lesson={lesson} step={step} />
      <Turn lesson={lesson} at={at} />
    </div>
  );
}

/** An address that names a lesson and nothing else: the lesson sets the rest. */
function isBare(): boolean {
  const { left, right, seed } = place.value;
  return JSON.stringify([left, right, seed]) === JSON.stringify([START.left, START.right, START.seed]);
}

function Top({ lesson, at }: { readonly lesson: Lesson; readonly at: number }) {
  const n = lesson.steps.length;
  const changed = !isAsSet(lesson) && !lesson.steps.some((s) => s.kind === "run" && s.show === "game");
  return (
    <header class="lessons-top">
      <div class="lessons-row">
        <h2>{lesson.title[lang.value]}</h2>
        <button class="button" type="button" onClick={leave}>
          {say("Leave", "离开")}
        </button>
      </div>
      <p class="lessons-question">{lesson.question[lang.value]}</p>
      <div class="lessons-row muted small">
        <progress max={n} value={at + 1} aria-label={say("Progress of the lesson", "课程进度")} />
        <span>{say(`${at + 1} of ${n}`, `${at + 1}／${n}`)}</span>
      </div>
      <ul class="lessons-sides small">
        {SIDES.map((side) => (
          <li key={side} class={`lessons-${side}`}>
            {say(side === "left" ? "Left: " : "Right: ", side === "left" ? "左：" : "右：")}
            {lesson.labels[side][lang.value]}
          </li>
        ))}
      </ul>
      {changed && (
        <p class="lessons-note small" role="status">
          {say("Seed or levers are no longer those of the lesson. ", "种子或设定已与本课不同。")}
          <button class="button" type="button" onClick={() => setUp(lesson)}>
            {say("Set them again", "恢复本课设定")}
          </button>
        </p>
      )}
    </header>
  );
}

function kindOf({ kind }: Step): string {
  if (kind === "predict") return say("Predict", "预测");
  return kind === "run" ? say("Run", "运行") : say("Explain", "解释");
}

function Body({ lesson, step }: { readonly lesson: Lesson; readonly step: Step }) {
  if (step.kind === "predict") return <PredictStep key={step.name} lesson={lesson} step={step} />;
  if (step.kind === "explain") {
    return "judge" in step ? <JudgeStep lesson={lesson} step={step} /> : <ExplainStep lesson={lesson} step={step} />;
  }
  if (step.show === "many") return <ManyStep lesson={lesson} step={step} />;
  return step.show === "one" ? <OneStep lesson={lesson} step={step} /> : <GameStep lesson={lesson} step={step} />;
}

function Turn({ lesson, at }: { readonly lesson: Lesson; readonly at: number }) {
  const last = lesson.steps.length - 1;
  const step = lesson.steps[at]!;
  const open = step.kind === "predict" && answers.value[`${lesson.name}/${step.name}`] === undefined;
  const turn = (step: number) => {
    playing.value = false;
    go({ step });
  };
  return (
    <nav class="lessons-turn" aria-label={say("Steps of the lesson", "课程步骤")}>
      <button class="button" type="button" disabled={at === 0} onClick={() => turn(at - 1)}>
        {say("Back", "上一步")}
      </button>
      {at < last ? (
        <button class="button" type="button" onClick={() => turn(at + 1)}>
          {open ? say("Next, without a prediction", "跳过预测，下一步") : say("Next", "下一步")}
        </button>
      ) : (
        <button class="button" type="button" onClick={leave}>
          {say("All lessons", "返回课程列表")}
        </button>
      )}
    </nav>
  );
}
