/** A question before the run. The choice can be changed until it is committed. */
import { useState } from "preact/hooks";
import { lang, say } from "../state/page.ts";
import type { Lesson, Predict } from "./lesson.ts";
import { answer, answers } from "./state.ts";

export function PredictStep({ lesson, step }: { readonly lesson: Lesson; readonly step: Predict }) {
  const committed = answers.value[`${lesson.name}/${step.name}`];
  const [picked, pick] = useState<string | null>(committed ?? null);
  const commit = (event: Event) => {
    event.preventDefault();
    if (picked !== null) answer(lesson.name, step.name, picked);
  };
  return (
    <form class="lessons-form" onSubmit={commit}>
      <fieldset disabled={committed !== undefined}>
        <legend>{step.ask[lang.value]}</legend>
        {step.choices.map(({ name, text }) => (
          <label key={name} class="lessons-choice">
            <input type="radio" name={step.name} checked={picked === name} onChange={() => pick(name)} />
            <span>{text[lang.value]}</span>
          </label>
        ))}
      </fieldset>
      {committed === undefined ? (
        <button class="button primary" type="submit" disabled={picked === null}>
          {say("Commit to it", "提交预测")}
        </button>
      ) : (
        <p class="muted" role="status">
          {say("Committed. It will be held against what comes out.", "已提交。稍后与运行结果对照。")}
        </p>
      )}
    </form>
  );
}
