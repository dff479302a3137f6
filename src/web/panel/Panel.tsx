/** What stands beside the stage: one view at a time, chosen by tabs. */
import type { FunctionComponent } from "preact";
import { useRef } from "preact/hooks";
import { VIEWS, type View } from "../../experiments/page/address.ts";
import type { Text } from "../../model/vocabulary.ts";
import { Lessons } from "../lessons/Lessons.tsx";
import { Levers } from "../levers/Levers.tsx";
import { Look } from "../look/Look.tsx";
import { Many } from "../many/Many.tsx";
import { Paper } from "../paper/Paper.tsx";
import { Save } from "../save/Save.tsx";
import { go, lang, place, say } from "../state/page.ts";
import { Story } from "../story/Story.tsx";
import { SmallSweep } from "../sweep/SmallSweep.tsx";

const PANELS: Readonly<Record<View, { readonly title: Text; readonly show: FunctionComponent }>> = {
  many: { title: { en: "Many runs", zh: "多次运行" }, show: Many },
  story: { title: { en: "Story", zh: "经过" }, show: Story },
  look: { title: { en: "Look", zh: "细看" }, show: Look },
  levers: { title: { en: "Levers", zh: "调节" }, show: Levers },
  paper: { title: { en: "Paper", zh: "论文" }, show: Paper },
  lessons: { title: { en: "Lessons", zh: "课堂" }, show: Lessons },
  sweep: { title: { en: "Sweep", zh: "扫描" }, show: SmallSweep },
  save: { title: { en: "Save", zh: "保存" }, show: Save },
};

export function Panel() {
  const tabs = useRef<HTMLDivElement>(null);
  const { view } = place.value;
  const Shown = PANELS[view].show;
  const move = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const next = VIEWS[(VIEWS.indexOf(view) + step + VIEWS.length) % VIEWS.length]!;
    go({ view: next });
    tabs.current?.querySelector<HTMLButtonElement>(`#tab-${next}`)?.focus();
  };
  return (
    <section class="panel" aria-label={say("Panel", "侧栏")}>
      <div class="tabs" role="tablist" ref={tabs} onKeyDown={move}>
        {VIEWS.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={name === view}
            aria-controls="tabpanel"
            tabIndex={name === view ? 0 : -1}
            onClick={() => go({ view: name })}
          >
            {PANELS[name].title[lang.value]}
          </button>
        ))}
      </div>
      <div class="tabpanel" id="tabpanel" role="tabpanel" aria-labelledby={`tab-${view}`}>
        <Shown />
      </div>
    </section>
  );
}
