/** What happened in the runs shown, held against the predictions; why in the model; what the paper says. */

import type { Side } from "../../experiments/page/address.ts";
import type { Text } from "../../model/vocabulary.ts";
import { lang, place, say } from "../state/page.ts";
import { Badge } from "./Badge.tsx";
import { factsNow } from "./facts.ts";
import type { Explain, Facts, Lesson, Measured, Predict } from "./lesson.ts";
import { typicality, valuesOf } from "./numbers.ts";
import { RunManyButton } from "./RunManyButton.tsx";
import { answers } from "./state.ts";

export function ExplainStep({ lesson, step }: { readonly lesson: Lesson; readonly step: Explain }) {
  const facts = factsNow(lesson.replicates);
  if (!facts) return <NotYet replicates={lesson.replicates} />;
  return (
    <div>
      {predictionsOf(lesson, step).map((predict) => (
        <Held key={predict.name} lesson={lesson} predict={predict} facts={facts} />
      ))}
      {step.paragraphs.map(({ whose, place: where, text }) => {
        const said = text(facts);
        return (
          <p key={said.en}>
            {said[lang.value]} <Badge whose={whose} place={where} />
          </p>
        );
      })}
      {step.typical && (
        <p>
          <strong>{say("How typical is the run on the stage? ", "画面所示的这次运行有多典型？")}</strong>
          {step.typical.sides
            .map((side) => typicalOf(step.typical!.measure, side, facts)[lang.value])
            .join(say(" ", ""))}{" "}
          <Badge whose="model" />
        </p>
      )}
      <p class="lessons-discuss">
        <strong>{say("Discuss: ", "讨论：")}</strong>
        {step.discuss[lang.value]}
      </p>
    </div>
  );
}

function NotYet({ replicates }: { readonly replicates: number }) {
  return (
    <div>
      <p>
        {say(
          "The explanation is written from the runs themselves. It comes as soon as both runs on the stage and the many runs are done.",
          "解释由运行结果实时写出。画面所示的两次运行与多次运行都完成后即显示。",
        )}
      </p>
      <RunManyButton settings={[place.value.left, place.value.right]} replicates={replicates} />
    </div>
  );
}

function predictionsOf(lesson: Lesson, step: Explain): Predict[] {
  return lesson.steps.filter((s): s is Predict => s.kind === "predict" && step.predictions.includes(s.name));
}

function Held({
  lesson,
  predict,
  facts,
}: {
  readonly lesson: Lesson;
  readonly predict: Predict;
  readonly facts: Facts;
}) {
  const own = answers.value[`${lesson.name}/${predict.name}`];
  const right = predict.answer(facts.many);
  const textOf = (name: string): Text | undefined => predict.choices.find((c) => c.name === name)?.text;
  return (
    <div class="lessons-held">
      <p class="small muted">{predict.ask[lang.value]}</p>
      <p>
        <strong>{say("You said: ", "你的预测：")}</strong>
        {(own && textOf(own)?.[lang.value]) ?? say("no prediction", "未作预测")}
      </p>
      <p class={own === undefined ? "" : own === right ? "lessons-good" : "lessons-bad"}>
        <strong>{say("The runs say: ", "运行结果：")}</strong>
        {textOf(right)?.[lang.value]}
      </p>
    </div>
  );
}

function typicalOf(measure: Measured, side: Side, facts: Facts): Text {
  const [shown] = facts.many[side];
  const own = shown ? measure.read(shown) : null;
  if (own === null) return { en: "It has no such value.", zh: "这次运行没有该值。" };
  const { en, zh } = typicality(own, valuesOf(facts.many[side], measure.read));
  const value = measure.show(own);
  return {
    en: `${measure.label.en} (${side}): ${value}. ${en}`,
    zh: `${measure.label.zh}（${side === "left" ? "左" : "右"}）为${value}。${zh}`,
  };
}
