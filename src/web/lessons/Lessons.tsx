/** Guided lessons, and the teacher's pack. */
import { useState } from "preact/hooks";
import { Pack } from "../pack/Pack.tsx";
import { lang, place, say } from "../state/page.ts";
import { LESSONS, lessonNamed } from "./all.ts";
import { LessonView } from "./LessonView.tsx";
import type { Lesson } from "./lesson.ts";
import { enter } from "./state.ts";
import "./lessons.css";

export function Lessons() {
  const [pack, setPack] = useState(false);
  const { lesson: name } = place.value;
  const lesson = name === null ? undefined : lessonNamed(name);
  if (lesson) return <LessonView key={lesson.name} lesson={lesson} />;
  return (
    <div class="lessons">
      <h2>{say("Five lessons", "五堂课")}</h2>
      <p>
        {say(
          "In each you first predict, then run the model, then hold the two against one another. Many runs come before the story of one.",
          "每堂课先作预测，再运行模型，最后两相对照。先看多次运行，再看其中一次的经过。",
        )}
      </p>
      <ol class="lessons-list">
        {LESSONS.map((one) => (
          <Entry key={one.name} lesson={one} />
        ))}
      </ol>
      <button class="button" type="button" onClick={() => setPack(true)}>
        {say("Teacher's pack (print)", "教师资料包（打印）")}
      </button>
      <p class="muted small">
        {say(
          "A model is no forecast of any real neighborhood. Every number says whose it is: the paper's, the model's, or an assumption.",
          "模型不是对任何真实社区的预测。每个数字都注明出处：论文、模型或假设。",
        )}
      </p>
      {pack && <Pack close={() => setPack(false)} />}
    </div>
  );
}

function Entry({ lesson }: { readonly lesson: Lesson }) {
  const { name, title, question, minutes } = lesson;
  return (
    <li>
      <button class="lessons-entry" type="button" onClick={() => enter(name)}>
        <span class="lessons-entry-title">{title[lang.value]}</span>
        <span class="lessons-minutes muted small">{say(`${minutes} min`, `${minutes}分钟`)}</span>
        <span class="muted">{question[lang.value]}</span>
      </button>
    </li>
  );
}
