/** The first thing that a visitor sees: what the page shows, and the spread of many runs before the story of one. */
import { signal } from "@preact/signals";
import { SIDES, type Side } from "../../experiments/page/address.ts";
import { lang, place, runs, say } from "../state/page.ts";
import { Findings } from "./Findings.tsx";
import { Intro } from "./Intro.tsx";
import { Outcomes } from "./Outcomes.tsx";
import { Progress } from "./Progress.tsx";
import "./many.css";

type Part = Side | "both";
const PARTS: readonly Part[] = [...SIDES, "both"];

/** What the reader chose to see; until then the left side, or both if they differ by levers alone. */
const chosen = signal<Part | null>(null);

export function Many() {
  const same = place.value.left.scenario === place.value.right.scenario;
  const part = chosen.value ?? (same ? "both" : "left");
  return (
    <div class="many">
      <Intro />
      <Progress />
      <fieldset class="many-parts">
        <legend class="visually-hidden">{say("What is shown of the runs", "显示哪部分结果")}</legend>
        {PARTS.map((name) => (
          <button
            key={name}
            type="button"
            class={`many-part many-${name}`}
            aria-pressed={name === part}
            onClick={() => {
              chosen.value = name;
            }}
          >
            {nameOf(name, same)}
          </button>
        ))}
      </fieldset>
      {part === "both" ? <Outcomes /> : <Findings side={part} />}
    </div>
  );
}

/** Short name of a part: a scenario's title without what stands in brackets. */
function nameOf(part: Part, same: boolean): string {
  if (part === "both") return say("Side by side", "左右对比");
  const title = runs[part].value.scenario.title[lang.value].replace(/\s*[(（].*$/, "");
  if (!same) return title;
  return part === "left" ? say(`${title}, left`, `${title}·左`) : say(`${title}, right`, `${title}·右`);
}
