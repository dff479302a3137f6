/** What can be changed of a side, from the outset or from the week shown on. */
import { useEffect, useState } from "preact/hooks";
import { BLOCK_NAMES, type BlockName } from "../../model/context.ts";
import { SCENARIOS, type ScenarioName } from "../engine/setting.ts";
import { wanted } from "../paper/wanted.ts";
import { CopyText } from "../save/CopyText.tsx";
import { slowWeek } from "../stage/slow.ts";
import { SIDES, type Side } from "../state/address.ts";
import { changeNow, frameAt, go, lang, place, resetSide, runs, SCENARIO_NAMES, say, setValues } from "../state/page.ts";
import { commandOf } from "./command.ts";
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
        <p role="alert">{say("This setting cannot be run: ", "此设定无法运行：") + run.failed}</p>
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
        text={commandOf(setting, place.value.seed)}
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
  const found = document.getElementById(`lever-${name}`);
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
  const date = frameAt(runs[side].value, slowWeek.value)?.date ?? "";
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
  const declared = declaredOf(lever.name, runs[side].value.scenario);
  const changed = setting.changes.findLast((c) => lever.name in c.values)?.values[lever.name];
  const value = (now ? changed : undefined) ?? (setting.values as Record<string, unknown>)[lever.name] ?? declared.own;
  const locked = now && lever.name.startsWith("start.") ? say("only from the outset", "只能从一开始设定") : null;
  const set = (to: unknown) =>
    now ? changeNow(side, { [lever.name]: to }) : setFromOutset(side, lever.name, to, declared.own);
  return <LeverRow lever={lever} declared={declared} value={value} locked={locked} onSet={set} />;
}

/** A value that the scenario has anyway is taken out of the setting. */
function setFromOutset(side: Side, name: string, to: unknown, own: unknown): void {
  const setting = place.value[side];
  if (to === null && own !== null) go({ [side]: { ...setting, values: { ...setting.values, [name]: null } } });
  else setValues(side, { [name]: to === own ? null : to });
}

const BLOCK_TEXTS: Readonly<Record<BlockName, { en: string; zh: string }>> = {
  start: { en: "who lives there and how they know one another", zh: "住着谁、彼此多熟（start）" },
  founding: { en: "who founds organizations and the council", zh: "组织与议事会由谁发起（founding）" },
  timing: { en: "when events, coaching and councils come", zh: "活动、辅导与议事会的时间（timing）" },
  agenda: { en: "what is on the agenda", zh: "议什么事（agenda）" },
  team: { en: "the builder team and who pays it", zh: "营造团队及其出资方（team）" },
  support: { en: "support: committee, rooms, money, law", zh: "支持：居委会、场地、经费、法规（support）" },
  procedure: { en: "the procedure of councils", zh: "议事程序（procedure）" },
};

/** Whole blocks of the context from another neighborhood. */
function Blocks({ side }: { readonly side: Side }) {
  const setting = place.value[side];
  const set = (block: BlockName, from: string) => {
    const { [block]: _, ...rest } = setting.blocks;
    go({
      [side]: { ...setting, blocks: from === setting.scenario ? rest : { ...rest, [block]: from as ScenarioName } },
    });
  };
  return (
    <section>
      <h2>{say("Whole blocks from another neighborhood", "整块换成另一个社区的")}</h2>
      {BLOCK_NAMES.map((block) => (
        <div key={block} class="lever" id={`lever-${block}`}>
          <label class="lever-question" for={`set-${block}`}>
            {BLOCK_TEXTS[block][lang.value]}
          </label>
          <select
            id={`set-${block}`}
            value={setting.blocks[block] ?? setting.scenario}
            onChange={(event) => set(block, event.currentTarget.value)}
          >
            {SCENARIO_NAMES.map((name) => (
              <option key={name} value={name}>
                {SCENARIOS[name].title[lang.value]}
              </option>
            ))}
          </select>
        </div>
      ))}
    </section>
  );
}
