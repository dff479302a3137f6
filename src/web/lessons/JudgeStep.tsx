/** Claims that the model does not bear out: the class judges, then sees what would decide. */
import type { Text } from "../../model/vocabulary.ts";
import { lang, say } from "../state/page.ts";
import { Badge } from "./Badge.tsx";
import type { Dispute, Judge, Lesson } from "./lesson.ts";
import { answer, answers } from "./state.ts";

const SIDES: readonly { readonly name: string; readonly text: Text }[] = [
  { name: "paper", text: { en: "the paper", zh: "论文" } },
  { name: "model", text: { en: "the model", zh: "模型" } },
  { name: "rule", text: { en: "the model lacks a rule", zh: "模型缺规则" } },
  { name: "open", text: { en: "cannot tell", zh: "无法判断" } },
];

export function JudgeStep({ lesson, step }: { readonly lesson: Lesson; readonly step: Judge }) {
  return (
    <div>
      <p>{step.does[lang.value]}</p>
      {step.judge.map((dispute) => (
        <Case key={dispute.claim} lesson={lesson} dispute={dispute} />
      ))}
      <p class="muted small">
        {say(
          "Findings: 200 pairs each over draws of the uncertain values, made again by: npx linli validate --only claims",
          "以上发现来自不确定参数上的各200对运行，可用此命令重做：npx linli validate --only claims",
        )}
      </p>
    </div>
  );
}

function Case({ lesson, dispute }: { readonly lesson: Lesson; readonly dispute: Dispute }) {
  const { claim, text, quote, place } = dispute;
  const key = `claim${claim}`;
  const judged = answers.value[`${lesson.name}/${key}`];
  return (
    <article class="lessons-case">
      <h4>{text[lang.value]}</h4>
      <p class="small">
        {quoted(quote[lang.value])} <Badge whose="paper" place={place} />
      </p>
      <p class="small">
        {dispute.finding[lang.value]} <Badge whose="model" place={say(`claim ${claim}`, `论断${claim}`)} />
      </p>
      <fieldset class="lessons-verdicts">
        <legend class="small">{say("Who is right?", "谁更有道理？")}</legend>
        {SIDES.map(({ name, text: side }) => (
          <label key={name} class="small">
            <input type="radio" name={key} checked={judged === name} onChange={() => answer(lesson.name, key, name)} />
            {side[lang.value]}
          </label>
        ))}
      </fieldset>
      {judged !== undefined && (
        <p class="lessons-discuss small">
          <strong>{say("What would decide: ", "什么数据可以判定：")}</strong>
          {dispute.data[lang.value]}
        </p>
      )}
    </article>
  );
}

/** Marks within a quotation are single ones, in both languages. */
const quoted = (words: string) => `“${words.replace(/“/g, "‘").replace(/”/g, "’")}”`;
