/** Keep the council alive: levers, twenty runs a try, hints one by one. */
import { go, lang, place, say } from "../state/page.ts";
import { chosenOf, ENOUGH, GAME_RUNS, LEVERS, type Lever, lives, moved, settingOf } from "./game.ts";
import { LifeDots } from "./LifeDots.tsx";
import type { Lesson, RunGame } from "./lesson.ts";
import { RunManyButton } from "./RunManyButton.tsx";
import { answer, answers, foundOf } from "./state.ts";
import { Tries } from "./Tries.tsx";

export function GameStep({ lesson, step }: { readonly lesson: Lesson; readonly step: RunGame }) {
  const { right, seed } = place.value;
  const runs = foundOf(right, seed, GAME_RUNS);
  return (
    <div>
      <p>{step.does[lang.value]}</p>
      <fieldset class="lessons-levers">
        <legend>{say("Levers of the right side", "右侧的设定")}</legend>
        {LEVERS.map((lever) => (
          <LeverRow key={lever.name} lever={lever} />
        ))}
      </fieldset>
      <p class="muted small">
        {say(
          "The stage shows one run of it at once. One run proves nothing:",
          "画面随即显示其中一次运行。一次说明不了什么：",
        )}
      </p>
      <RunManyButton settings={[right]} replicates={GAME_RUNS} />
      {runs && runs.replicates.length > 0 && <LifeDots replicates={runs.replicates} />}
      {runs?.done && <Verdict alive={runs.replicates.filter(lives).length} />}
      <Tries />
      <Hints lesson={lesson} step={step} />
    </div>
  );
}

function LeverRow({ lever }: { readonly lever: Lever }) {
  const chosen = chosenOf(place.value.right);
  const set = (name: string) => go({ right: settingOf({ ...chosen, [lever.name]: name }), week: 0 });
  const changed = chosen[lever.name] !== lever.options[0]!.name;
  return (
    <label class={changed ? "lessons-lever lessons-moved" : "lessons-lever"}>
      <span>{lever.label[lang.value]}</span>
      <select value={chosen[lever.name]!} onChange={(event) => set(event.currentTarget.value)}>
        {lever.options.map(({ name, text }) => (
          <option key={name} value={name}>
            {text[lang.value]}
          </option>
        ))}
      </select>
    </label>
  );
}

function Verdict({ alive }: { readonly alive: number }) {
  const n = moved(chosenOf(place.value.right)).length;
  const won = alive >= ENOUGH;
  return (
    <p class={won ? "lessons-good" : "lessons-bad"} role="status">
      <strong>
        {say(
          `The council lives to the end in ${alive} of ${GAME_RUNS} runs. `,
          `${GAME_RUNS}次中有${alive}次沟通会存续到最后。`,
        )}
      </strong>
      {won ? wonWith(n) : say(`Not yet: half, ${ENOUGH}, are asked for.`, `还不够：至少要一半，即${ENOUGH}次。`)}
    </p>
  );
}

function wonWith(n: number): string {
  if (n < 2) return say("Done, with a single lever. Is there another way?", "过关，只动了一项设定。还有别的路吗？");
  return say(`Done, with ${n} levers. Can you do it with fewer?`, `过关，动了${n}项设定。能更少吗？`);
}

function Hints({ lesson, step }: { readonly lesson: Lesson; readonly step: RunGame }) {
  const shown = Number(answers.value[`${lesson.name}/hints`] ?? 0);
  return (
    <div>
      <ol class="lessons-hints">
        {step.hints.slice(0, shown).map((hint) => (
          <li key={hint.en}>{hint[lang.value]}</li>
        ))}
      </ol>
      {shown < step.hints.length && (
        <button class="button" type="button" onClick={() => answer(lesson.name, "hints", String(shown + 1))}>
          {say(`Hint ${shown + 1} of ${step.hints.length}`, `提示${shown + 1}／${step.hints.length}`)}
        </button>
      )}
    </div>
  );
}
