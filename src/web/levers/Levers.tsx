/** What can be changed of a side, from the outset or from the week shown on. */
import { useEffect, useState } from "preact/hooks";
import { SIDES, type Side } from "../../experiments/page/address.ts";
import type { ScenarioName } from "../../experiments/page/setting.ts";
import { SCENARIOS } from "../engine/setting.ts";
import { wanted } from "../paper/wanted.ts";
import { CopyText } from "../save/CopyText.tsx";
import { slowWeek } from "../stage/slow.ts";
import { changeNow, dateAt, go, lang, place, resetSide, runs, SCENARIO_NAMES, say, told } from "../state/page.ts";
import { Blocks } from "./Blocks.tsx";
import { commandOf } from "./command.ts";
import { isMoved, outsetValue, valueOn, withOutset, withoutLever } from "./current.ts";
import { declaredOf } from "./declared.ts";
import { LeverRow } from "./LeverRow.tsx";
import { GROUPS, type Lever } from "./levers.ts";
import { OwnCommunity } from "./OwnCommunity.tsx";
import { SetList } from "./SetList.tsx";
import "./levers.css";

const other = (side: Side): Side => (side === "left" ? "right" : "left");

export function Levers() {
  const [side, setSide] = useState<Side>("left");
  const [now, setNow] = useState(false);
  useEffect(showWanted);
  const setting = place.value[side];
  const run = runs[side].value;
  return (
    <div class="levers">
      <fieldset class="levers-sides">
        <legend class="visually-hidden">{say("Side", "哪一侧")}</legend>
        {SIDES.map((s) => (
          <button
            key={s}
            class={`button ${s === side ? "primary" : ""}`}
            type="button"
            aria-pressed={s === side}
            onClick={() => setSide(s)}
          >
            {s === "left" ? say("Left", "左侧") : say("Right", "右侧")}
          </button>
        ))}
        <select
          aria-label={say("Neighborhood of this side", "这一侧的社区")}
          value={setting.scenario}
          onChange={({ currentTarget: { value } }) => resetSide(side, value as ScenarioName)}
        >
          {SCENARIO_NAMES.map((name) => (
            <option key={name} value={name}>
              {SCENARIOS[name].title[lang.value]}
            </option>
          ))}
        </select>
      </fieldset>
      <button class="button" type="button" onClick={() => go({ [other(side)]: setting })}>
        {say("Put the same beside it, to change one thing", "另一侧放同一社区，只改一处作比较")}
      </button>
      {run.failed !== null && (
        <p role="alert">{say("This setting cannot be run: ", "此设定无法运行：") + told(run.failed)}</p>
      )}
      <When side={side} now={now} onChange={setNow} />
      <SetList side={side} />
      {GROUPS.map((group) => (
        <section key={group.title.en}>
          <h2>{group.title[lang.value]}</h2>
          {group.levers.map((lever) => (
            <Row key={lever.name} side={side} lever={lever} now={now} />
          ))}
        </section>
      ))}
      <Blocks side={side} />
      <OwnCommunity side={side} />
      <CopyText
        text={commandOf(setting, place.value.seed, lang.value)}
        label={say("The same on the command line", "对应的命令行")}
      />
    </div>
  );
}

/** A lever that the paper's pictures lead to: into sight, and marked for a while. */
function showWanted(): void {
  const name = wanted.peek();
  if (name === null) return;
  wanted.value = null;
  // What has no lever of its own stands in one of the whole blocks.
  const found = document.getElementById(`lever-${name}`) ?? document.getElementById(`lever-${name.split(".")[0]}`);
  found?.scrollIntoView({ block: "center" });
  found?.classList.add("lever-wanted");
  found?.querySelector<HTMLElement>("input, select")?.focus();
}

interface WhenProps {
  readonly side: Side;
  readonly now: boolean;
  readonly onChange: (now: boolean) => void;
}

function When({ side, now, onChange }: WhenProps) {
  const date = dateAt(runs[side].value, slowWeek.value);
  return (
    <fieldset class="levers-when">
      <legend>{say("A change holds", "改动生效")}</legend>
      <label>
        <input type="radio" name="when" checked={!now} onChange={() => onChange(false)} />{" "}
        {say("from the outset", "从一开始")}
      </label>
      <label>
        <input type="radio" name="when" checked={now} onChange={() => onChange(true)} />{" "}
        {say(
          `from the week shown on (${date}); the old future stays as a dashed line`,
          `从当前这一周起（${date}），原来的走向以虚线保留`,
        )}
      </label>
    </fieldset>
  );
}

function Row({ side, lever, now }: { readonly side: Side; readonly lever: Lever; readonly now: boolean }) {
  const setting = place.value[side];
  const run = runs[side].value;
  const declared = declaredOf(lever.name, run.scenario);
  const { name } = lever;
  const date = dateAt(run, slowWeek.value);
  const value = now ? valueOn(setting, name, declared.own, date) : outsetValue(setting, name, declared.own);
  const locked = now && name.startsWith("start.") ? say("only from the outset", "只能从一开始设定") : null;
  const set = (to: unknown) =>
    now ? changeNow(side, { [name]: to }) : go({ [side]: withOutset(setting, name, to, declared.own) });
  const back = isMoved(setting, name) ? () => go({ [side]: withoutLever(setting, name) }) : null;
  return <LeverRow lever={lever} declared={declared} value={value} locked={locked} onSet={set} onBack={back} />;
}
